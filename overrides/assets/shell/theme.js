// The theme switch: as the device, light, dark. first_paint.js applies what is kept here.

import { forget, keep } from "./kept.js";

const NEXT = { auto: "light", light: "dark", dark: "auto" };

export function start() {
  const button = document.querySelector("[data-theme-switch]");
  const current = () => document.documentElement.dataset.theme ?? "auto";

  function say() {
    button.setAttribute("aria-label", button.dataset[current()]);
    button.title = button.dataset[current()];
  }

  button.addEventListener("click", () => {
    const theme = NEXT[current()];
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    // Where nothing can be kept, the choice lasts for this page.
    if (theme === "auto") forget("theme");
    else keep("theme", theme);
    say();
  });
  button.hidden = false;
  say();
}
