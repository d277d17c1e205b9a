// What a reader has put on a list: ticks, notes, the acts that do not apply, all by the ids of the page, and how
// good each answer was, by act.

import { slugsBefore } from "../shell/formerly.js";
import { forget, keep, read } from "../shell/kept.js";

// Where a list that belongs to no vendor is kept.
export class OnDevice {
  constructor(name) {
    this.name = name;
  }

  read() {
    return sound(read(this.name));
  }

  keep(state) {
    return keep(this.name, state);
  }

  forget() {
    return forget(this.name);
  }
}

export function empty() {
  return { ticks: [], notes: {}, leftOut: [], verdicts: {} };
}

// What an older version or a stranger's hand has left is read as far as it makes sense.
export function sound(kept) {
  const ids = (list) => (Array.isArray(list) ? list.filter((id) => typeof id === "string") : []);
  const notes = Object.entries(kept?.notes ?? {}).filter(([, text]) => typeof text === "string");
  return { ...empty(), ticks: ids(kept?.ticks), notes: Object.fromEntries(notes), leftOut: ids(kept?.leftOut) };
}

export function joined(own, other) {
  return {
    ticks: [...new Set([...own.ticks, ...other.ticks])],
    notes: { ...other.notes, ...own.notes },
    leftOut: [...new Set([...own.leftOut, ...other.leftOut])],
    verdicts: { ...other.verdicts, ...own.verdicts },
  };
}

// The ids that an act, a box or a field had before its act or trick was renamed or merged: act-<act>,
// box-<act>, note-<act>, noted-<act>--<place>, sign-<trick>-<sign>.
export function idsBefore(control) {
  const trick = control.closest("[data-trick]")?.dataset.trick;
  if (trick) {
    const sign = control.id.slice(`sign-${trick}-`.length);
    return slugsBefore("trick", trick).map((old) => `sign-${old}-${sign}`);
  }
  const [, part, act, place = ""] = control.id.match(/^(act|box|note|(?:field-)?noted)-(.+?)(--[\d-]+)?$/) ?? [];
  return slugsBefore("countermeasure", act).map((old) => `${part}-${old}${place}`);
}

// What was written in two fields that are one today is kept, each on lines of its own.
export function renamed({ ticks, notes, leftOut, ...others }, old, id) {
  const { [old]: written, ...left } = notes;
  const texts = [left[id], written].filter(Boolean);
  const today = (ids) => [...new Set(ids.map((each) => (each === old ? id : each)))];
  return {
    ...others,
    ticks: today(ticks),
    notes: texts.length ? { ...left, [id]: texts.join("\n") } : left,
    leftOut: today(leftOut),
  };
}
