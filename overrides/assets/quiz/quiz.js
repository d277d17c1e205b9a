// A quiz: start, one question at a time, result. The address holds the seed, the device the answers.

import { slugToday, takeOver } from "../shell/formerly.js";
import { canKeep } from "../shell/kept.js";
import { beforePrinting } from "../shell/printing.js";
import { Bank } from "./bank.js";
import { Laid } from "./laid.js";
import { tellKept } from "./not_kept.js";
import { onPaper } from "./paper.js";
import { Position } from "./position.js";
import { feedbackChoice, forget, keep, keepFeedbackChoice, kept } from "./progress.js";
import { offer, showResult, showReview, tellResult } from "./result.js";
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
    // Without a script there is no result to stand before the questions.
    part("questions").before(part("result-later").content);
    this.panel = part("result");
    this.position = new Position(root);
    this.bank = new Bank(root, (question) => this.#listenTo(question));
    this.laid = new Laid(root, this.bank);
    this.#listen(part);
  }

  get session() {
    return this.laid.session;
  }

  // Show the start, or begin at once where a link leads to the questions of one trick.
  async open() {
    try {
      await this.bank.learn();
    } catch {
      // The page stays as it is without a script.
      this.root.dataset.plain = "";
      this.laid.tellLoaded(false);
      return;
    }
    onPaper(this.laid);
    beforePrinting(() => this.laid.have(this.session.names));
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

  #showStart(session) {
    this.root.closest(".page")?.removeAttribute("data-running");
    this.laid.take(session ?? this.#fresh());
    this.position.hide();
    this.panel.hidden = true;
    showStartPanel(this.startPanel, session);
  }

  // `quietly` leaves the reader where the page opened.
  async #begin(session, { quietly = false } = {}) {
    this.laid.take({ ...session, feedback: feedbackChoice() });
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
      if (!(await this.laid.have(names.slice(first, first + AT_ONCE)))) return;
      if (!this.bank.get(names[at])) {
        leaveOut(this.session, names[at]);
        await this.#go(at);
        return;
      }
    }
    this.#run();
    this.session.at = at;
    const current = this.bank.get(names[at]);
    this.laid.showOnly((question) => question === current);
    this.panel.hidden = true;
    this.position.show(this.session);
    const given = answers[current.name];
    if (given !== undefined && feedback === "once") current.mark(given);
    this.position.showWays(this.session, current);
    this.#keep();
    current.legend.focus({ preventScroll: true });
    this.position.intoView();
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
    this.position.showWays(this.session, question);
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
    if (answered.some((name) => !this.bank.get(name)) && !(await this.laid.have(answered))) return;
    answered.filter((name) => !this.bank.get(name)).forEach((name) => leaveOut(this.session, name));
    const { names } = this.session;
    this.#run();
    this.session.finished = true;
    this.#keep();
    this.position.hide();
    this.panel.hidden = false;
    const marked = this.#marked();
    const leftOut = names.length - marked.length;
    for (const { question, response } of marked) {
      question.actions.hidden = true;
      question.mark(response);
    }
    showResult(this.panel, marked, leftOut);
    tellResult(this.root, marked, names.length, Math.min(this.size ?? Infinity, this.bank.names().length));
    this.#review(marked, false);
    offer(this.panel, "[data-go-on]", leftOut);
    offer(this.panel, "[data-repeat]", marked.filter(({ share }) => share < 1).length);
    if (quietly) return;
    this.panel.querySelector("h2").focus({ preventScroll: true });
    this.panel.scrollIntoView();
  }

  #review(marked, all) {
    this.laid.showOnly(showReview(this.panel, marked, all));
  }

  #keep() {
    tellKept(this.root, keep(this.slug, this.session));
  }
}
