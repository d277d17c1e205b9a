// “I have 20 minutes”: only what takes minutes is shown and counted, until the button is pressed again.
// What is hidden, checklist.css says; it is kept as ticks are.

import { keep, read } from "../shell/kept.js";
import { say, wordsOf } from "../shell/words.js";

const QUICK = "minutes";

export class TwentyMinutes {
  constructor(root, name, changed) {
    this.root = root;
    this.name = `${name}.quick`;
    const place = root.querySelector("[data-quick]");
    this.words = wordsOf(place);
    this.button = place.querySelector("button");
    this.status = place.querySelector('[role="status"]');
    place.hidden = false;
    this.button.addEventListener("click", () => {
      this.set(!this.on);
      keep(this.name, this.on);
      this.tell();
      changed();
    });
    this.set(read(this.name) === true);
  }

  // The list has changed: what was said of it is said again.
  refresh() {
    if (this.on) this.tell();
  }

  get on() {
    return this.root.classList.contains("is-quick");
  }

  // An act, or a section with its acts; warning signs are watched however little time there is.
  shows(part) {
    if (!this.on || part.closest('[data-section="signs"]')) return true;
    return part.matches("section") ? part.querySelector(quickAct) !== null : part.matches(quickAct);
  }

  set(on) {
    this.root.classList.toggle("is-quick", on);
    this.button.setAttribute("aria-pressed", String(on));
  }

  tell() {
    const all = this.root.querySelectorAll(".item[data-effort]").length;
    const count = this.root.querySelectorAll(quickAct).length;
    const shown = count ? say(this.words.shown, { count, all }) : this.words.none;
    this.status.textContent = this.on ? shown : say(this.words.over, { count: all });
  }
}

const quickAct = `.item[data-effort="${QUICK}"]`;
