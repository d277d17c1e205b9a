// The print button, and folded parts that unfold on paper where CSS alone cannot do it.

export function start() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
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
