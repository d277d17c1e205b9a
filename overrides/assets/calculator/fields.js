// The fields of the table: for each input one cell an offer, with one number or with three.

import { read, shown } from "./numbers.js";
import { tidy } from "./comparison.js";
import { say } from "../shell/words.js";

const ENDS = ["low", "likely", "high"];

export class Fields {
  // changed: called after each number that the reader changed.
  constructor(root, inputs, words, changed) {
    this.root = root;
    this.inputs = inputs;
    this.words = words;
    root.addEventListener("change", ({ target }) => {
      if (target.dataset.end && this.take(target)) changed();
    });
  }

  // names: what the offers are called.
  show(comparison, names) {
    this.comparison = comparison;
    this.root.dataset.offers = comparison.offers.length;
    for (const head of this.root.querySelectorAll(".cost-table thead tr")) this.showHead(head, names);
    for (const input of this.inputs) {
      const row = this.root.querySelector(`[data-input="${input.id}"]`);
      for (const cell of row.querySelectorAll("td")) cell.remove();
      const places = input.company ? [null] : comparison.offers.keys();
      for (const place of places) row.append(this.cell(input, place, names[place]));
    }
  }

  // The fields stay where they stand; a name is in their labels, and above them.
  rename(names) {
    for (const head of this.root.querySelectorAll(".cost-table thead tr")) this.showHead(head, names);
    for (const field of this.root.querySelectorAll("[data-end][data-place]")) {
      const { of, end, place } = field.dataset;
      const cell = field.closest("td");
      cell.querySelector(".cell-offer").textContent = names[place];
      const input = this.inputs.find(({ id }) => id === of);
      field.setAttribute("aria-label", this.labelOf(input, names[place], cell.querySelector(".cell-range") && end));
    }
  }

  // `end` where the input has more fields than one.
  labelOf(input, name, end) {
    return [input.name, name, end && this.words[`cost_${end}`]].filter(Boolean).join(", ");
  }

  showHead(head, names) {
    const rows = [...head.closest("table").querySelectorAll("[data-input]")];
    const ofOffers = this.inputs.filter(({ company }) => !company).map(({ id }) => id);
    if (!rows.some(({ dataset }) => ofOffers.includes(dataset.input))) return;
    for (const old of head.querySelectorAll("th:not(:first-child)")) old.remove();
    head.append(...names.map((name) => element("th", { scope: "col" }, name)));
  }

  cell(input, place, name = "") {
    const cell = element("td", {});
    if (name) cell.append(element("span", { class: "cell-offer", "aria-hidden": "true" }, name));
    const ends = this.comparison.ranges ? ENDS : ["likely"];
    const fields = element("span", { class: ends.length > 1 ? "cell-range" : "cell-one" });
    for (const end of ends) fields.append(this.field(input, place, name, end, ends.length > 1));
    cell.append(fields);
    return cell;
  }

  field(input, place, name, end, labelled) {
    const field = element("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      maxlength: "20",
      "aria-label": this.labelOf(input, name, labelled && end),
      "data-end": end,
      "data-of": input.id,
    });
    if (place !== null) field.dataset.place = place;
    const value = this.given(place)[input.id]?.[end] ?? null;
    field.value = value === null ? "" : shown(value);
    if (!labelled) return field;
    const box = element("span", { class: "cell-end" });
    box.append(element("span", { "aria-hidden": "true" }, this.words[`cost_${end}`]), field);
    return box;
  }

  given(place) {
    return place === null ? this.comparison.company : this.comparison.offers[place].given;
  }

  // Returns whether what was typed is a number, or nothing.
  take(field) {
    const { of, end, place } = field.dataset;
    const input = this.inputs.find(({ id }) => id === of);
    const number = read(field.value);
    const fits = number === null || (number !== undefined && number <= BigInt(input.highest) * 10_000n);
    this.mark(field, fits ? "" : say(this.words.cost_not_a_number, { most: input.highest }));
    if (!fits) return false;
    field.value = number === null ? "" : shown(number);
    const given = this.given(place === undefined ? null : Number(place));
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

export function element(name, attributes, words) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words !== undefined) made.textContent = words;
  return made;
}
