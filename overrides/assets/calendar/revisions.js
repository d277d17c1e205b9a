// Which day each step had in the calendar that was saved last, and its revision: an entry that moves gets a
// higher one, so that a calendar moves what it has (SEQUENCE, RFC 5545, 3.8.7.4).

import { keep, read } from "../shell/kept.js";

// Returns the revision of each step by its name, whether any step moved, and whether all this is kept.
export function revise(list, steps) {
  const name = `calendar.${list}`;
  const saved = read(name);
  const now = {};
  let moved = false;
  for (const { step, day } of steps) {
    const before = savedStep(saved, step.name);
    const moves = before !== null && before.day !== day;
    moved ||= moves;
    now[step.name] = { day, revision: before === null ? 0 : before.revision + (moves ? 1 : 0) };
  }
  const revisions = Object.fromEntries(Object.entries(now).map(([step, { revision }]) => [step, revision]));
  return { revisions, moved, kept: keep(name, { ...asMapping(saved), ...now }) };
}

function savedStep(saved, name) {
  const step = Object.hasOwn(asMapping(saved), name) ? saved[name] : null;
  return Number.isSafeInteger(step?.revision) && step.revision >= 0 ? step : null;
}

function asMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
