// What can wait until the reader sees what a touch has done does not keep them waiting for it.

// Resolves once the next picture is painted; at once where nobody looks, and when the page is left.
export function painted() {
  return new Promise((done) => {
    if (document.hidden) done();
    const waiting = new AbortController();
    const end = () => {
      waiting.abort();
      done();
    };
    document.addEventListener("visibilitychange", end, { signal: waiting.signal });
    requestAnimationFrame(() => setTimeout(end));
  });
}
