// The search dialog: "/" opens it, arrows walk the results, Back returns to the words typed.

import { Finder } from "./finder.js";
import { nearThings, resultItems } from "./results.js";
import { format } from "../shell/words.js";

const SHOWN = 8;
const PAUSE = 120;

export function start() {
  const dialog = document.querySelector("#search");
  const search = new Search(dialog);
  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search.open();
    });
  }
  const examples = document.querySelector("[data-search-examples]");
  if (examples) {
    examples.hidden = false;
    for (const button of examples.querySelectorAll("[data-search-for]")) {
      button.addEventListener("click", () => search.open(button.dataset.searchFor));
    }
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.open();
    }
  });
  // Whoever comes back from a result finds the words as they were; a browser that kept the page has them still.
  if (history.state?.searched) search.open(history.state.searched);
}

class Search {
  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("input");
    this.status = dialog.querySelector(".search-status");
    this.list = dialog.querySelector(".search-results");
    this.near = dialog.querySelector(".search-near");
    this.more = dialog.querySelector(".search-more");
    this.words = JSON.parse(dialog.dataset.words);
    this.finder = new Finder(dialog.dataset.index, dialog.dataset.base);
    this.latest = 0;
    this.input.addEventListener("input", () => this.findSoon());
    // Whoever leaves the field waits no longer.
    this.input.addEventListener("change", () => this.waiting !== undefined && this.find());
    dialog.addEventListener("pointerdown", (event) => event.target !== this.input && this.hold());
    this.more.addEventListener("click", () => this.showMore());
    this.list.addEventListener("click", () => remember(this.input.value));
    dialog.addEventListener("close", () => remember(""));
    dialog.addEventListener("keydown", (event) => this.walk(event));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  open(words) {
    if (!this.dialog.open) this.dialog.showModal();
    if (words !== undefined) this.input.value = words;
    this.input.focus();
    this.input.select();
    this.find();
  }

  // The words of a slow typist's every letter are not worth a look each.
  findSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.find(), PAUSE);
  }

  find() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.finding = this.show(this.input.value.trim(), ++this.latest);
    return this.finding;
  }

  // What is pressed stays until it is let go: a list filled anew in between would swallow the click.
  hold() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.latest += 1;
    const over = new AbortController();
    const letGo = () => {
      over.abort();
      setTimeout(() => this.input.value.trim() === (this.list.dataset.answers ?? "") || this.find());
    };
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, letGo, { signal: over.signal });
  }

  async show(typed, turn) {
    if (!typed) {
      this.fill([], this.words.hint, typed);
      this.finder.ready().catch(() => {});
      return;
    }
    if (!this.list.childElementCount) this.status.textContent = this.words.working;
    try {
      const { hits, near } = await this.finder.find(typed);
      const items = await this.items(hits.slice(0, SHOWN));
      const offered = hits.length ? [] : nearThings(await this.items(near), this.words, (word) => this.open(word));
      if (turn !== this.latest) return;
      this.rest = hits.slice(SHOWN);
      this.fill(items, this.summary(hits.length), typed, offered);
    } catch {
      if (turn === this.latest) this.fill([], this.words.failed, typed);
    }
  }

  items(hits) {
    return resultItems(this.finder, hits);
  }

  fill(items, said, typed, near = []) {
    this.list.replaceChildren(...items);
    this.near.replaceChildren(...near);
    this.near.hidden = !near.length;
    this.more.hidden = !items.length || !this.rest.length;
    this.status.textContent = said;
    this.list.dataset.answers = typed;
  }

  async showMore() {
    const items = await this.items(this.rest.slice(0, SHOWN));
    this.rest = this.rest.slice(SHOWN);
    this.list.append(...items);
    this.more.hidden = !this.rest.length;
    items[0].querySelector("a").focus();
  }

  summary(count) {
    if (!count) return this.words.none;
    const forms = this.words.results;
    const plural = format("PluralRules", document.documentElement.lang);
    return (forms[plural.select(count)] ?? forms.other).replace("{count}", count);
  }

  async walk(event) {
    const stops = [this.input, ...this.dialog.querySelectorAll(".search-results a, .search-near a")];
    const here = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      stops[(here + step + stops.length) % stops.length].focus();
    } else if (event.key === "Enter" && document.activeElement === this.input) {
      event.preventDefault();
      await (this.waiting === undefined ? this.finding : this.find());
      this.list.querySelector("a")?.click();
    } else if (event.key === "Escape") {
      // A search field would take the first Escape for itself.
      event.preventDefault();
      this.dialog.close();
    }
  }
}

function remember(searched) {
  const { searched: before, ...state } = history.state ?? {};
  if (searched || before) history.replaceState(searched ? { ...state, searched } : state, "");
}
