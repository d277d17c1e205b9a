// Before the first paint: the theme that the reader chose (shell/theme.js keeps it). After it: the scripts,
// so that what is read does not wait for them. A style sheet may keep room for what they will add as long as
// the root's `data-scripts` says "coming"; it says "here" once every part has started.

import { read } from "./shell/kept.js";

const root = document.documentElement;
const theme = read("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// A preview's and a folder's pages ask for their scripts themselves.
const scripts = document.currentScript?.dataset.then;
if (scripts) {
  const address = new URL(scripts, document.baseURI).href;
  root.dataset.scripts = "coming";
  addEventListener("DOMContentLoaded", () => afterPaint(() => import(address).catch(notComing)));
}

function afterPaint(task) {
  // What nobody looks at is not painted.
  if (document.hidden) task();
  else requestAnimationFrame(() => setTimeout(task));
}

function notComing(error) {
  delete root.dataset.scripts;
  throw error;
}
