// A checklist on screen: boxes that stay ticked, notes, progress, clearing. All of it stays on the device.

import { slugsBefore, takeOver } from "../shell/formerly.js";
import { canKeep, forget, isBlocked, keep, read, whenChangedElsewhere } from "../shell/kept.js";
import { say, wordsOf } from "../shell/words.js";

export function start() {
  new Checklist(document.querySelector("[data-checklist]"));
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
    takeOver("meeting", "checklist", root.dataset.checklist, (own, old) => joined(sound(own), sound(old)));
    this.state = loaded(this.name);
    root.classList.add("is-live");
    this.bar.hidden = false;
    root.addEventListener("change", (event) => this.changed(event.target));
    root.addEventListener("input", (event) => this.changed(event.target));
    this.clearButton.addEventListener("click", () => this.clear());
    this.undoButton.addEventListener("click", () => this.undo());
    whenChangedElsewhere(this.name, () => this.reload());
    if (!canKeep()) this.warn();
    this.show();
  }

  reload() {
    if (!this.keeping) return;
    this.state = loaded(this.name);
    this.show();
  }

  // The list as it stands in the page, whether or not it is kept.
  show() {
    this.adopt();
    for (const box of this.boxes()) box.checked = this.state.ticks.includes(box.id);
    for (const field of this.writable()) {
      field.value = this.state.notes[field.id] ?? "";
      this.fit(field);
    }
    this.showProgress();
  }

  // What was ticked and written at an act or sign under its slug of old belongs to it under today's.
  adopt() {
    for (const control of [...this.boxes(), ...this.writable()]) {
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
    this.state = loaded(this.name);
    this.keeping = true;
    if (!joining) return;
    this.state = joined(this.state, meanwhile);
    this.keepState();
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
    if (keep(this.name, this.state)) this.root.querySelector("[data-not-kept]").hidden = true;
    else this.warn();
  }

  warn() {
    const notice = this.root.querySelector("[data-not-kept]");
    notice.hidden = false;
    notice.textContent = isBlocked() ? this.words.not_kept : this.words.no_room;
  }

  showProgress() {
    const acts = this.boxes().filter((box) => !box.closest(".signs"));
    const done = acts.filter((box) => box.checked).length;
    this.tell(say(this.words.progress, { done, count: acts.length }));
    const meter = this.bar.querySelector("progress");
    meter.max = Math.max(acts.length, 1);
    meter.value = done;
    const started = this.state.ticks.length > 0 || Object.keys(this.state.notes).length > 0;
    this.clearButton.hidden = !started;
    for (const count of this.root.querySelectorAll("[data-section-progress]")) {
      const boxes = [...count.closest("section").querySelectorAll('.item input[type="checkbox"]')];
      const ticked = boxes.filter((box) => box.checked).length;
      const words = count.dataset.sectionProgress === "seen" ? this.words.seen : this.words.progress;
      count.textContent = ticked ? say(words, { done: ticked, count: boxes.length }) : "";
    }
  }

  tell(words) {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  clear() {
    this.cleared = this.state;
    this.state = empty();
    if (this.keeping && !forget(this.name)) this.warn();
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

function empty() {
  return { ticks: [], notes: {} };
}

// What an older version or a stranger's hand has left is read as far as it makes sense.
function loaded(name) {
  return sound(read(name));
}

function sound(kept) {
  const ticks = Array.isArray(kept?.ticks) ? kept.ticks.filter((id) => typeof id === "string") : [];
  const notes = Object.entries(kept?.notes ?? {}).filter(([, text]) => typeof text === "string");
  return { ticks, notes: Object.fromEntries(notes) };
}

function joined(own, other) {
  return { ticks: [...new Set([...own.ticks, ...other.ticks])], notes: { ...other.notes, ...own.notes } };
}

// The ids that a box or a field had before its act or trick was renamed or merged: box-<act>, note-<act>,
// sign-<trick>-<sign>.
function idsBefore(control) {
  const trick = control.closest("[data-trick]")?.dataset.trick;
  if (trick) {
    const sign = control.id.slice(`sign-${trick}-`.length);
    return slugsBefore("trick", trick).map((old) => `sign-${old}-${sign}`);
  }
  const [, part, act] = control.id.match(/^(box|note)-(.+)$/) ?? [];
  return slugsBefore("countermeasure", act).map((old) => `${part}-${old}`);
}

// What was written in two fields that are one today is kept, each on lines of its own.
function renamed({ ticks, notes }, old, id) {
  const { [old]: written, ...others } = notes;
  const texts = [others[id], written].filter(Boolean);
  return {
    ticks: [...new Set(ticks.map((tick) => (tick === old ? id : tick)))],
    notes: texts.length ? { ...others, [id]: texts.join("\n") } : others,
  };
}

function longDate(value) {
  if (!value) return "";
  const day = new Date(value);
  if (Number.isNaN(day.getTime())) return value;
  const form = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return form.format(day);
}
