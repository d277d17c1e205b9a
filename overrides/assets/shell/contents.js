// Mark the part of the page that the reader is in, in the table of contents; on a phone the table folds.

const WIDE = window.matchMedia("(min-width: 68em)");
const BY_HAND = ["wheel", "touchmove", "keydown", "pointerdown"];

export function start() {
  const contents = document.querySelector("[data-contents]");
  const links = new Map(
    [...contents.querySelectorAll("a")].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  links.delete(null);
  const here = contents.querySelector("[data-here]");
  // A part too near the page's end to come up: who asked for it is in it, until they scroll on by hand.
  let asked = null;

  function mark() {
    const current = partAt([...links.keys()].filter((heading) => heading.checkVisibility()), asked);
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (here) here.textContent = current ? `: ${links.get(current).textContent.trim()}` : "";
  }

  function ask() {
    asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    mark();
  }

  for (const kind of BY_HAND) window.addEventListener(kind, () => (asked = null), { passive: true });
  window.addEventListener("scroll", mark, { passive: true });
  window.addEventListener("resize", mark);
  window.addEventListener("hashchange", ask);
  // Parts may be shown and hidden, and their fonts come later.
  new ResizeObserver(mark).observe(document.querySelector("#content"));
  fold(contents.querySelector("details"));
  mark();
}

// The last part that begins above a third of the window; at the page's end the last of all.
function partAt(headings, asked) {
  if (headings.includes(asked) && isInSight(asked)) return asked;
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const line = Math.max(window.innerHeight / 3, Number.parseFloat(scrollPaddingTop) + 8);
  const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
  return atEnd ? headings.findLast(isInSight) ?? passed.at(-1) : passed.at(-1);
}

function isInSight(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0;
}

function fold(details) {
  if (!details) return;
  const suit = () => (details.open = WIDE.matches);
  const close = () => (details.open = WIDE.matches);
  suit();
  WIDE.addEventListener("change", suit);
  details.addEventListener("click", (event) => event.target.closest("a") && close());
  document.addEventListener("click", (event) => details.contains(event.target) || close());
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || WIDE.matches) return;
    close();
    details.querySelector("summary").focus();
  });
}
