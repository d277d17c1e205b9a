// The questions that a quiz may ask. Those in its own page are here at once; the others stand on a page for each
// trick, which all quizzes share, and are fetched when they are asked for.

import { fits } from "./marking.js";
import { Question } from "./question.js";
import { textOf } from "../shell/served.js";
import { parsedPieces } from "../shell/trusted.js";

export class Bank {
  #known = new Map();
  #here = new Map();
  #solutions = new Map();
  #pages = new Map();
  #whenTaken;

  // `whenTaken` is called with each question as it comes.
  constructor(root, whenTaken) {
    this.root = root;
    this.#whenTaken = whenTaken;
  }

  // Learn which questions there are; fails where they cannot be fetched.
  async learn() {
    const { bank, ask, phases } = this.root.dataset;
    if (bank === undefined) {
      this.#take(this.root);
      for (const [name, { kind, form, parts }] of this.#here) {
        this.#known.set(name, { trick: form.dataset.trick, kind, size: parts.length });
      }
      return;
    }
    const wanted = phases ? phases.split(" ") : null;
    for (const item of (await fetched(bank)).querySelectorAll("li[data-trick]")) {
      if (wanted && !wanted.includes(item.dataset.phase)) continue;
      const listed = ask === "which-trick" ? item.dataset.whichTrick : item.dataset.questions;
      for (const entry of listed.split(" ").filter(Boolean)) {
        const [name, kind, size] = entry.split(":");
        this.#known.set(name, { trick: item.dataset.trick, kind, size: Number(size) });
      }
    }
    this.#take(this.root);
  }

  names() {
    return [...this.#known.keys()];
  }

  knows(name) {
    return this.#known.has(name);
  }

  trickOf(name) {
    return this.#known.get(name).trick;
  }

  fits(name, response) {
    const { kind, size } = this.#known.get(name);
    return fits(kind, size, response);
  }

  // Bring the questions of these names here; one that is no longer anywhere is known no more.
  async load(names) {
    const missing = names.filter((name) => this.knows(name) && !this.#here.has(name));
    await Promise.all([...new Set(missing.map((name) => this.trickOf(name)))].map((trick) => this.#fetch(trick)));
    for (const name of missing) {
      if (!this.#here.has(name)) this.#known.delete(name);
    }
  }

  get(name) {
    return this.#here.get(name);
  }

  solution(name) {
    return this.#solutions.get(name);
  }

  all() {
    return [...this.#here.values()];
  }

  #fetch(trick) {
    if (!this.#pages.has(trick)) {
      const page = fetched(`${this.root.dataset.bank}${trick}/`).then((found) => this.#take(found));
      page.catch(() => this.#pages.delete(trick));
      this.#pages.set(trick, page);
    }
    return this.#pages.get(trick);
  }

  #take(found) {
    for (const item of found.querySelectorAll("[data-solves]")) {
      if (!this.#solutions.has(item.dataset.solves)) this.#solutions.set(item.dataset.solves, document.adoptNode(item));
    }
    for (const form of found.querySelectorAll("form[data-question]")) {
      if (this.#here.has(form.id)) continue;
      const question = new Question(document.adoptNode(form));
      this.#here.set(form.id, question);
      this.#whenTaken(question);
    }
  }
}

async function fetched(address) {
  return parsedPieces(await textOf(address));
}
