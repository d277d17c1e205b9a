// The assessment: answers kept on this device, a result on demand, files to save and compare with.

import { answersOf, saveAnswers } from "./answer_files.js";
import { Result } from "./assessment_result.js";
import { takeOver } from "../shell/formerly.js";
import { ChosenForm } from "./chosen_form.js";
import { isBlocked } from "../shell/kept.js";
import { KeptAnswers } from "./kept_answers.js";
import { say, wordsOf } from "../shell/words.js";
import { Whose } from "./whose.js";

export function start() {
  const root = document.querySelector("[data-assessment]");
  new Assessment(root, JSON.parse(root.dataset.assessment), wordsOf(root)).start();
}

class Assessment {
  constructor(root, scored, words) {
    this.root = root;
    this.scored = scored;
    this.words = words;
    this.known = new Set(scored.statements.map(({ id }) => id));
    this.kept = new KeptAnswers(scored.assessment, this.known);
    this.form = root.querySelector("[data-form]");
    this.status = root.querySelector("[data-status]");
    // Without a script there is no result to show.
    root.querySelector("[data-result-later]").replaceWith(root.querySelector("[data-result-later]").content);
    this.result = new Result(root.querySelector("[data-result]"), words, scored);
    this.forms = new ChosenForm(root, scored, words, {
      whenChosen: () => this.showForm(),
      whenGoingOn: () => this.goToFirstUnanswered(),
    });
    this.answers = {};
    this.earlier = null;
    this.whose = new Whose(this);
  }

