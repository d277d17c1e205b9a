// Another list has become the reader's own: say so, and offer the one they had before.

import { say } from "../shell/words.js";
import { Selection, forgetBefore, isUnkept, keepSelection, selectionBefore } from "./selection.js";

export class ReplacedList {
  // `status` is where a screen reader listens; `goOn` is called after the reader has answered.
  constructor(place, status, words, goOn) {
    this.place = place;
    this.status = status;
    this.words = words;
    place.querySelector("[data-bring-back]").addEventListener("click", () => {
      this.bringBack();
      goOn();
    });
    place.querySelector("[data-leave-so]").addEventListener("click", () => {
      forgetBefore();
      this.show(true);
      goOn();
    });
  }

  // The offer stands as long as a visit, with its reloads and ways back, or until the list changes.
  endEarlierOffer() {
    if (selectionBefore()?.told) forgetBefore();
  }

  open() {
    this.show(true);
    if (this.place.hidden) return;
    const before = selectionBefore();
    before.tell();
    this.status.textContent = this.#said(before);
  }

  // `ownIsShown`: the page shows the reader's list, not one that they look at.
  show(ownIsShown) {
    const before = selectionBefore();
    this.place.hidden = !before || !ownIsShown || isUnkept();
    if (before) this.place.querySelector("p").textContent = this.#said(before);
  }

  #said({ selection: { size } }) {
    const had = size ? say(this.words.had, { count: size }) : this.words.had_none;
    return `${say(this.words.replaced, { count: Selection.kept().size })} ${had}`;
  }

  bringBack() {
    const { size } = selectionBefore().selection;
    const kept = keepSelection(selectionBefore().selection);
    if (kept) this.status.textContent = size ? say(this.words.back, { count: size }) : this.words.back_empty;
  }
}
