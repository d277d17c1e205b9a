// What a page lists: narrowed by words and facets, counted, and put in order.

import { plainLetters } from "../shell/letters.js";
import { fill } from "../shell/words.js";

export class Listing {
  #items;
  #facets;
  #groups = [...document.querySelectorAll("[data-group]")];
  #flat = document.querySelector("[data-flat]");

  constructor(facets) {
    this.#facets = facets;
    this.#items = [...document.querySelectorAll("[data-listed]")].map((element) => ({
      element,
      home: element.parentElement,
      name: element.querySelector("[data-name]").textContent.trim(),
      words: plainLetters(`${element.textContent} ${element.dataset.aliases ?? ""}`),
      values: new Map(facets.map((facet) => [facet, element.getAttribute(`data-${facet}`).split(" ")])),
    }));
  }

  get size() {
    return this.#items.length;
  }

  // Show what fits; returns how many do.
  narrow(typed, wanted) {
    const fitting = new Set(this.#fitting(typed, wanted));
    for (const item of this.#items) item.element.hidden = !fitting.has(item);
    for (const group of this.#groups) {
      const count = group.querySelectorAll("[data-listed]:not([hidden])").length;
      group.hidden = count === 0;
      for (const said of group.querySelectorAll("[data-say]")) fill(said, { count });
    }
    return fitting.size;
  }

  // How many there would be with each value of a facet, all other choices as they are.
  counts(typed, wanted, facet) {
    const counts = new Map();
    for (const item of this.#fitting(typed, new Map([...wanted, [facet, ""]]))) {
      for (const value of item.values.get(facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  // By name, by a facet's values in the order of its options, or by a number; without `by` as the page was.
  sort(by, facet) {
    this.#flat.hidden = !by;
    if (!by) {
      for (const { element, home } of this.#items) home.append(element);
      return;
    }
    const list = this.#flat.querySelector("ul");
    for (const { element } of this.#ordered(by, facet)) list.append(element);
  }

  #ordered(by, facet) {
    if (by === "name") {
      const { compare } = new Intl.Collator(document.documentElement.lang, { ignorePunctuation: true });
      return this.#items.toSorted((one, other) => compare(one.name, other.name));
    }
    const values = facet && [...facet.options].map((option) => option.value);
    const place = ({ element }) => {
      const value = element.getAttribute(`data-${by}`);
      return values ? values.indexOf(value) : -Number(value);
    };
    return this.#items.toSorted((one, other) => place(one) - place(other));
  }

  #fitting(typed, wanted) {
    const words = plainLetters(typed).split(/\s+/).filter(Boolean);
    return this.#items.filter(
      (item) =>
        words.every((word) => item.words.includes(word)) &&
        this.#facets.every((facet) => !wanted.get(facet) || item.values.get(facet).includes(wanted.get(facet))),
    );
  }
}