  start() {
    this.root.classList.add("is-live");
    for (const part of ["[data-bar-of-answers]", "[data-tools]"]) this.one(part).hidden = false;
    this.form.addEventListener("change", ({ target }) => this.answer(target.name, target.value));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.showResult();
    });
    this.when("[data-first-unanswered]", "click", (event) => {
      event.preventDefault();
      this.goToFirstUnanswered();
    });
    this.when("[data-plan]", "click", (event) => this.follow(event));
    this.when("[data-plan-more]", "click", (event) => this.follow(event));
    this.when("[data-save]", "click", () => this.save());
    this.when("[data-continue]", "change", (event) => this.continueFrom(event.target));
    this.when("[data-compare]", "change", (event) => this.compareWith(event.target));
    this.when("[data-close-comparison]", "click", () => this.closeComparison());
    this.when("[data-reset]", "click", () => this.one("[data-confirm]").showModal());
    this.when("[data-confirm]", "close", ({ target }) => {
      if (target.returnValue === "delete") this.reset();
      target.returnValue = "";
    });
    takeOver("assessment", "assessment", this.scored.assessment, (own, old) => ({ ...old, ...own }));
    this.forms.start();
    this.kept.whenChangedElsewhere(() => this.take(this.kept.answers));
    this.take(this.kept.answers);
    const some = Object.keys(this.answers).length > 0;
    if (some && this.kept.resultWasShown) this.draw();
    if (!this.kept.tryToKeep()) this.tell(this.notKept());
    else if (some) this.tell(this.words.answers_kept);
    this.whose.start();
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  when(selector, kind, callback) {
    this.one(selector).addEventListener(kind, callback);
  }

  tell(...sentences) {
    const words = sentences.filter(Boolean).join(" ");
    this.status.hidden = false;
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  answer(id, value) {
    this.answers[id] = value;
    if (this.status.textContent === this.words.answer_first) this.status.hidden = true;
    this.keep();
    this.forms.keep();
    this.refresh();
  }

  // A warning goes with its cause.
  keep() {
    const warning = this.notKept();
    if (!this.kept.keep(this.answers)) this.tell(warning);
    else if (this.status.textContent === warning) this.status.hidden = true;
  }

  notKept() {
    return isBlocked() ? this.words.answers_not_kept : this.words.answers_no_room;
  }

  take(answers) {
    this.answers = { ...answers };
    for (const input of this.form.querySelectorAll("input")) {
      input.checked = this.answers[input.name] === input.value;
    }
    this.refresh();
  }

  // The answers of another place take the place of these.
  moveTo(kept) {
    const shown = !this.result.section.hidden;
    this.kept = kept;
    this.earlier = null;
    this.status.hidden = true;
    this.hideResult();
    this.take(kept.answers);
    if (Object.keys(this.answers).length && (shown || kept.resultWasShown)) this.draw();
  }

  hideResult() {
    this.result.section.hidden = true;
    this.one("[data-answers-title]").hidden = true;
    this.root.classList.remove("has-result");
  }

  // Another form asks for other statements; what was answered stays, in this place of the history too.
  showForm() {
    this.refresh();
    if (!Object.keys(this.answers).length) return;
    this.keep();
    if (!this.result.section.hidden) this.kept.keepShown();
  }

  get answered() {
    return this.forms.statements.filter(({ id }) => Object.hasOwn(this.answers, id)).length;
  }

  // The progress follows every answer; a result once shown does too.
  refresh() {
    const [answered, all] = [this.answered, this.forms.statements.length];
    this.one("[data-progress-words]").textContent = say(this.words.answered_of, { answered, all });
    this.one("[data-progress]").max = all;
    this.one("[data-progress]").value = answered;
    this.one("[data-reset]").hidden = !Object.keys(this.answers).length;
    this.whose.refresh();
    if (!this.result.section.hidden) this.draw();
  }

  draw() {
    this.result.show(this.forms, this.answers, this.earlier);
    this.one("[data-answers-title]").hidden = false;
    this.root.classList.add("has-result");
  }

  showResult() {
    if (!this.answered) {
      this.tell(this.words.answer_first);
      this.focusFirst();
      return;
    }
    this.draw();
    this.kept.keepShown();
    this.forms.keep();
    this.one("#result-title").focus();
  }

  focusFirst() {
    this.form.querySelector(".statement:not([hidden]) input").focus();
  }

  goToFirstUnanswered() {
    const waiting = this.forms.statements.find(({ id }) => !Object.hasOwn(this.answers, id));
    if (waiting) this.goTo(waiting.id);
    else this.one("#result-title").focus();
  }

  goTo(id) {
    const field = document.getElementById(id);
    (field.querySelector("input:checked") ?? field.querySelector("input")).focus();
    field.scrollIntoView({ block: "center" });
  }

  follow(event) {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    this.goTo(link.hash.slice(1));
  }

  save() {
    saveAnswers(this.scored.assessment, this.forms.form, this.answers, this.words.assessment_file);
    this.tell(this.words.answers_saved);
  }

  opened(input) {
    return answersOf(input, this.scored.assessment, this.known, this.words, (words) => this.tell(words));
  }

  async continueFrom(input) {
    const found = await this.opened(input);
    if (!found) return;
    this.take(found.answers);
    this.forms.choose(found.form);
    const kept = this.kept.keep(this.answers);
    this.tell(say(this.words.answers_loaded, { date: found.date }), found.skipped, kept ? "" : this.notKept());
  }

  async compareWith(input) {
    const found = await this.opened(input);
    if (found) this.compare(found);
  }

  // Like is compared with like: what was answered then, with the same now.
  compare({ answers, date, form, skipped }) {
    this.earlier = { answers, date };
    const narrower = form === "short" && this.forms.form === "all" && this.scored.short.length > 0;
    if (narrower) this.forms.choose("short");
    this.draw();
    if (skipped || narrower) this.tell(narrower && this.words.form_of_file, skipped);
    else this.status.hidden = true;
    this.one("#comparison-title").focus();
  }

  closeComparison() {
    this.earlier = null;
    this.draw();
    this.one("#result-title").focus();
  }

  reset() {
    this.kept.forget();
    this.forms.forget();
    this.earlier = null;
    this.hideResult();
    this.take({});
    this.tell(this.words.reset_done);
    this.focusFirst();
  }
}
