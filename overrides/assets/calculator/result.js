// Say and draw what the rules of cost.js find. Nothing here counts.

import { bar, keyOfOffer, keyOfPart, lines, MOST_BANDS } from "./charts.js";
import { counted } from "./comparison.js";
import { CASES, costsOf, isRanged, paidUntil, spans, sum, swings } from "./cost.js";
import { element } from "./fields.js";
import { amount } from "./numbers.js";
import { InTurns } from "../shell/turns.js";
import { say } from "../shell/words.js";

const MOST_SWINGS = 5;
// Of more offers than these each is compared with the cheapest, and not with each other: eight would make 28 pairs.
const MOST_IN_PAIRS = 3;

export class Result {
  // asked: {groups: [{name, costs}], inputs: [{id, name, when, …}]}.
  constructor(section, asked, words) {
    this.section = section;
    this.asked = asked;
    this.words = words;
    this.turns = new InTurns(section);
    // Of each place what its total says, and the item that says it.
    this.totals = new Map();
    window.addEventListener("beforeprint", () => this.turns.finish());
    window.addEventListener("resize", () => (this.width = undefined));
  }

  one(selector) {
    return this.section.querySelector(selector);
  }

  show(comparison, names) {
    const { years, currency } = comparison;
    Object.assign(this, { years, currency });
    this.money = (cents) => amount(cents, currency);
    const all = counted(comparison, this.asked.inputs).map((offer, place) => {
      // To count eight offers for a figure of one would take a phone a tenth of a second.
      const before = this.all?.[place];
      if (before && isSame(before.offer, offer)) return before;
      const costs = Object.fromEntries(CASES.map((wanted) => [wanted, costsOf(offer, wanted)]));
      const paid = Object.fromEntries(CASES.map((wanted) => [wanted, paidUntil(years, costs[wanted])]));
      return { place, offer, costs: costs.likely, ...paid };
    });
    this.all = all;
    // An offer of which nothing is known yet would always win.
    this.offers = all.filter(({ high }) => high.at(-1) > 0n);
    this.ranged = this.offers.some(({ offer }) => isRanged(offer));
    this.draw(names);
    this.opened = true;
  }

  // Other names change no figure.
  draw(names) {
    const { offers, years } = this;
    for (const each of offers) each.name = names[each.place];
    this.one("[data-none]").hidden = offers.length > 0;
    this.one("[data-some]").hidden = offers.length === 0;
    if (!offers.length) return this.turns.finish();
    // Asked once, and before anything is drawn: later it would have the page laid out twice.
    this.width ??= Math.max(280, this.one("[data-lines]").clientWidth);
    this.one("[data-span]").textContent = say(this.words.cost_over_years, { count: years });
    this.showTotals(offers);
    // What a reader changed is answered by the totals; a page that opens has nothing to answer.
    this.turns[this.opened ? "takeLater" : "take"](this.drawing(offers, years));
  }

  // What stands below the totals comes in turns, once these are seen.
  *drawing(offers, years) {
    this.compare(offers);
    for (const draw of [this.showYears, this.showParts]) {
      yield;
      yield* draw.call(this, offers, years);
    }
    yield* this.showSwings(offers);
  }

  showTotals(offers) {
    const items = offers.map((offer) => this.totalOf(offer));
    const box = this.one("[data-totals]");
    if (items.length !== box.children.length || items.some((item, place) => item !== box.children[place])) box.replaceChildren(...items);
  }

  // The item that stands, where it says what it should.
  totalOf({ name, place, low, likely, high }) {
    const [least, middle, most] = [low, likely, high].map((each) => each.at(-1));
    const said = [name, middle, ...(this.ranged ? [least, most] : []), this.currency].join("\n");
    if (this.totals.get(place)?.said !== said) this.totals.set(place, { said, item: this.total(name, place, middle, { low: least, high: most }) });
    return this.totals.get(place).item;
  }

  total(name, place, cents, range) {
    const item = element("div", {});
    const term = element("dt", {}, name);
    term.prepend(keyOfOffer(place));
    const value = element("dd", {});
    value.append(element("strong", {}, this.money(cents)));
    const words = { low: this.money(range.low), high: this.money(range.high) };
    if (this.ranged) value.append(" ", element("span", {}, say(this.words.cost_total_range, words)));
    item.append(term, value);
    return item;
  }

  compare(offers) {
    const few = offers.length <= MOST_IN_PAIRS;
    this.one("[data-beside-cheapest]").hidden = few;
    const items = (few ? inPairs(offers) : besideCheapest(offers)).map(([one, other]) => {
      const item = element("li", {});
      const pair = say(this.words.cost_compared, { one: one.name, other: other.name });
      if (offers.length > 2) item.append(element("strong", {}, `${pair}: `));
      item.append(this.comparedIn(one, other).join(" "));
      return item;
    });
    this.one("[data-said]").replaceChildren(...items);
  }

  comparedIn(one, other) {
    const found = spans(one.likely, other.likely);
    const said = found.map(({ first, last, cheaper }, index) => {
      if (cheaper === null) return say(this.words.cost_same_years, { count: last - first + 1, first, last });
      const offer = [one, other][cheaper].name;
      const difference = this.money(absolute(one.likely.at(-1) - other.likely.at(-1)));
      if (found.length === 1) return say(this.words.cost_cheaper_always, { offer, difference });
      if (index === found.length - 1) return say(this.words.cost_cheaper_from, { first, offer, difference });
      return say(this.words.cost_cheaper_until, { count: last - first + 1, first, last, offer });
    });
    return this.ranged && found.at(-1).cheaper !== null ? [...said, this.howSure(one, other, found.at(-1).cheaper)] : said;
  }

