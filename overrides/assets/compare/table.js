// The table of a comparison: questions down, vendors across. What readers wrote goes in as text, never as HTML.

import { element } from "../calculator/fields.js";
import { amount } from "../calculator/numbers.js";
import { OWN_LIST } from "../purchase/purchase.js";
import { InTurns } from "../shell/turns.js";
import { say } from "../shell/words.js";
import { centsOf } from "./money.js";
import { resultLines } from "./result.js";
import { Rows } from "./rows.js";

// How many must-haves a result names.
const MOST_NAMED = 3;

export class Table {
  // meetings: [{slug, name, address}]; tricks: a Map from slug to the link to it.
  constructor(root, words, meetings, tricks) {
    Object.assign(this, { root, words, meetings, tricks });
    const tool = (name, element) => root.querySelector(`[data-${name}-tool]`).content.querySelector(element);
    this.rows = new Rows({ row: tool("row", "tr"), cell: tool("cell", "td"), answer: tool("answer", "span") }, words, meetings);
    this.unknownCost = root.querySelector("[data-cost-tool]")?.content.firstElementChild;
    this.table = root.querySelector("table");
    this.results = root.querySelector("[data-results]");
    this.turns = new InTurns(this.table);
    // The part of the table of each meeting.
    this.bodies = new Map();
  }

  // vendors: [{id, name, heard, answers, signs, promises}]; money: as money.js has it. What is the same as before stays
  // where it stands: to draw a row anew costs the reader more than all the rest. The results come first and at once,
  // the rest in turns; resolves once it stands.
  async show(rows, vendors, standings, money) {
    const same = vendors === this.vendors;
    this.money = money;
    if (!same) this.showVendors(vendors);
    this.questions = rows;
    if (same) this.showResult(standings);
    else this.showResults(standings);
    await this.turns.take(this.drawing(rows));
  }

  // Whoever prints, or goes to a question, needs all of it now.
  finish() {
    this.turns.finish();
  }

  // Each step draws a cell or a row that is missing, or shows what is no longer so.
  *drawing(rows) {
    while (this.unfilled.length) {
      const [cell, inside] = this.unfilled.shift();
      cell.append(...inside());
      yield;
    }
    const groups = Map.groupBy(rows, ({ meeting }) => meeting);
    for (const [meeting, body] of this.bodies) if (!groups.has(meeting)) body.remove();
    let before = this.results;
    for (const [meeting, inside] of groups) {
      before = putAfter(before, this.body(meeting));
      yield* this.drawingGroup(before, inside);
    }
  }

  *drawingGroup(body, rows) {
    const ids = new Set(rows.map(({ id }) => id));
    for (const old of [...body.rows].slice(1)) if (!ids.has(old.dataset.row)) old.remove();
    let before = body.rows[0];
    for (const { id } of rows) {
      // Its weight may be another by now.
      const row = this.questions.find((each) => each.id === id);
      if (row) before = putAfter(before, this.rows.standing(row));
      yield;
    }
  }

  showVendors(vendors) {
    this.vendors = vendors;
    this.rows.of(vendors);
    const head = this.root.querySelector("[data-vendors]");
    head.replaceChildren(head.firstElementChild, ...vendors.map(({ name }) => cellOf("th", "columnheader", { scope: "col" }, name)));
    this.table.style.setProperty("--vendors", vendors.length);
    for (const body of this.bodies.values()) body.rows[0].cells[0].colSpan = vendors.length + 1;
  }

  showResults(standings) {
    const { words, money } = this;
    const result = this.line(words.result, () => [], "compare-result");
    const signs = this.line(words.signs, () => []);
    const promises = this.line(words.promises, (of) => [of.promises.length ? say(words.promises_of, countsOf(of.promises)) : "–"]);
    const costs = money && this.moneyLine();
    const fill = (row, inside) => this.vendors.map((vendor, place) => [row.cells[place + 1], () => inside(vendor, place)]);
    this.unfilled = [
      ...(money ? fill(costs, (vendor, place) => this.cost(money.offers[place])) : []),
      ...fill(signs, (vendor) => this.signs(vendor.signs)),
    ];
    this.said = [];
    this.results.replaceChildren(...[result, costs, signs, promises].filter(Boolean));
    this.showResult(standings);
  }

