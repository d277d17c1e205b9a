// The rows of a comparison: what is asked, and what each vendor answered. What readers wrote goes in as text.

import { element } from "../calculator/fields.js";
import { OWN_LIST } from "../purchase/purchase.js";
import { say } from "../shell/words.js";
import { MOST_POINTS, POINTS } from "./standing.js";

export class Rows {
  // tools: what is cloned, {row, cell, answer}; meetings: [{slug, name, address}].
  constructor(tools, words, meetings) {
    Object.assign(this, { tools, words, meetings });
    // Each row as it stands, with what it shows: {made, row, vendors}.
    this.drawn = new Map();
  }

  // vendors: as the table has them; what one of them answers is changed in it, and drawn at once (`reanswer`).
  of(vendors) {
    this.vendors = vendors;
  }

  // The row as it stands, if it shows what it should; drawn anew where it does not.
  standing(row) {
    const before = this.drawn.get(row.id);
    if (before && this.isSame(before, row)) {
      before.vendors = this.vendors;
      return before.made;
    }
    before?.made.remove();
    this.drawn.delete(row.id);
    return this.draw(row);
  }

  isSame(before, row) {
    if (["text", "meeting", "weight", "must"].some((part) => before.row[part] !== row[part])) return false;
    return before.vendors === this.vendors || saidIn(row, before.vendors) === saidIn(row, this.vendors);
  }

  cell({ name }, inside) {
    const cell = this.tools.cell.cloneNode(true);
    cell.querySelector(".cell-vendor").textContent = name;
    cell.append(...inside);
    return cell;
  }

  draw(row) {
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
    this.reweigh(row, made);
    return made;
  }

  // What follows from the weight of a row, where it stands.
  reweigh(row, made = this.drawn.get(row.id).made) {
    const { id, weight, must } = row;
    this.drawn.set(id, { made, row, vendors: this.drawn.get(id)?.vendors ?? this.vendors });
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
    this.reweigh(row);
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

// All that vendors said of a row, to tell whether it still is the same.
function saidIn({ id }, vendors) {
  return JSON.stringify(vendors.map(({ id: vendor, name, heard, answers }) => [vendor, name, heard.get(id), answers[id]]));
}
