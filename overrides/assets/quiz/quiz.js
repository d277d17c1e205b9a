// A quiz: start, one question at a time, result. The address holds the seed, the device the answers.

import { slugToday, takeOver } from "../shell/formerly.js";
import { feedbackChoice, forget, keep, keepFeedbackChoice, kept } from "./progress.js";
import { tellKept } from "./not_kept.js";
import { onPaper } from "./paper.js";
import { Question } from "./question.js";
import { showResult } from "./result.js";
import { drawn, newSeed, seedIn } from "./shuffle.js";
import { canKeep } from "../shell/kept.js";
import { fill } from "../shell/words.js";

export function start() {
  new Quiz(document.querySelector("[data-quiz]")).open();
}

class Quiz {
  constructor(root) {
    this.root = root;
    this.slug = root.dataset.quiz;
    this.size = Number(root.dataset.random) || undefined;
    this.questions = new Map(
      [...root.querySelectorAll("[data-question]")].map((form) => [form.id, new Question(form)]),
    );
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.startPanel = part("start");
    this.progress = part("progress");
    this.list = part("questions");
    // Without a script there is no result to stand before the questions.
    this.list.before(part("result-later").content);
    this.panel = part("result");
    this.steps = part("steps");
    this.key = part("key");
    this.nextWords = part("next").textContent;
    this.checkWords = root.querySelector(".question-actions [type=submit]").textContent;
    this.#listen(part);
    onPaper(this);
  }

  // Show the start, or begin at once where a link leads to the questions of one trick.
  open() {
    takeOver("quiz", "quiz", this.slug, (own, old) => own ?? old);
    const earlier = kept(this.slug);
    const seed = seedIn(location.search) ?? earlier?.seed ?? newSeed();
    const same = earlier?.seed === seed ? this.#stillFitting(earlier) : null;
    this.#setSeed(seed);
    this.root.dataset.ready = "";
    tellKept(this.root, canKeep());
    const trick = slugToday("trick", location.hash.slice(1));
    const wanted = [...this.questions.values()].some(({ form }) => form.dataset.trick === trick);
    if (wanted && !same) this.#begin(this.#fresh(trick));
    else this.#showStart(same);
  }

