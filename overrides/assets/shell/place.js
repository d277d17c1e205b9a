// The place on a page whose content comes after it was loaded: by then the browser has given up looking for it.

// Call before anything changes the page; returns what puts the reader back once the content is there.
export function rememberPlace() {
  const earlier = cameBack() ? history.state?.place : undefined;
  const note = () => history.replaceState({ ...history.state, place: scrollY }, "");
  window.addEventListener("pagehide", note);
  // Not every browser lets a page note anything while it is left.
  window.addEventListener("scrollend", note);
  return () => {
    if (earlier !== undefined) goTo(earlier);
    else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };
}

// Letters that come later make what stands above higher or lower; whoever has moved on meanwhile is left alone.
function goTo(top) {
  const go = () => window.scrollTo({ top, behavior: "instant" });
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
