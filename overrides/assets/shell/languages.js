// Keep the language that the reader chooses, for the next visit to the root page.

import { keep } from "./kept.js";

export function start() {
  for (const link of document.querySelectorAll("[data-locale]")) {
    link.addEventListener("click", () => {
      keep("locale", link.dataset.locale);
      // The reader stays at the same heading, filter, list or quiz in the other language.
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