  moneyLine() {
    const line = this.line(say(this.words.cost, { count: this.money.years }), () => [], "compare-cost");
    line.cells[0].append(element("span", { class: "row-why" }, this.words.cost_why));
    return line;
  }

  cost(offer) {
    const cents = centsOf(offer);
    if (!cents) return [this.unknownCost.cloneNode(true)];
    const [low, likely, high] = [cents.low, cents.likely, cents.high].map((each) => amount(each, this.money.currency));
    const shown = [element("p", { class: "total-cost" }, likely)];
    if (cents.low < cents.high) shown.push(element("p", { class: "cost-between" }, say(this.words.cost_range, { low, high })));
    return shown;
  }

  // What follows from the weights, where it stands: another row in its place would have all of the table looked through.
  showResult(standings) {
    for (const place of this.vendors.keys()) {
      const lines = resultLines(standings, place, this.words);
      const said = JSON.stringify(lines);
      if (said === this.said[place]) continue;
      this.said[place] = said;
      const cell = this.results.rows[0].cells[place + 1];
      cell.replaceChildren(cell.firstElementChild, ...lines.map((line) => this.resultLine(line)));
    }
  }

  line(name, inside, kind = "") {
    const row = element("tr", { role: "row", class: kind });
    row.append(cellOf("th", "rowheader", { scope: "row" }, name));
    row.append(...this.vendors.map((vendor) => this.rows.cell(vendor, inside(vendor))));
    return row;
  }

  resultLine({ kind, text, rows }) {
    const line = element("p", { class: `total-${kind}` }, text);
    if (rows) line.append(this.namesOf(rows));
    return line;
  }

  // More than a few would bury the totals: each row says it too.
  namesOf(ids) {
    const texts = new Map(this.questions.map(({ id, text }) => [id, text]));
    const list = element("span", { class: "total-rows" });
    for (const id of ids.slice(0, MOST_NAMED)) list.append(element("a", { href: `#row-${id}` }, texts.get(id)));
    if (ids.length > MOST_NAMED) list.append(element("span", {}, say(this.words.named_more, { count: ids.length - MOST_NAMED })));
    return list;
  }

  signs(signs) {
    if (!signs.size) return ["–"];
    const list = element("ul", { class: "cell-signs" });
    for (const [slug, count] of signs) {
      const item = element("li", {});
      item.append(this.tricks.get(slug).cloneNode(true), ` (${count})`);
      list.append(item);
    }
    return [list];
  }

  // Where the rows of a meeting stand, below its name.
  body(meeting) {
    if (!this.bodies.has(meeting)) this.bodies.set(meeting, this.emptyGroup(meeting));
    return this.bodies.get(meeting);
  }

  emptyGroup(meeting) {
    const body = element("tbody", { role: "rowgroup" });
    const head = element("tr", { role: "row", class: "group" });
    const cell = cellOf("th", "rowheader", { scope: "rowgroup", colspan: this.vendors.length + 1 });
    cell.append(this.nameOf(meeting));
    head.append(cell);
    body.append(head);
    return body;
  }

  nameOf(meeting) {
    if (meeting === OWN_LIST) return this.words.own;
    const { name, address } = this.meetings.find(({ slug }) => slug === meeting);
    return element("a", { href: address }, name);
  }
}

// What stands right is not touched.
function putAfter(before, each) {
  if (before.nextElementSibling !== each) before.after(each);
  return each;
}

function cellOf(name, role, attributes, words) {
  return element(name, { role, ...attributes }, words);
}

function countsOf(promises) {
  return { count: promises.length, written: promises.filter(({ status }) => status !== "heard").length };
}
