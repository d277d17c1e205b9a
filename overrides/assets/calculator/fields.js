// The fields of the table: for each input one cell an offer, with one number or with three. What stands is changed
// where it stands, and row after row in turns: to make hundreds of fields at once would take a phone half a second.

import { read, shown } from "./numbers.js";
import { tidy } from "./comparison.js";
import { InTurns } from "../shell/turns.js";
import { say } from "../shell/words.js";

const ENDS = ["low", "likely", "high"];
// More offers than these have no room in columns, on no screen and no paper.
const MOST_COLUMNS = 4;

export class Fields {
  // changed: called after each number that the reader changed; asks(comparison, id, place): whether a line is to be
  // filled in for that offer's kind of purchase.
  constructor(root, inputs, words, { changed, asks }) {
    Object.assign(this, { root, words, asks });
    this.rows = inputs.map((input) => ({ input, row: root.querySelector(`[data-input="${input.id}"]`) }));
    this.heads = [...root.querySelectorAll(".cost-table")].filter((table) => this.rows.some(({ input, row }) => !input.company && table.contains(row)));
    this.turns = new InTurns(root);
    this.blank = this.blankEnd();
    root.addEventListener("change", ({ target }) => {
      if (target.dataset.end && this.take(target)) changed();
    });
    window.addEventListener("beforeprint", () => this.turns.finish());
  }

  // names: what the offers are called. Another comparison has fields of its own.
  show(comparison, names) {
    Object.assign(this, { comparison, names });
    this.root.dataset.offers = comparison.offers.length;
    this.root.toggleAttribute("data-many", comparison.offers.length > MOST_COLUMNS);
    this.showHeads();
    this.turns.take(this.drawing());
  }

  *drawing() {
    for (const { input, row } of this.rows) {
      row.querySelectorAll("td").forEach((cell) => cell.remove());
      const places = input.company ? [null] : [...this.comparison.offers.keys()];
      row.append(...places.map((place) => this.cell(input, place)));
      yield;
    }
  }

  // What was not drawn yet has as many ends as it should by then.
  showRanges() {
    this.turns.finish();
    this.turns.takeLater(this.ranging());
  }

  *ranging() {
    for (const { input, row } of this.rows) {
      for (const cell of row.querySelectorAll("td")) this.fillEnds(cell, input);
      yield;
    }
  }

  // Another kind of purchase asks for other lines.
  showAsked() {
    this.turns.finish();
    this.turns.takeLater(this.asking());
  }

  *asking() {
    for (const { input, row } of this.rows) {
      for (const field of row.querySelectorAll("[data-end=likely]")) this.markAsked(field, input);
      yield;
    }
  }

  markAsked(field, input) {
    field.placeholder = this.asks(this.comparison, input.id, placeOf(field)) ? this.words.cost_asked : "";
  }

  // The fields stay where they stand; a name is in their labels, and above them.
  rename(names, place) {
    this.turns.finish();
    this.names = names;
    for (const { tHead } of this.heads) tHead.rows[0].cells[place + 1].textContent = names[place];
    this.turns.takeLater(this.labelling(place));
  }

  *labelling(place) {
    for (const { input, row } of this.rows) {
      if (!input.company) this.label(row.querySelectorAll("td")[place], input);
      yield;
    }
  }

  showHeads() {
    for (const table of this.heads) {
      const head = table.tHead.rows[0];
      for (const old of head.querySelectorAll("th:not(:first-child)")) old.remove();
      head.append(...this.names.map((name) => element("th", { scope: "col" }, name)));
    }
  }

  // `place` is null for what is the company's.
  cell(input, place) {
    const cell = element("td", place === null ? { class: "of-company" } : {});
    if (place !== null) {
      cell.dataset.place = place;
      cell.append(element("span", { class: "cell-offer", "aria-hidden": "true" }));
    }
    cell.append(element("span", {}));
    this.fillEnds(cell, input);
    return cell;
  }

  // The likely field stays; the others come and go.
  fillEnds(cell, input) {
    const fields = cell.querySelector(":scope > span:not(.cell-offer)");
    fields.className = this.comparison.ranges ? "cell-range" : "cell-one";
    const place = placeOf(cell);
    for (const end of ENDS) {
      const there = fields.querySelector(`[data-of-end="${end}"]`);
      const wanted = end === "likely" || this.comparison.ranges;
      if (there && !wanted) there.remove();
      if (wanted && !there) fields[end === "low" ? "prepend" : "append"](this.end(input, place, end));
    }
    this.label(cell, input);
  }

  label(cell, input) {
    const name = this.names[placeOf(cell)];
    if (name) cell.querySelector(".cell-offer").textContent = name;
    for (const field of cell.querySelectorAll("[data-end]")) {
      const end = this.comparison.ranges && this.words[`cost_${field.dataset.end}`];
      field.setAttribute("aria-label", [input.name, name, end].filter(Boolean).join(", "));
    }
  }

  // What is alike in all fields is made once and copied.
  blankEnd() {
    const box = element("span", { class: "cell-end" });
    const field = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "20" });
    box.append(element("span", { "aria-hidden": "true" }), field);
    return box;
  }

  end(input, place, end) {
    const box = this.blank.cloneNode(true);
    const [label, field] = box.children;
    box.dataset.ofEnd = end;
    label.textContent = this.words[`cost_${end}`];
    Object.assign(field.dataset, { end, of: input.id, ...(place !== null && { place }) });
    const value = this.given(place)[input.id]?.[end] ?? null;
    if (value !== null) field.value = shown(value);
    if (end === "likely") this.markAsked(field, input);
    return box;
  }

  given(place) {
    return place === null ? this.comparison.company : this.comparison.offers[place].given;
  }

  // Returns whether what was typed is a number, or nothing.
  take(field) {
    // A field that makes way for another comparison's takes nothing more.
    this.turns.finish();
    if (!field.isConnected) return false;
    const { of, end } = field.dataset;
    const { input } = this.rows.find((each) => each.input.id === of);
    const number = read(field.value);
    const fits = number === null || (number !== undefined && number <= BigInt(input.highest) * 10_000n);
    this.mark(field, fits ? "" : say(this.words.cost_not_a_number, { most: input.highest }));
    if (!fits) return false;
    field.value = number === null ? "" : shown(number);
    const given = this.given(placeOf(field));
    const estimate = tidy({ ...given[of], [end]: number });
    if (estimate) given[of] = estimate;
    else delete given[of];
    return true;
  }

  mark(field, fault) {
    field.setAttribute("aria-invalid", fault ? "true" : "false");
    const cell = field.closest("td");
    const told = cell.querySelector(".cell-fault");
    told?.remove();
    field.removeAttribute("aria-describedby");
    if (!fault) return;
    const id = `fault-${field.dataset.of}-${field.dataset.place ?? "all"}`;
    cell.append(element("span", { class: "cell-fault", id, role: "alert" }, fault));
    field.setAttribute("aria-describedby", id);
  }
}

function placeOf({ dataset: { place } }) {
  return place === undefined ? null : Number(place);
}

export function element(name, attributes, words) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words !== undefined) made.textContent = words;
  return made;
}
