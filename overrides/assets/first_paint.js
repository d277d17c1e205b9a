// Before the first paint: what the reader chose of looks (shell/theme.js keeps the theme). After it: the scripts,
// so that what is read does not wait for them. A style sheet may keep room for what they will add as long as
// the root's `data-scripts` says "coming"; it says "here" once every part has started.

import { keep, read } from "./shell/kept.js";

// What shell/letters.css brings, each with what is set in it.
const LETTERS = { "1rem Atkinson": "body", "1rem Literata": "body", "italic 1rem Atkinson": "em", "italic 1rem Literata": "q" };

const root = document.documentElement;
const theme = read("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
// How a checklist is looked at (checklist/compact_view.js keeps it).
root.toggleAttribute("data-compact", read("compact") === true);

// A preview's and a folder's pages ask for their scripts themselves, and need not wait for their letters.
const scripts = document.currentScript?.dataset.then;
if (scripts) {
  const address = new URL(scripts, document.baseURI).href;
  root.dataset.scripts = "coming";
  // A first page does not wait for the site's letters. On later ones the browser has them: no page changes its letters.
  const first = !read("letters");
  if (first) root.dataset.letters = "coming";
  addEventListener("DOMContentLoaded", () =>
    afterPaint(() => {
      if (first) useLetters();
      import(address).catch(notComing);
    }),
  );
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

// Each file of letters that comes would have the whole page laid out again: they are taken into use together.
async function useLetters() {
  const wanted = Object.keys(LETTERS).filter((font) => document.querySelector(LETTERS[font]));
  await Promise.allSettled(wanted.map((font) => document.fonts.load(font)));
  const before = tops();
  delete root.dataset.letters;
  // What stands in is as wide as they are over many texts, and a title is one: where a line would break elsewhere and
  // move what is being read, this page keeps what it has. Nothing is painted in between.
  root.toggleAttribute("data-letters-later", moved(before, tops()));
  keep("letters", true);
}

function tops() {
  return [...document.querySelectorAll(".page > *, .page-head > *")].map((part) => part.getBoundingClientRect().top);
}

// A shift of less than three pixels is none (https://wicg.github.io/layout-instability/).
function moved(before, after) {
  return before.some((top, part) => top > 0 && top < innerHeight && Math.abs(after[part] - top) >= 3);
}

function notComing(error) {
  delete root.dataset.scripts;
  throw error;
}
