// Before the first paint: the theme that the reader chose (shell/theme.js keeps it). After it: the scripts,
// so that what is read does not wait for them. A style sheet may keep room for what they will add as long as
// the root's `data-scripts` says "coming"; it says "here" once every part has started.

import { keep, read } from "./shell/kept.js";

const root = document.documentElement;
const theme = read("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// A first page does not wait for the site's letters. On later ones the browser has them: no page changes its letters.
const letters = document.querySelector("[data-letters]");
if (read("letters")) useLetters();
else addEventListener("DOMContentLoaded", () => afterPaint(useLetters));

// A preview's and a folder's pages ask for their scripts themselves.
const scripts = document.currentScript?.dataset.then;
if (scripts) {
  const address = new URL(scripts, document.baseURI).href;
  root.dataset.scripts = "coming";
  addEventListener("DOMContentLoaded", () => afterPaint(() => import(address).catch(notComing)));
}

// Once what was painted is seen. A frame's own callbacks come before that: what they ask for competes with it.
function afterPaint(task) {
  // What nobody looks at is not painted.
  if (document.hidden) task();
  else if (PerformanceObserver.supportedEntryTypes.includes("paint")) whenPainted(task);
  else requestAnimationFrame(() => setTimeout(task));
}

function whenPainted(task) {
  const painted = new PerformanceObserver(() => {
    painted.disconnect();
    task();
  });
  painted.observe({ type: "paint", buffered: true });
}

function useLetters() {
  letters.media = "all";
  if (!read("letters")) keep("letters", true);
}

function notComing(error) {
  delete root.dataset.scripts;
  throw error;
}
