// The place on a page whose content comes after it was loaded: by then the browser has given up looking for it.

// Call before anything changes the page, with the selector of the parts a place is told by: things with an id that
// move with the page. Returns what puts the reader back once the content is there.
export function rememberPlace(parts) {
  const earlier = cameBack() ? history.state?.place : undefined;
  const note = () => history.replaceState({ ...history.state, place: whatIsRead(parts) }, "");
  window.addEventListener("pagehide", note);
  // Not every browser lets a page note anything while it is left.
  window.addEventListener("scrollend", note);
  return () => {
    if (earlier) goTo(earlier);
    else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };
}

// What stands at the top of the window, and how far below its edge. Not a height of the page: letters that come
// later, or a phone that is turned, give everything another one.
function whatIsRead(parts) {
  for (const part of document.querySelectorAll(parts)) {
    const { top, height } = part.getBoundingClientRect();
    if (height > 0 && top >= 0) return { id: part.id, top };
  }
  return undefined;
}

// Once more when the letters are there; whoever has moved on meanwhile is left alone.
function goTo({ id, top }) {
  const go = () => {
    const part = document.getElementById(id);
    if (part) window.scrollBy({ top: part.getBoundingClientRect().top - top, behavior: "instant" });
  };
  const moved = new AbortController();
  for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(sign, () => moved.abort(), { signal: moved.signal, passive: true });
  }
  go();
  document.fonts.ready.then(() => {
    if (!moved.signal.aborted) go();
    moved.abort();
  });
}

// By reload, Back or Forward; a page that is opened anew begins at its top.
export function cameBack() {
  return performance.getEntriesByType("navigation")[0]?.type !== "navigate";
}
