// A checklist on screen: boxes that stay ticked, notes, what does not apply, progress, clearing. All of it
// stays on the device.

import { CompactView } from "./compact_view.js";
import { Copying } from "./copying.js";
import { applies, leaveOut, offerToLeaveOut } from "./left_out.js";
import { TwentyMinutes } from "./twenty_minutes.js";
import { empty, idsBefore, joined, OnDevice, renamed, sound } from "./marks.js";
import { AtMeeting } from "../purchase/at_meeting.js";
import { takeOver } from "../shell/formerly.js";
import { canKeep, isBlocked, whenChangedElsewhere } from "../shell/kept.js";
import { dated, say, wordsOf } from "../shell/words.js";

export function start() {
  const checklist = new Checklist(document.querySelector("[data-checklist]"));
  new AtMeeting(checklist);
}

export class Checklist {
  constructor(root) {
    this.root = root;
    this.name = `checklist.${root.dataset.checklist}`;
    this.words = wordsOf(root);
    this.bar = root.querySelector("[data-bar]");
    this.status = root.querySelector("[data-progress]");
    this.clearButton = root.querySelector("[data-clear]");
    this.undoButton = root.querySelector("[data-undo]");
    this.keeping = true;
    this.whenShown = () => {};
    takeOver("meeting", "checklist", root.dataset.checklist, (own, old) => joined(sound(own), sound(old)));
    this.place = new OnDevice(this.name);
    this.state = this.place.read();
    root.classList.add("is-live");
    this.bar.querySelector("[data-bar-live]").hidden = false;
    this.copying = new Copying(root);
    this.compact = new CompactView(root);
    this.quick = new TwentyMinutes(root, this.name, () => this.showProgress());
    root.addEventListener("change", (event) => this.changed(event.target));
    root.addEventListener("input", (event) => this.changed(event.target));
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-left-out]");
      if (button) this.toggle(button.closest(".item"));
    });
    this.clearButton.addEventListener("click", () => this.clear());
    this.undoButton.addEventListener("click", () => this.undo());
    whenChangedElsewhere(this.name, () => this.reload());
    if (!canKeep()) this.warn();
    this.show();
  }

  reload() {
    if (!this.keeping) return;
    this.state = this.place.read();
    this.show();
  }

  // From now on the list shows, and keeps, what stands in another place.
  moveTo(place) {
    this.place = place;
    this.undoButton.hidden = true;
    this.reload();
  }

  // The list as it stands in the page, whether or not it is kept.
  show() {
    this.adopt();
    this.copying.offer();
    this.quick.refresh();
    offerToLeaveOut(this.root);
    this.compact.show();
    for (const item of this.acts()) leaveOut(item, this.state.leftOut.includes(item.id));
    for (const box of this.boxes()) box.checked = this.state.ticks.includes(box.id);
    for (const field of this.writable()) {
      field.value = this.state.notes[field.id] ?? "";
      this.fit(field);
    }
    this.showProgress();
    this.whenShown();
  }

  // What was ticked and written at an act or sign under its slug of old belongs to it under today's.
  adopt() {
    for (const control of [...this.acts(), ...this.boxes(), ...this.writable()]) {
      for (const old of idsBefore(control)) this.state = renamed(this.state, old, control.id);
    }
  }

  // A list that is only looked at: what is ticked stays in the page.
  stopKeeping() {
    if (this.keeping) this.state = empty();
    this.keeping = false;
  }

  // What was ticked and written meanwhile joins what is kept, unless it is to be dropped.
  keepAgain(joining) {
    const meanwhile = this.state;
    this.state = this.place.read();
    this.keeping = true;
    if (!joining) return;
    this.state = joined(this.state, meanwhile);
    this.keepState();
  }

  acts() {
    return [...this.root.querySelectorAll(".item[data-effort]")];
  }

  boxes() {
    return [...this.root.querySelectorAll('.item input[type="checkbox"]')];
  }

  writable() {
    return [...this.root.querySelectorAll("[data-noted]")];
  }

  changed(control) {
    if (control.matches('.item input[type="checkbox"]')) {
      const others = this.state.ticks.filter((id) => id !== control.id);
      this.state.ticks = control.checked ? [...others, control.id] : others;
    } else if (control.matches("[data-noted]")) {
      this.state.notes[control.id] = control.value;
      if (!control.value) delete this.state.notes[control.id];
      this.fit(control);
    } else return;
    this.keepChange();
  }

  toggle(item) {
    const others = this.state.leftOut.filter((id) => id !== item.id);
    this.state.leftOut = applies(item) ? [...others, item.id] : others;
    leaveOut(item, applies(item));
    this.keepChange();
  }

  keepChange() {
    this.undoButton.hidden = true;
    this.keepState();
    this.showProgress();
  }

  // Paper shows what is written, or lines where nothing is.
  fit(field) {
    const written = field.parentElement.querySelector("[data-written]");
    written.textContent = field.type === "date" ? longDate(field.value) : field.value;
    written.parentElement.classList.toggle("is-written", field.value !== "");
    if (field.tagName === "TEXTAREA" && !CSS.supports("field-sizing", "content")) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight}px`;
    }
  }

  keepState() {
    if (!this.keeping) return;
    if (this.place.keep(this.state)) this.root.querySelector("[data-not-kept]").hidden = true;
    else this.warn();
  }

  warn() {
    const notice = this.root.querySelector("[data-not-kept]");
    notice.hidden = false;
    notice.textContent = isBlocked() ? this.words.not_kept : this.words.no_room;
  }

  showProgress() {
    const acts = this.acts().filter((item) => this.quick.shows(item));
    const counted = acts.filter(applies);
    const done = counted.filter(ticked).length;
    const out = acts.length - counted.length;
    const parts = [say(this.words.progress, { done, count: counted.length })];
    if (out) parts.push(say(this.words.left_out, { count: out }));
    this.tell(parts.join(" · "));
    const meter = this.bar.querySelector("progress");
    meter.max = Math.max(counted.length, 1);
    meter.value = done;
    const { ticks, notes, leftOut, verdicts } = this.state;
    this.clearButton.hidden = ![ticks, Object.keys(notes), leftOut, Object.keys(verdicts)].some((each) => each.length);
    for (const count of this.root.querySelectorAll("[data-section-progress]")) {
      const items = [...count.closest("section").querySelectorAll(".item")];
      const here = items.filter((item) => applies(item) && this.quick.shows(item));
      const words = count.dataset.sectionProgress === "seen" ? this.words.seen : this.words.progress;
      const seen = here.filter(ticked).length;
      count.textContent = seen ? say(words, { done: seen, count: here.length }) : "";
    }
    this.showJumps();
  }

  // A list of one's own has not every section, nor has a list of what takes minutes.
  showJumps() {
    for (const link of this.bar.querySelectorAll(".jumps a")) {
      const section = document.getElementById(link.hash.slice(1)).closest("section");
      link.parentElement.hidden = section.hidden || !this.quick.shows(section);
    }
  }

  tell(words) {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  clear() {
    this.cleared = this.state;
    this.state = empty();
    if (this.keeping && !this.place.forget()) this.warn();
    this.show();
    this.tell(this.words.cleared);
    this.undoButton.hidden = false;
    this.undoButton.focus();
  }

  undo() {
    this.state = this.cleared;
    this.keepState();
    this.show();
    this.undoButton.hidden = true;
    this.clearButton.focus();
  }
}

function ticked(item) {
  return item.querySelector('input[type="checkbox"]').checked;
}

function longDate(value) {
  if (!value) return "";
  const day = new Date(value);
  if (Number.isNaN(day.getTime())) return value;
  return dated(day, { timeZone: "UTC" });
}
