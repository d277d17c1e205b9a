// The wording of a clause below its caption, as plain paragraphs, read from where the page shows it.

export function wordingOf(item) {
  const parts = item.querySelectorAll(".clause :is(p:not(.clause-caption), li:not(:has(p)))");
  return [...parts].map((part) => part.textContent.replace(/\s+/g, " ").trim());
}
