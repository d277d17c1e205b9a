// The print button, which waits for what a page has yet to fetch, and folded parts that unfold on paper where CSS alone cannot do it.

const waits = [];

// Let the button wait until `ready`, called when it is pressed, is done.
export function beforePrinting(ready) {
  waits.push(ready);
}

export function start() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await Promise.all(waits.map((ready) => ready()));
      window.print();
    });
  }
  if (CSS.supports("selector(::details-content)")) return;
  const unfolded = new Set();
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("article details:not([open])")) {
      details.open = true;
      unfolded.add(details);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    unfolded.clear();
  });
}
