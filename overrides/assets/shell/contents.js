// Mark the part of the page that the reader is in, in the table of contents.

export function start() {
  const links = new Map(
    [...document.querySelectorAll("[data-contents] a")].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  links.delete(null);

  function mark() {
    const line = window.innerHeight / 3;
    const passed = [...links.keys()].filter(
      (heading) => heading.checkVisibility() && heading.getBoundingClientRect().top < line,
    );
    const here = passed.at(-1);
    for (const [heading, link] of links) {
      if (heading === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }

  new IntersectionObserver(mark, { threshold: [0, 1] }).observe(document.querySelector("#content"));
  // All that is above the line, however far: a jump past a heading is noticed too.
  const observer = new IntersectionObserver(mark, { rootMargin: "9999999px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
  window.addEventListener("hashchange", mark);
}
