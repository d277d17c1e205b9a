// Save what is to do before the meeting as a calendar. The date is asked for where the button stands; it is the
// one of the list's head, so that the reader writes it once.

import { saveFile } from "../checklist/exporting.js";
import { transcriptOf } from "../checklist/transcript.js";
import { wordsOf } from "../shell/words.js";
import { datedSteps, toCalendar } from "./calendar_file.js";
import { revise } from "./revisions.js";

export function start() {
  new CalendarForm(document.querySelector("[data-calendar]"), document.querySelector("[data-checklist]"));
}

class CalendarForm {
  constructor(form, root) {
    this.root = root;
    this.words = wordsOf(form);
    this.field = form.querySelector("input");
    this.error = form.querySelector("[data-calendar-error]");
    this.status = form.querySelector("[data-calendar-status]");
    const date = root.querySelector("#field-date");
    const takeDate = () => {
      this.field.value = date.value;
      if (!this.fault()) this.showFault("");
    };
    date.addEventListener("input", takeDate);
    form.closest("details")?.addEventListener("toggle", takeDate);
    this.field.addEventListener("change", () => {
      if (this.fault()) return;
      this.showFault("");
      date.value = this.field.value;
      date.dispatchEvent(new Event("input", { bubbles: true }));
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
  }

  // What is wrong with the date, in words; nothing where it will do.
  fault() {
    const { validity, value } = this.field;
    if (validity.badInput) return this.words.date_whole;
    if (!value) return this.words.date_first;
    // A calendar knows years of four digits (RFC 5545, 3.3.4).
    return validity.valid ? "" : this.words.date_year;
  }

  showFault(words) {
    this.error.textContent = words;
    if (words) this.field.setAttribute("aria-invalid", "true");
    else this.field.removeAttribute("aria-invalid");
  }

  save() {
    const fault = this.fault();
    this.status.textContent = "";
    this.showFault(fault);
    if (fault) {
      this.field.focus();
      return;
    }
    const now = new Date();
    const list = { ...transcriptOf(this.root), date: this.field.value };
    const steps = datedSteps(list, now);
    if (!steps.length) {
      this.status.textContent = this.words.nothing;
      return;
    }
    const { revisions, moved, kept } = revise(list.name, steps);
    saveFile(`${this.root.dataset.file}.ics`, "text/calendar", toCalendar(list, this.words, now, steps, revisions));
    this.status.textContent = kept ? (moved ? this.words.moved : this.words.saved) : this.words.not_noted;
  }
}
