// The guided path that the reader is on, as the page's address names it: its ways on take the place of all others.

// Before other parts of the page write addresses of their own.
const asked = new URLSearchParams(location.search).get("path");

export function start() {
  const ways = [...document.querySelectorAll("[data-path]")];
  const isOnPath = ways.some((way) => way.dataset.path === asked);
  for (const way of document.querySelectorAll(".beside")) {
    way.hidden = isOnPath ? way.dataset.path !== asked : "path" in way.dataset;
  }
  if (!isOnPath) return;
  keepInAddress();
  standBelowWhatIsRead(ways.find((way) => way.dataset.path === asked));
}

// Where the path asks for a part of the page alone, the way on is where that part ends.
function standBelowWhatIsRead(way) {
  const read = location.hash && document.getElementById(location.hash.slice(1))?.closest("section");
  if (way.dataset.only && read) read.after(way);
}

function keepInAddress() {
  const address = new URL(location.href);
  if (address.searchParams.get("path") === asked) return;
  address.searchParams.set("path", asked);
  history.replaceState(history.state, "", address);
}
