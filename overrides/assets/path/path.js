// The guided path that the reader is on, as the page's address names it: its ways on take the place of all others.

export function start() {
  const on = new URLSearchParams(location.search).get("path");
  const ways = [...document.querySelectorAll("[data-path]")];
  const own = ways.some((way) => way.dataset.path === on);
  for (const way of document.querySelectorAll(".beside")) way.hidden = own ? way.dataset.path !== on : way.matches("[data-path]");
}