  #setSeed(seed) {
    this.seed = seed;
    history.replaceState(null, "", `?seed=${seed}${location.hash}`);
  }

  #stillFitting(session) {
    const names = session.names.filter((name) => this.questions.has(name));
    const answers = Object.fromEntries(
      names.filter((name) => Object.hasOwn(session.answers, name))
        .map((name) => [name, session.answers[name]])
        .filter(([name, response]) => this.questions.get(name).fits(response)),
    );
    if (names.length === 0 || Object.keys(answers).length === 0) return null;
    return { ...session, names, answers, at: Math.min(session.at, names.length - 1) };
  }

  #fresh(trick = null, names = drawn([...this.questions.keys()], this.seed, this.size)) {
    const first = (name) => this.questions.get(name).form.dataset.trick === trick;
    const ordered = [...names.filter(first), ...names.filter((name) => !first(name))];
    return { seed: this.seed, names: ordered, answers: {}, at: 0, finished: false, feedback: feedbackChoice() };
  }

  #listen(part) {
    this.startPanel.addEventListener("submit", (event) => {
      event.preventDefault();
      forget(this.slug);
      this.#begin(this.#fresh());
    });
    this.startPanel.addEventListener("change", (event) => keepFeedbackChoice(event.target.value));
    part("continue").addEventListener("click", () => this.#begin(this.session));
    part("next").addEventListener("click", () => this.#go(this.session.at + 1));
    part("skip").addEventListener("click", () => this.#go(this.session.at + 1));
    part("previous").addEventListener("click", () => this.#go(this.session.at - 1));
    part("finish").addEventListener("click", () => this.#finish());
    part("go-on").addEventListener("click", () => {
      const at = this.session.names.findIndex((name) => !Object.hasOwn(this.session.answers, name));
      this.#begin({ ...this.session, finished: false, at });
    });
    part("repeat").addEventListener("click", () => {
      this.#begin(this.#fresh(null, this.#marked().filter(({ share }) => share < 1).map(({ name }) => name)));
    });
    part("new").addEventListener("click", () => {
      history.replaceState(null, "", location.pathname);
      this.#setSeed(newSeed());
      forget(this.slug);
      this.#begin(this.#fresh());
    });
    part("show-right").addEventListener("click", () => {
      this.#review(this.#marked(), true);
      this.panel.querySelector("[data-review]").focus();
    });
    part("reset").addEventListener("click", () => {
      forget(this.slug);
      this.#showStart(null);
      this.startPanel.querySelector("[type=submit]").focus();
    });
    for (const question of this.questions.values()) {
      question.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#answer(question);
      });
    }
  }

  #showStart(session) {
    delete this.root.dataset.running;
    this.session = session ?? this.#fresh();
    this.#lay(this.session);
    for (const { form } of this.questions.values()) form.hidden = true;
    for (const part of [this.progress, this.panel, this.steps]) part.hidden = true;
    this.startPanel.hidden = false;
    this.startPanel.elements.feedback.value = feedbackChoice();
    const proceed = this.startPanel.querySelector("[data-continue]");
    const begin = this.startPanel.querySelector("[type=submit]");
    begin.dataset.start ??= begin.textContent;
    proceed.hidden = !session;
    begin.textContent = session ? begin.dataset.again : begin.dataset.start;
    begin.classList.toggle("button-quiet", Boolean(session));
    if (session) fill(proceed, { count: Object.keys(session.answers).length });
  }

  // Put the session's questions and their solutions in order, and every answer as it was left.
  #lay(session) {
    const names = new Set(session.names);
    const items = new Map(
      [...this.root.querySelectorAll("[data-solves]")].map((item) => [item.dataset.solves, item]),
    );
    for (const [name, item] of items) item.hidden = !names.has(name);
    session.names.forEach((name, index) => {
      const question = this.questions.get(name);
      this.list.append(question.form);
      this.key.querySelector("ol").append(items.get(name));
      question.number(index + 1);
      question.arrange(session.seed);
      question.fill(session.answers[name] ?? null);
    });
  }

  #begin(session) {
    this.session = { ...session, feedback: feedbackChoice() };
    this.root.dataset.running = "";
    this.#lay(this.session);
    this.startPanel.hidden = true;
    if (this.session.finished) this.#finish();
    else this.#go(this.session.at);
  }

  #go(at) {
    const { names, answers, feedback } = this.session;
    if (at >= names.length) {
      this.#finish();
      return;
    }
    this.session.at = at;
    const current = this.questions.get(names[at]);
    for (const { form } of this.questions.values()) form.hidden = form !== current.form;
    this.panel.hidden = true;
    this.progress.hidden = false;
    this.steps.hidden = false;
    fill(this.progress.querySelector("[data-position]"), { number: at + 1, all: names.length });
    const bar = this.progress.querySelector("progress");
    bar.max = names.length;
    bar.value = at + 1;
    const given = answers[current.name];
    if (given !== undefined && feedback === "once") current.mark(given);
    this.#showSteps(current);
    this.#keep();
    current.legend.focus({ preventScroll: true });
    this.progress.scrollIntoView();
  }

  #showSteps(current) {
    const { at, names, answers, feedback } = this.session;
    const last = at === names.length - 1;
    const next = this.steps.querySelector("[data-next]");
    next.hidden = !current.marked;
    next.textContent = last ? next.dataset.last : this.nextWords;
    this.steps.querySelector("[data-skip]").hidden = current.marked || (last && Object.keys(answers).length === 0);
    this.steps.querySelector("[data-previous]").hidden = at === 0;
    this.progress.querySelector("[data-finish]").hidden = Object.keys(answers).length === 0;
    current.actions.hidden = current.marked;
    const check = current.actions.querySelector("[type=submit]");
    check.textContent = feedback === "once" ? this.checkWords : next.textContent;
  }

  #answer(question) {
    const response = question.response();
    if (response === null) {
      question.ask();
      return;
    }
    this.session.answers[question.name] = response;
    this.#keep();
    if (this.session.feedback === "end") {
      this.#go(this.session.at + 1);
      return;
    }
    question.mark(response);
    this.#showSteps(question);
    question.feedback.focus();
  }

  #marked() {
    return this.session.names
      .filter((name) => Object.hasOwn(this.session.answers, name))
      .map((name) => {
        const question = this.questions.get(name);
        const response = this.session.answers[name];
        return { name, question, phase: question.phase, response, share: question.share(response) };
      });
  }

  #finish() {
    const { names } = this.session;
    this.session.finished = true;
    this.#keep();
    this.progress.hidden = true;
    this.steps.hidden = true;
    this.panel.hidden = false;
    const marked = this.#marked();
    const leftOut = names.length - marked.length;
    for (const { question, response } of marked) {
      question.actions.hidden = true;
      question.mark(response);
    }
    showResult(this.panel, marked, leftOut);
    this.#review(marked, false);
    this.#offer("[data-go-on]", leftOut);
    this.#offer("[data-repeat]", marked.filter(({ share }) => share < 1).length);
    this.panel.querySelector("h2").focus({ preventScroll: true });
    this.panel.scrollIntoView();
  }

  // Show the marked questions that were missed below the result, or every one that was answered.
  #review(marked, all) {
    const shown = new Set(marked.filter(({ share }) => all || share < 1).map(({ name }) => name));
    for (const [name, { form }] of this.questions) form.hidden = !shown.has(name);
    this.panel.querySelector("[data-review]").hidden = shown.size === 0;
    this.#offer("[data-show-right]", all ? 0 : marked.length - shown.size);
  }

  #offer(selector, count) {
    const button = this.panel.querySelector(selector);
    button.hidden = count === 0;
    fill(button, { count });
  }

  #keep() {
    tellKept(this.root, keep(this.slug, this.session));
  }
}