  howSure(one, other, cheaper) {
    const [less, more] = cheaper === 0 ? [one, other] : [other, one];
    if (less.high.at(-1) >= more.low.at(-1)) return this.words.cost_overlap;
    return say(this.words.cost_no_overlap, { cheaper: less.name, dearer: more.name });
  }

  *showYears(offers, years) {
    this.one("[data-band-hint]").hidden = !this.ranged || offers.length > MOST_BANDS;
    this.one("[data-lines]").replaceChildren(lines(inPlaces(offers), years, this.width), this.keyOf(offers));
    yield;
    this.one("[data-years-head]").replaceChildren(this.head(this.words.cost_year, offers));
    this.one("[data-years-body]").replaceChildren(
      ...Array.from({ length: years }, (_, index) =>
        this.row(say(this.words.cost_year_numbered, { number: index + 1 }), offers.map(({ likely }) => likely[index])),
      ),
    );
  }

  // From the top of the picture to its foot, as its lines end.
  keyOf(offers) {
    const key = element("p", { class: "cost-key" });
    for (const { name, place } of byTotal(offers).reverse()) {
      const part = element("span", {}, `${place + 1} ${name}`);
      part.prepend(keyOfOffer(place));
      key.append(part);
    }
    return key;
  }

  *showParts(offers) {
    const dearest = offers.map(({ likely }) => likely.at(-1)).reduce((one, other) => (one > other ? one : other));
    const parts = offers.map(({ costs }) => this.asked.groups.map((group) => sum(group.costs.flatMap((id) => costs[id]))));
    const bars = byTotal(offers).map((each) => {
      const row = element("div", { class: "cost-bar" });
      row.append(element("span", {}, each.name), bar(parts[offers.indexOf(each)], dearest));
      return row;
    });
    const key = element("p", { class: "cost-key" });
    this.asked.groups.forEach(({ name }, part) => {
      const each = element("span", {}, name);
      each.prepend(keyOfPart(part));
      key.append(each);
    });
    this.one("[data-parts]").replaceChildren(...bars, key);
    yield;
    this.one("[data-parts-head]").replaceChildren(this.head("", offers));
    const rows = this.asked.groups.map(({ name }, part) => this.row(name, parts.map((each) => each[part])));
    const cases = this.ranged ? CASES : ["likely"];
    const totals = cases.map((wanted) => {
      const label = this.ranged ? this.words[`cost_case_${wanted}`] : this.words.cost_total;
      return this.row(label, offers.map((each) => each[wanted].at(-1)), "is-total");
    });
    this.one("[data-parts-body]").replaceChildren(...rows, ...totals);
  }

  head(first, offers) {
    const row = element("tr", {});
    // An empty cell is no header of anything.
    row.append(first ? element("th", { scope: "col" }, first) : element("td", {}));
    row.append(...offers.map(({ name }) => element("th", { scope: "col" }, name)));
    return row;
  }

  row(name, cents, kind = "") {
    const row = element("tr", kind ? { class: kind } : {});
    row.append(element("th", { scope: "row" }, name), ...cents.map((each) => element("td", {}, this.money(each))));
    return row;
  }

  *showSwings(offers) {
    const byRange = this.ranged ? this.words.cost_swings_ranged : this.words.cost_swings_tenth;
    this.one("[data-swings-hint]").textContent = byRange;
    const named = (id) => this.asked.inputs.find((input) => input.id === id).name;
    const boxes = [];
    for (const each of offers.filter(({ offer }) => !this.ranged || isRanged(offer))) {
      yield;
      each.moving ??= swings(each.offer, each.costs).slice(0, MOST_SWINGS);
      const { name, moving } = each;
      if (!moving.length) continue;
      const list = element("ol", {});
      for (const { id, low, high } of moving) {
        const values = { input: named(id), low: this.money(low), high: this.money(high) };
        list.append(element("li", {}, say(this.words.cost_swing, values)));
      }
      const box = element("div", {});
      box.append(element("h4", {}, name), list);
      boxes.push(box);
    }
    this.one("[data-swings]").replaceChildren(...boxes);
  }
}

// Whether two offers are given the same: what a reader changes is another estimate.
function isSame(one, other) {
  const ids = Object.keys(one.given);
  return one.years === other.years && ids.length === Object.keys(other.given).length && ids.every((id) => one.given[id] === other.given[id]);
}

// The cheapest first; of equals as they stand.
function byTotal(offers) {
  const difference = (one, other) => one.likely.at(-1) - other.likely.at(-1);
  return offers.toSorted((one, other) => Number(difference(one, other)));
}

function inPairs(offers) {
  return offers.flatMap((one, index) => offers.slice(index + 1).map((other) => [one, other]));
}

function besideCheapest(offers) {
  const [cheapest, ...others] = byTotal(offers);
  return others.map((other) => [cheapest, other]);
}

const absolute = (number) => (number < 0n ? -number : number);

// The picture knows an offer by its place among all, so that it keeps its mark while others come and go.
function inPlaces(offers) {
  const found = [];
  for (const { place, low, likely, high } of offers) found[place] = { low, likely, high };
  return found;
}
