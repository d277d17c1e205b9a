// The kind of purchase that each offer is: which lines are still to fill in, and what an empty one may be by a source.

import { element } from "./fields.js";
import { estimates, openLines } from "./lines_to_fill.js";
import { shown } from "./numbers.js";
import { listed, say } from "../shell/words.js";

export class Kinds {
  // asked: {kinds, inputs}; section: null where the guide knows no kinds. chosen(place, kind) and filled(place) are
  // called when the reader wants it, takenBack(place) when what was filled in is out again.
  constructor(section, asked, words, { chosen, filled, takenBack }) {
    Object.assign(this, { section, asked, words });
    if (!section) return;
    this.list = section.querySelector("[data-kinds-of]");
    this.told = section.querySelector("[data-told]");
    this.list.addEventListener("change", ({ target }) => chosen(Number(target.dataset.kindOf), target.value));
    this.list.addEventListener("click", ({ target }) => target.matches("[data-fill]") && filled(Number(target.dataset.fill)));
    section.querySelector("[data-undo-fill]").addEventListener("click", () => takenBack(this.takeBack()));
  }

  kindOf({ kind }) {
    return this.asked.kinds.find(({ id }) => id === kind);
  }

  // Whether a line is to be filled in for an offer; for the company's lines, for any offer.
  asks(comparison, id, place) {
    const offers = place === null ? comparison.offers : [comparison.offers[place]];
    return offers.some((offer) => this.kindOf(offer)?.lines.includes(id));
  }

  show(comparison, names) {
    if (!this.section) return;
    this.list.replaceChildren(...comparison.offers.map((offer, place) => this.item(offer, place, names[place])));
    this.tell([]);
    this.showOpen(comparison, names);
  }

  item({ kind }, place, name) {
    const item = element("li", {});
    const label = element("label", {});
    const choice = element("select", { "data-kind-of": place });
    choice.append(new Option(this.words.cost_kind_none, ""), ...this.asked.kinds.map(({ id, name }) => new Option(name, id)));
    choice.value = kind;
    label.append(element("span", { class: "label" }, name), choice);
    const fold = element("details", { hidden: "" });
    fold.append(element("summary", {}), element("p", {}));
    const fill = element("button", { type: "button", class: "text-button", "data-fill": place, hidden: "" }, this.words.cost_kind_fill);
    item.append(label, fold, fill);
    return item;
  }

  // What is open changes with each figure; where the reader unfolded it, it stays so.
  showOpen(comparison, names) {
    if (!this.section) return;
    for (const [place, item] of [...this.list.children].entries()) {
      const [offer, [label, fold, fill]] = [comparison.offers[place], item.children];
      const [kind, given] = [this.kindOf(offer), { ...comparison.company, ...offer.given }];
      const open = kind ? openLines(kind, given) : [];
      put(label.firstElementChild, names[place]);
      fold.hidden = !kind;
      fill.hidden = !kind || !estimates(kind, given, this.asked.inputs).length;
      if (!kind) continue;
      put(fold.firstElementChild, say(this.words.cost_kind_open, { count: open.length }));
      put(fold.lastElementChild, open.length ? listed(open.map((id) => this.nameOf(id))) : this.words.cost_kind_full);
    }
  }

  nameOf(id) {
    return this.asked.inputs.find((input) => input.id === id).name;
  }

  // Puts what sources say into the empty costs of an offer; returns what was put, as `estimates` has it.
  fill(comparison, place) {
    const offer = comparison.offers[place];
    const found = estimates(this.kindOf(offer) ?? { shares: [] }, { ...comparison.company, ...offer.given }, this.asked.inputs);
    this.filled = { comparison, place, before: { ...offer.given }, ranges: comparison.ranges, found };
    for (const { share, estimate } of found) offer.given[share.input] = estimate;
    // What could be besides would count unseen.
    if (found.some(({ share }) => share.low !== null || share.high !== null)) comparison.ranges = true;
    return found;
  }

  // Takes it out again, but not what the reader has written over it.
  takeBack() {
    const { comparison, place, before, ranges, found } = this.filled;
    const { given } = comparison.offers[place];
    for (const { share, estimate } of found) {
      if (given[share.input] !== estimate) continue;
      if (before[share.input]) given[share.input] = before[share.input];
      else delete given[share.input];
    }
    comparison.ranges = ranges;
    return place;
  }

  // What was filled in, and from where.
  tell(found, name = "") {
    if (!this.section) return;
    this.section.querySelector("[data-undo-fill]").hidden = !found.length;
    this.told.replaceChildren(
      ...found.map(({ share, estimate }) => {
        const told = element("p", {});
        const ends = ["low", "likely", "high"].filter((end) => share[end] !== null);
        const figures = listed(ends.map((end) => `${this.words[`cost_${end}`]} ${shown(estimate[end])}`));
        told.append(element("strong", {}, say(this.words.cost_kind_filled, { offer: name, input: this.nameOf(share.input), figures })));
        told.append(` ${share.says} `);
        told.append(...share.sources.flatMap(({ title, url, language }) => [element("a", { href: url, hreflang: language, lang: language }, title), " "]));
        return told;
      }),
    );
  }

  choiceOf(place) {
    return this.list.querySelector(`[data-kind-of="${place}"]`);
  }
}

// The same words written again would be laid out again.
function put(part, words) {
  if (part.textContent !== words) part.textContent = words;
}
