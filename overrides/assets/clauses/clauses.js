// The page of clauses: what is picked becomes one text to copy.

import { conflicts, picksPlace } from "./picks.js";
import { wordingOf } from "./wording.js";
import { toClipboard } from "../shell/clipboard.js";
import { listed, say, wordsOf } from "../shell/words.js";

export function start() {
  new Clauses(document.querySelector("[data-clauses]")).start();
}

class Clauses {
  constructor(root) {
    this.root = root;
    this.words = wordsOf(root);
    this.items = new Map([...root.querySelectorAll(".clause-item")].map((item) => [item.dataset.slug, item]));
    this.picked = [];
  }

  async start() {
    this.place = await picksPlace();
    const { purchase } = this.place;
    this.one("[data-picked-for]").hidden = !purchase;
    if (purchase) this.one("[data-picked-for] a").textContent = say(this.words.clauses_of_purchase, { name: purchase.name });
    for (const part of this.root.querySelectorAll("[data-pick], [data-pick-hint]")) part.hidden = false;
    this.root.addEventListener("change", ({ target }) => {
      if (target.closest("[data-pick]")) this.pick(target.value, target.checked);
    });
    this.one("[data-copy-picked]").addEventListener("click", () => this.copy());
    this.one("[data-clear-picked]").addEventListener("click", () => this.clear());
    this.place.whenChangedElsewhere(() => this.take());
    this.take();
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  take() {
    this.picked = [...this.place.read()];
    this.show();
  }

  pick(slug, on) {
    const others = this.picked.filter((each) => each !== slug);
    this.picked = on ? [...others, slug] : others;
    this.show();
    this.keep();
  }

  keep() {
    const kept = this.place.keep(this.picked);
    this.one("[data-picked-status]").textContent = kept ? "" : this.words.clauses_not_kept;
  }

  // By subject, as they stand on the page, whatever the order of picking. What this page does not have, such as the
  // clause of another version, stays picked but is not shown.
  get here() {
    return [...this.items.keys()].filter((slug) => this.picked.includes(slug));
  }

  show() {
    for (const [slug, item] of this.items) {
      const box = item.querySelector("[data-pick] input");
      box.checked = this.picked.includes(slug);
      item.classList.toggle("is-picked", box.checked);
    }
    const some = this.here.length > 0;
    this.one("[data-picked]").hidden = !some;
    this.one("[data-picked-bar]").hidden = !some;
    const same = conflicts(this.here, (slug) => this.items.get(slug).dataset.matter);
    const told = same.map((slugs) => say(this.words.clauses_conflict, { clauses: listed(slugs.map((slug) => this.name(slug))) }));
    const count = say(this.words.clauses_picked, { count: this.here.length });
    this.one("[data-picked-count]").textContent = some ? [count, ...told].join(" ") : "";
    this.one("[data-conflicts]").replaceChildren(
      ...told.map((words) => Object.assign(document.createElement("li"), { className: "notice", textContent: words })),
    );
    this.one("[data-text]").value = some ? this.text() : "";
  }

  // What both parties call the clause: the buyer's own move stays on the page.
  name(slug) {
    return this.items.get(slug).querySelector("[data-caption]").textContent.trim();
  }

  text() {
    const clauses = this.here.map((slug, index) => `${index + 1}. ${this.name(slug)}\n\n${this.wording(slug)}`);
    return [this.words.clauses_text_head, ...clauses, this.words.clauses_shared].join("\n\n");
  }

  wording(slug) {
    return wordingOf(this.items.get(slug)).join("\n\n");
  }

  async copy() {
    const field = this.one("[data-text]");
    const done = await toClipboard(field.value);
    if (!done) field.select();
    this.one("[data-picked-status]").textContent = done ? this.words.copied_text : this.words.copy_failed;
  }

  clear() {
    this.picked = [];
    this.show();
    this.keep();
    this.one("h2").scrollIntoView();
    this.one("[data-pick] input").focus();
  }
}
