// Where the reader is in a quiz: the number of the question above it, and the ways on and back below.

import { fill } from "../shell/words.js";

export class Position {
  constructor(root) {
    this.progress = root.querySelector("[data-progress]");
    this.steps = root.querySelector("[data-steps]");
    this.nextWords = this.#step("next").textContent;
    this.checkWords = root.querySelector(".question-actions [type=submit]").textContent;
  }

  #step(name) {
    return this.steps.querySelector(`[data-${name}]`);
  }

  hide() {
    this.#hidden(true);
  }

  #hidden(hidden) {
    for (const part of [this.progress, this.steps]) part.hidden = hidden;
  }

  show({ at, names }) {
    this.#hidden(false);
    fill(this.progress.querySelector("[data-position]"), { number: at + 1, all: names.length });
    const bar = this.progress.querySelector("progress");
    bar.max = names.length;
    bar.value = at + 1;
  }

  intoView() {
    this.progress.scrollIntoView();
  }

  // Which ways there are from the current question, as it is answered or not.
  showWays({ at, names, answers, feedback }, current) {
    const last = at === names.length - 1;
    const none = Object.keys(answers).length === 0;
    const next = this.#step("next");
    next.hidden = !current.marked;
    next.textContent = last ? next.dataset.last : this.nextWords;
    this.#step("skip").hidden = current.marked || (last && none);
    this.#step("previous").hidden = at === 0;
    this.progress.querySelector("[data-finish]").hidden = none;
    current.actions.hidden = current.marked;
    const check = current.actions.querySelector("[type=submit]");
    check.textContent = feedback === "once" ? this.checkWords : next.textContent;
  }
}
