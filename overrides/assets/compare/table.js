// The table of a comparison: questions down, vendors across. What readers wrote goes in as text, never as HTML.

import { element } from "../calculator/fields.js";
import { OWN_LIST } from "../purchase/purchase.js";
import { say } from "../shell/words.js";
import { resultLines } from "./result.js";
import { MOST_POINTS, POINTS } from "./standing.js";

// How many must-haves a result names.
const MOST_NAMED = 3;

export class Table {
  // meetings: [{slug, name, address}]; tricks: a Map from slug to the link to it.
  constructor(root, words, meetings, tricks) {
    Object.assign(this, { root, words, meetings, tricks });
    const tool = (name, element) => root.querySelector(`[data-${name}-tool]`).content.querySelector(element);
    this.tools = { row: tool("row", "tr"), cell: tool("cell", "td"), answer: tool("answer", "span") };
    this.table = root.querySelector("table");
    this.results = root.querySelector("[data-results]");
    // The part of the table of each meeting, and each row with what it shows.
    this.bodies = new Map();
    this.drawn = new Map();
  }

  // vendors: [{id, name, heard, answers, signs, promises}]. What is the same as before stays where it stands: to draw
  // a row anew costs the reader more than all the rest.
  show(rows, vendors, standings) {
    const same = vendors === this.vendors;
    if (!same) this.showVendors(vendors);
    this.rows = rows;
    const groups = Map.groupBy(rows, ({ meeting }) => meeting);
    inOrder(this.results, [...groups].map(([meeting, inside]) => this.group(meeting, inside)));
    if (same) this.showResult(standings);
    else this.showResults(standings);
  }

  showVendors(vendors) {
    this.vendors = vendors;
    const head = this.root.querySelector("[data-vendors]");
    head.replaceChildren(head.firstElementChild, ...vendors.map(({ name }) => cellOf("th", "columnheader", { scope: "col" }, name)));
    this.table.style.setProperty("--vendors", vendors.length);
    for (const body of this.bodies.values()) body.rows[0].cells[0].colSpan = vendors.length + 1;
  }

  showResults(standings) {
    const { words } = this;
    const rows = [
      this.resultLine(standings),
      this.line(words.signs, ({ signs }) => this.signs(signs)),
      this.line(words.promises, ({ promises }) => [promises.length ? say(words.promises_of, countsOf(promises)) : "–"]),
    ];
    this.results.replaceChildren(...rows);
  }

  // What follows from the weights.
  showResult(standings) {
    this.results.firstElementChild.replaceWith(this.resultLine(standings));
  }

  resultLine(standings) {
    return this.line(this.words.result, (vendor, place) => this.result(standings, place), "compare-result");
  }

  line(name, inside, kind = "") {
    const row = element("tr", { role: "row", class: kind });
    row.append(cellOf("th", "rowheader", { scope: "row" }, name));
    row.append(...this.vendors.map((vendor, place) => this.cell(vendor, inside(vendor, place))));
    return row;
  }

  cell({ name }, inside) {
    const cell = this.tools.cell.cloneNode(true);
    cell.querySelector(".cell-vendor").textContent = name;
    cell.append(...inside);
    return cell;
  }

  result(standings, place) {
    return resultLines(standings, place, this.words).map(({ kind, text, rows }) => {
      const line = element("p", { class: `total-${kind}` }, text);
      if (rows) line.append(this.namesOf(rows));
      return line;
    });
  }

