// The compact view: of each act its question alone, with its box; the rest is behind a button at its end. It is
// kept on the device for every list, and first_paint.js shows it from the start; compact.css says what it hides.

import { forget, keep } from "../shell/kept.js";

const page = document.documentElement;

export class CompactView {
  constructor(root) {
    this.root = root;
    this.switch = root.querySelector("[data-compact-switch]");
    this.tool = root.querySelector("[data-fold-tool]");
    this.switch.addEventListener("click", () => this.turn());
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-fold]");
      if (button) unfold(button, button.getAttribute("aria-expanded") !== "true");
    });
    this.show();
  }

  get on() {
    return "compact" in page.dataset;
  }

  // What is read stays where it is: all above it grows or shrinks.
  turn() {
    const read = [...this.root.querySelectorAll(".item")].find(isRead);
    const before = read?.getBoundingClientRect().top;
    page.toggleAttribute("data-compact", !this.on);
    // Where nothing can be kept, the choice lasts for this page.
    if (this.on) keep("compact", true);
    else forget("compact");
    this.show();
    if (read) scrollBy({ top: read.getBoundingClientRect().top - before, behavior: "instant" });
  }

  // A list of one's own gets further acts; most readers need no button at any.
  show() {
    this.switch.setAttribute("aria-pressed", String(this.on));
    if (!this.on) return;
    for (const item of this.root.querySelectorAll(".item[data-effort]:not(:has([data-fold]))")) this.offer(item);
  }

  offer(item) {
    const button = this.tool.content.firstElementChild.cloneNode(true);
    const label = item.querySelector("label");
    button.setAttribute("aria-label", `${button.textContent.trim()}: ${label.textContent.trim()}`);
    label.after(button);
    // Whoever comes by a link to an act comes to read it.
    unfold(button, item.matches(":target"));
  }
}

function unfold(button, open) {
  button.setAttribute("aria-expanded", String(open));
  button.closest(".item").classList.toggle("is-unfolded", open);
}

// The first that is seen whole, below what is fixed at the top; a scrolled page stands on parts of a pixel.
function isRead(item) {
  const { top, height } = item.getBoundingClientRect();
  return height > 0 && Math.ceil(top) >= parseFloat(getComputedStyle(page).scrollPaddingTop) && top < innerHeight;
}
