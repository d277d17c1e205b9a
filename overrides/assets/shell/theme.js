// The theme switch: as the device, light, dark. The head's inline script applies what is kept here.

const KEY = "forewarned.theme";
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
    try {
      if (theme === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // Storage may be forbidden; the choice then lasts for this page.
    }
    say();
  });
  button.hidden = false;
  say();
}
