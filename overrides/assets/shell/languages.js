// Keep the language that the reader chooses, for the next visit to the root page.

export function start() {
  for (const link of document.querySelectorAll("[data-locale]")) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("forewarned.locale", link.dataset.locale);
      } catch {
        // Storage may be forbidden; the link works all the same.
      }
      // The reader stays at the same heading, filter, list or quiz in the other language.
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