  // More than a few would bury the totals: each row says it too.
  namesOf(ids) {
    const texts = new Map(this.rows.map(({ id, text }) => [id, text]));
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

  // The rows of a meeting, below its name.
  group(meeting, rows) {
    if (!this.bodies.has(meeting)) this.bodies.set(meeting, this.emptyGroup(meeting));
    const body = this.bodies.get(meeting);
    const head = body.firstElementChild;
    inOrder(head, rows.map((row) => this.rowAsBefore(row) ?? this.row(row)));
    return body;
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

  rowAsBefore(row) {
    const before = this.drawn.get(row.id);
    return before?.shows === this.showsOf(row) ? before.made : null;
  }

  // All that a row shows, to tell whether it still does.
  showsOf(row) {
    const { text, meeting, weight, must } = row;
    return JSON.stringify([text, meeting, weight, must, this.vendors.map(({ id, name, heard, answers }) => [id, name, heard.get(row.id), answers[row.id]])]);
  }

  row(row) {
    const { id, text, weight, must } = row;
    const made = this.tools.row.cloneNode(true);
    made.id = `row-${id}`;
    made.dataset.row = id;
    made.querySelector(".row-words").textContent = text;
    const [choice, box] = [made.querySelector("[data-weight]"), made.querySelector("[data-must]")];
    Object.assign(choice, { id: `weight-${id}`, value: String(weight) });
    choice.setAttribute("aria-label", `${this.words.weight}: ${text}`);
    Object.assign(box, { id: `must-${id}`, checked: must });
    box.setAttribute("aria-label", `${this.words.must}: ${text}`);
    const remove = made.querySelector("[data-remove]");
    remove.hidden = row.meeting !== OWN_LIST;
    remove.setAttribute("aria-label", `${remove.textContent}: ${text}`);
    const cells = this.vendors.map((vendor) => this.cell(vendor, this.answer(row, vendor)));
    for (const cell of cells) cell.classList.toggle("is-own", row.meeting === OWN_LIST);
    made.append(...cells);
    this.reweigh(made, row);
    return made;
  }

  // What follows from the weight of a row, where it stands.
  reweigh(made, row) {
    const { id, weight, must } = row;
    this.drawn.set(id, { made, shows: this.showsOf(row) });
    made.classList.toggle("is-must", must);
    made.classList.toggle("is-uncounted", weight === 0);
    made.querySelector("[data-printed]").textContent = [this.words[`weight_${weight}`], must && this.words.must].filter(Boolean).join(" · ");
    for (const [place, line] of made.querySelectorAll(".cell-points").entries()) {
      const answer = this.vendors[place].answers[id];
      const counts = weight && Object.hasOwn(POINTS, answer ?? "");
      line.textContent = counts ? say(this.words.cell_points, { points: POINTS[answer] * weight, possible: MOST_POINTS * weight }) : "";
    }
    for (const cell of made.cells) {
      const answer = cell.querySelector("[data-verdict]")?.dataset.verdict;
      cell.classList.toggle("is-failed", must && ["poor", "none"].includes(answer));
    }
  }

  answer(row, vendor) {
    const said = vendor.heard.get(row.id) ?? [];
    const answer = vendor.answers[row.id];
    const name = answer ? this.words[`verdict_${answer}`] : said.length ? this.words.not_judged : this.words.not_asked;
    const parts = [element("span", { class: "cell-verdict", "data-verdict": answer ?? "" }, name)];
    parts.push(element("span", { class: "cell-points" }));
    if (row.meeting === OWN_LIST) return [...parts, ...this.note(said[0]?.note), this.tool(row, vendor, said[0])];
    const elsewhere = said.length > 1 || (said.length && said[0].meeting !== row.meeting);
    return [...parts, ...(elsewhere ? this.byMeeting(said) : this.note(said[0]?.note))];
  }

  // The answer of one vendor to a requirement, where it stands: the reader is still in its fields.
  reanswer(row, place) {
    const made = this.drawn.get(row.id).made;
    const parts = this.answer(row, this.vendors[place]);
    const [own, tool] = [made.cells[place + 1], parts.pop()];
    for (const old of own.querySelectorAll(".cell-verdict, .cell-points, .cell-note")) old.remove();
    own.querySelector(".cell-vendor").after(...parts);
    // As it is kept: without spaces around it.
    own.querySelector("[data-said]").value = tool.querySelector("[data-said]").value;
    this.reweigh(made, row);
  }

  note(note) {
    return note ? [element("q", { class: "cell-note" }, note.trim())] : [];
  }

  // Each meeting's answer, so that one sees what the last one mended or spoilt.
  byMeeting(said) {
    return said.map(({ meeting, answer, note }) => {
      const line = element("p", { class: "cell-meeting" });
      const { name } = this.meetings.find(({ slug }) => slug === meeting);
      line.append(element("span", {}, `${name}: ${answer ? this.words[`verdict_${answer}`] : this.words.not_judged}`));
      line.append(...this.note(note));
      return line;
    });
  }

  tool({ id, text }, vendor, said) {
    const tool = this.tools.answer.cloneNode(true);
    const [choice, field] = tool.children;
    tool.dataset.vendor = vendor.id;
    Object.assign(choice, { id: `answer-${vendor.id}-${id}`, value: vendor.answers[id] ?? "" });
    choice.setAttribute("aria-label", `${vendor.name}: ${text}`);
    Object.assign(field, { id: `said-${vendor.id}-${id}`, value: said?.note ?? "" });
    field.setAttribute("aria-label", `${this.words.said}: ${vendor.name}: ${text}`);
    return tool;
  }
}

// Put the elements, and no others, after `first` in this order; what stands right is not touched.
function inOrder(first, elements) {
  const wanted = new Set(elements);
  let before = first;
  const next = () => before.nextElementSibling;
  for (const each of [...elements, null]) {
    while (next() && !wanted.has(next())) next().remove();
    if (each && next() !== each) before.after(each);
    before = each ?? before;
  }
}

function cellOf(name, role, attributes, words) {
  return element(name, { role, ...attributes }, words);
}

function countsOf(promises) {
  return { count: promises.length, written: promises.filter(({ status }) => status !== "heard").length };
}
