// The days that a purchase must not let pass: the reader's own, and those that vendors promised. All go into one
// calendar, each with reminders early enough to act.

import { calendarOf } from "../calendar/calendar_file.js";
import { revise } from "../calendar/revisions.js";
import { saveFile } from "../checklist/exporting.js";
import { keyOf } from "../shell/kept.js";
import { say } from "../shell/words.js";
import { inWords } from "./days.js";
import { DATES, withDate, withoutDate } from "./purchase.js";
import { newId } from "./store.js";

// How many days ahead each reminder comes, at nine in the morning. A notice has to be written, signed and sent.
const REMINDERS = { notice: [60, 30, 7], renewal: [30], price: [14, 2], other: [7, 1], promise: [7, 0], decide: [7] };

export class DatesOf {
  constructor(section, tool, words, change) {
    Object.assign(this, { section, tool, words, change });
    this.form = section.querySelector("[data-add-date]");
    this.status = section.querySelector("[data-dates-status]");
    this.form.elements.kind.replaceChildren(...DATES.map((kind) => new Option(words[`kind_${kind}`], kind)));
    this.form.addEventListener("submit", (event) => this.add(event));
    section.querySelector("[data-save-dates]").addEventListener("click", () => this.save());
  }

  show(purchase) {
    this.purchase = purchase;
    this.section.hidden = !purchase.vendors.length;
    const { vendor } = this.form.elements;
    const before = vendor.value;
    vendor.replaceChildren(...purchase.vendors.map(({ id, name }) => new Option(name, id)));
    if (purchase.vendors.some(({ id }) => id === before)) vendor.value = before;
    const sorted = [...purchase.dates].sort((one, other) => (one.day < other.day ? -1 : 1));
    this.section.querySelector("[data-date-list]").replaceChildren(...sorted.map((date) => this.item(date)));
    this.section.querySelector("[data-save-dates]").hidden = !this.steps().length;
  }

  item(date) {
    const item = this.tool.content.firstElementChild.cloneNode(true);
    const name = this.nameOf(date);
    item.querySelector("[data-date-words]").textContent = `${inWords(date.day)}: ${name}`;
    const remove = item.querySelector("button");
    remove.setAttribute("aria-label", `${remove.textContent.trim()}: ${name}`);
    remove.addEventListener("click", () => {
      const done = say(this.words.removed, { name });
      this.change((kept) => withoutDate(kept, date.id), { done, back: (kept) => withDate(kept, date) });
    });
    return item;
  }

  nameOf({ kind, vendor }) {
    return `${this.words[`kind_${kind}`]}: ${this.vendorName(vendor)}`;
  }

  vendorName(vendor) {
    return this.purchase.vendors.find(({ id }) => id === vendor)?.name ?? "";
  }

  async add(event) {
    event.preventDefault();
    const { vendor, kind, day } = Object.fromEntries(new FormData(this.form));
    if (!day) {
      this.form.elements.day.focus();
      return;
    }
    await this.change((kept) => withDate(kept, { id: newId(), vendor, kind, day }));
    this.form.elements.day.value = "";
    this.form.elements.day.focus();
  }

  // Everything with a day: [{step: {name}, kind, day: "20270120", summary}].
  steps() {
    const { id, name, decide, dates, promises } = this.purchase;
    const all = [
      ...dates.map((date) => ({ name: `date.${date.id}`, kind: date.kind, on: date.day, summary: this.nameOf(date) })),
      ...promises.map(({ id: promise, by, vendor, what }) => {
        const summary = say(this.words.promised, { vendor: this.vendorName(vendor), what: what.replace(/\s+/g, " ") });
        return { name: `promise.${promise}`, kind: "promise", on: by, summary };
      }),
      { name: "decide", kind: "decide", on: decide, summary: say(this.words.decide, { name }) },
    ];
    return all
      .filter(({ on }) => on)
      .map(({ name: part, on, ...rest }) => ({ step: { name: `${id}.${part}` }, day: on.replaceAll("-", ""), ...rest }));
  }

  save() {
    const steps = this.steps();
    const { revisions, moved, kept } = revise("purchase", steps);
    const address = location.href.split("#")[0];
    const events = steps.map(({ step, kind, day, summary }) => ({
      uid: `${keyOf(`purchase.${step.name}`)}@${location.hostname || "localhost"}`,
      revision: revisions[step.name],
      day,
      summary,
      description: [summary, this.purchase.name, address].join("\n"),
      address,
      reminders: REMINDERS[kind],
    }));
    saveFile(`${this.words.file}.ics`, "text/calendar", calendarOf(this.words, new Date(), events));
    this.status.textContent = kept ? (moved ? this.words.moved : this.words.saved) : this.words.not_noted;
  }
}
