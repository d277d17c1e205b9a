// One question on the page: its parts in a given order, the reader's response, the marked answer.

import { fits, shareOf } from "./marking.js";
import { clearFeedback, giveFeedback } from "./feedback.js";
import { showMoves, startMoving } from "./steps.js";
import { randomOf, shuffled } from "./shuffle.js";

export class Question {
  constructor(form) {
    this.form = form;
    this.name = form.id;
    this.kind = form.dataset.question;
    this.phase = form.dataset.phase;
    this.fieldset = form.querySelector("fieldset");
    this.legend = form.querySelector("legend");
    this.hint = form.querySelector(".question-hint");
    this.feedback = form.querySelector(".feedback");
    this.answers = form.querySelector(".answers");
    this.actions = form.querySelector(".question-actions");
    this.parts = [...form.querySelectorAll("[data-part]")];
    this.choices = this.kind === "match" ? [...this.parts[0].querySelectorAll("option[value]:not([value=''])")] : [];
    this.key = this.#key();
    this.moved = false;
    this.marked = false;
    this.answers.hidden = true;
    this.actions.hidden = false;
    if (this.kind === "order") startMoving(this);
  }

  #key() {
    const right = this.parts.filter((part) => part.dataset.correct !== undefined).map(numberOf);
    if (this.kind === "several") return right;
    return this.kind === "match" || this.kind === "order" ? this.parts.length : right[0];
  }

  // Put the parts in the seed's order, or without a seed as the page had them.
  arrange(seed = null) {
    if (this.kind === "truth") return;
    const random = seed === null ? null : randomOf(this.name, seed);
    const order = random ? this.#mixed(random) : this.parts;
    this.#place(order);
    if (this.kind === "match") {
      const values = (random ? shuffled(this.choices, random) : this.choices).map((choice) => choice.value);
      for (const select of this.form.querySelectorAll("select")) {
        select.append(...values.map((value) => select.querySelector(`option[value="${value}"]`)));
      }
    }
  }

  #mixed(random) {
    const order = shuffled(this.parts, random);
    const solved = this.kind === "order" && order.every((part, index) => numberOf(part) === index + 1);
    return solved ? [...order.slice(1), order[0]] : order;
  }

  #place(parts) {
    this.#list().append(...parts);
    if (this.kind === "order") showMoves(this);
  }

  #list() {
    return this.parts[0].parentElement;
  }

  // Show the parts as the printed key counts them; the function returned puts them back.
  asOnPaper(seed) {
    const placed = [...this.#list().children];
    this.arrange();
    return () => {
      this.arrange(seed);
      if (this.kind === "order") this.#place(placed);
    };
  }

  part(number) {
    return this.parts.find((part) => numberOf(part) === number);
  }

  // Return the response as marking.js has it, or null where the answer is not complete.
  response() {
    if (this.kind === "order") {
      return this.moved ? [...this.#list().children].map(numberOf) : null;
    }
    if (this.kind === "match") {
      const values = this.parts
        .toSorted((one, other) => numberOf(one) - numberOf(other))
        .map((part) => Number(part.querySelector("select").value));
      return values.every(Boolean) ? values : null;
    }
    const chosen = [...this.form.querySelectorAll("input:checked")].map((input) => Number(input.value));
    if (chosen.length === 0) return null;
    return this.kind === "several" ? chosen.sort((one, other) => one - other) : chosen[0];
  }

  fits(response) {
    return fits(this.kind, this.parts.length, response);
  }

  share(response) {
    return shareOf(this.kind, this.key, response);
  }

  // Show a response as if the reader had just given it; null clears the answer.
  fill(response) {
    this.clear();
    this.moved = false;
    if (this.kind === "order") {
      if (response === null) return;
      this.moved = true;
      this.#place(response.map((number) => this.part(number)));
    } else if (this.kind === "match") {
      for (const part of this.parts) part.querySelector("select").value = response?.[numberOf(part) - 1] ?? "";
    } else {
      for (const input of this.form.querySelectorAll("input")) {
        input.checked = [response].flat().includes(Number(input.value));
      }
    }
  }

  // Say that the answer is not complete and go to where it is given.
  ask() {
    this.hint.textContent = this.hint.dataset.choose;
    const empty = [...this.form.querySelectorAll("select")].find((select) => !select.value);
    (empty ?? this.form.querySelector("input, .move:not([aria-disabled=true])")).focus();
  }

  mark(response) {
    this.marked = true;
    this.hint.textContent = "";
    this.fieldset.disabled = true;
    this.answers.hidden = false;
    giveFeedback(this, response);
  }

  clear() {
    this.marked = false;
    this.fieldset.disabled = false;
    this.hint.textContent = this.hint.dataset.hint ?? "";
    this.answers.hidden = true;
    this.answers.open = false;
    clearFeedback(this);
  }

  number(number) {
    this.form.querySelector(".question-number").textContent = number;
  }

  // The tricks to read again after a response that is not entirely right, as {slug, name, href, phase}.
  missed(response) {
    return this.#linksTo(response).map((link) => ({
      slug: link.dataset.trick ?? this.form.dataset.trick,
      name: link.dataset.learn ?? link.textContent,
      href: link.getAttribute("href"),
      phase: link.dataset.phase ?? this.phase,
    }));
  }

  #linksTo(response) {
    if (this.kind !== "match") return [this.answers.querySelector("[data-learn]")];
    return this.parts
      .filter((part) => response[numberOf(part) - 1] !== numberOf(part))
      .map((part) => this.why(numberOf(part)).querySelector("[data-trick]"));
  }

  why(number) {
    return this.answers.querySelector(`[data-why="${number}"]`);
  }
}

export function numberOf(part) {
  return Number(part.dataset.part);
}
