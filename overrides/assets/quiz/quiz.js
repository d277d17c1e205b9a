// A quiz: start, one question at a time, result. The address holds the seed, the device the answers.

import { slugToday, takeOver } from "../shell/formerly.js";
import { canKeep } from "../shell/kept.js";
import { beforePrinting } from "../shell/printing.js";
import { fill } from "../shell/words.js";
import { Bank } from "./bank.js";
import { totalled } from "./marking.js";
import { tellKept } from "./not_kept.js";
import { onPaper } from "./paper.js";
import { feedbackChoice, forget, keep, keepFeedbackChoice, kept } from "./progress.js";
import { showResult } from "./result.js";
import { answeredOf, drawnSession, leaveOut, sessionOf, stillFitting } from "./session.js";
import { newSeed, seedIn } from "./shuffle.js";
import { offerAddress, showStartPanel } from "./start_panel.js";

// How many questions are fetched at a time.
const AT_ONCE = 10;

export function start() {
  new Quiz(document.querySelector("[data-quiz]")).open();
}

class Quiz {
  constructor(root) {
    this.root = root;
    this.slug = root.dataset.quiz;
    this.size = Number(root.dataset.random) || undefined;
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
    this.bank = new Bank(root, (question) => this.#listenTo(question));
    this.#listen(part);
  }

  // Show the start, or begin at once where a link leads to the questions of one trick.
  async open() {
    try {
      await this.bank.learn();
    } catch {
      // The page stays as it is without a script.
      this.root.dataset.plain = "";
      this.#tellLoaded(false);
      return;
    }
    onPaper(this);
    beforePrinting(() => this.#have(this.session.names));
    takeOver("quiz", "quiz", this.slug, (own, old) => own ?? old);
    const earlier = kept(this.slug);
    const seed = seedIn(location.search) ?? earlier?.seed ?? newSeed();
    const same = earlier?.seed === seed ? stillFitting(this.bank, earlier) : null;
    this.#setSeed(seed);
    tellKept(this.root, canKeep());
    const trick = slugToday("trick", location.hash.slice(1));
    const wanted = this.bank.names().some((name) => this.bank.trickOf(name) === trick);
    this.#showStart(same);
    if (same?.finished && !wanted) await this.#begin(same, { quietly: true });
    else if (wanted && !same) await this.#begin(this.#fresh(trick));
    this.root.dataset.ready = "";
  }

  #setSeed(seed) {
    this.seed = seed;
    // Beside what others say there, such as the path the reader is on.
    const address = new URL(location.href);
    address.searchParams.set("seed", seed);
    history.replaceState(null, "", address);
  }

  #fresh(trick = null) {
    return drawnSession(this.bank, this.seed, this.size, trick);
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
      const missed = this.#marked().filter(({ share }) => share < 1);
      this.#begin(sessionOf(this.seed, missed.map(({ name }) => name)));
    });
    part("new").addEventListener("click", () => {
      history.replaceState(null, "", location.pathname + location.search);
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
    offerAddress(this.root, () => this.seed);
  }

  #listenTo(question) {
    question.form.hidden = true;
    question.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answer(question);
    });
  }

  // Fetch the questions of these names and put them in their places; tell whether that was possible.
  async #have(names) {
    const session = this.session;
    this.root.setAttribute("aria-busy", "true");
    const loaded = await this.bank.load(names).then(() => true, () => false);
    this.root.removeAttribute("aria-busy");
    this.#tellLoaded(loaded);
    if (this.session !== session) return false;
    if (loaded) this.#lay();
    return loaded;
  }

  #tellLoaded(loaded) {
    const notice = this.root.querySelector("[data-not-loaded]");
    notice.hidden = loaded;
    notice.textContent = loaded ? "" : notice.dataset.notLoaded;
  }

  // The questions of the session that are here, in its order.
  laid() {
    return this.session.names.map((name) => this.bank.get(name)).filter(Boolean);
  }

  #showStart(session) {
    this.root.closest(".page")?.removeAttribute("data-running");
    this.#take(session ?? this.#fresh());
    for (const part of [this.progress, this.panel, this.steps]) part.hidden = true;
    showStartPanel(this.startPanel, session);
  }

  // Take up a session: none of its questions shows.
  #take(session) {
    this.session = session;
    this.filled = new Set();
    for (const { form } of this.bank.all()) form.hidden = true;
    this.#lay();
  }

  // Put the session's questions that are here in order, with their solutions; each that is new to it gets its answer
  // as it was left.
  #lay() {
    const { names, answers, seed } = this.session;
    const laid = this.laid();
    for (const question of laid) {
      if (this.filled.has(question.name)) continue;
      this.filled.add(question.name);
      question.number(names.indexOf(question.name) + 1);
      question.arrange(seed);
      question.fill(answers[question.name] ?? null);
    }
    this.list.replaceChildren(...laid.map(({ form }) => form));
    const solutions = laid.map(({ name }) => this.bank.solution(name));
    for (const item of solutions) item.value = names.indexOf(item.dataset.solves) + 1;
    this.key.querySelector("ol").replaceChildren(...solutions);
  }

  // `quietly` leaves the reader where the page opened.
  async #begin(session, { quietly = false } = {}) {
    this.#take({ ...session, feedback: feedbackChoice() });
    if (this.session.finished) await this.#finish({ quietly });
    else await this.#go(this.session.at);
  }

  #run() {
    this.root.closest(".page")?.setAttribute("data-running", "");
    this.startPanel.hidden = true;
  }

  async #go(at) {
    const { names, answers, feedback } = this.session;
    if (at >= names.length) {
      await this.#finish();
      return;
    }
    if (!this.bank.get(names[at])) {
      const first = at - (at % AT_ONCE);
      if (!(await this.#have(names.slice(first, first + AT_ONCE)))) return;
      if (!this.bank.get(names[at])) {
        leaveOut(this.session, names[at]);
        await this.#go(at);
        return;
      }
    }
    this.#run();
    this.session.at = at;
    const current = this.bank.get(names[at]);
    for (const { form } of this.bank.all()) form.hidden = form !== current.form;
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
    return answeredOf(this.session).map((name) => {
      const question = this.bank.get(name);
      const response = this.session.answers[name];
      return { name, question, phase: question.phase, response, share: question.share(response) };
    });
  }

  async #finish({ quietly = false } = {}) {
    const answered = answeredOf(this.session);
    if (answered.some((name) => !this.bank.get(name)) && !(await this.#have(answered))) return;
    answered.filter((name) => !this.bank.get(name)).forEach((name) => leaveOut(this.session, name));
    const { names } = this.session;
    this.#run();
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
    this.#tellResult(marked);
    this.#review(marked, false);
    this.#offer("[data-go-on]", leftOut);
    this.#offer("[data-repeat]", marked.filter(({ share }) => share < 1).length);
    if (quietly) return;
    this.panel.querySelector("h2").focus({ preventScroll: true });
    this.panel.scrollIntoView();
  }

  // Whoever stands around the quiz may hear how it went; `whole` says whether it was a go at all of it.
  #tellResult(marked) {
    const { points } = totalled(marked);
    const asked = this.session.names.length;
    const whole = asked >= Math.min(this.size ?? Infinity, this.bank.names().length);
    const detail = { points, asked, answered: marked.length, whole };
    this.root.dispatchEvent(new CustomEvent("quiz-result", { detail }));
  }

  // Show the marked questions that were missed below the result, or every one that was answered.
  #review(marked, all) {
    const shown = new Set(marked.filter(({ share }) => all || share < 1).map(({ name }) => name));
    for (const { name, form } of this.bank.all()) form.hidden = !shown.has(name);
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
