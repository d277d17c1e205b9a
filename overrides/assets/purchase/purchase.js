// A purchase as plain data, and each change of it as a pure function: {id, name, decide, people, vendors, lists,
// promises, dates, requirements, weights, musts, clauses, assessments, cost}. `lists` holds by vendor and meeting what is
// marked; of `assessments` see assessed.js, and of `cost` ../calculator/comparison.js.
// scripts/entries/schemas/saved-purchase.json says what each field may hold.

import { renamedOffer } from "../calculator/comparison.js";

export const MOST_VENDORS = 8;
export const MOST_REQUIREMENTS = 100;
// The list of a vendor's answers to the reader's own requirements; no meeting can have this name.
export const OWN_LIST = "own--requirements";
export const VERDICTS = ["good", "partly", "poor", "none"];
export const STATUSES = ["heard", "confirmed", "contract"];
export const DATES = ["notice", "renewal", "price", "other"];

export function begun(id, { name, decide = "", people = "", vendors = [] }) {
  const lists = { lists: {}, promises: [], dates: [], requirements: [], weights: {}, musts: [], clauses: [], assessments: {}, cost: "" };
  return { id, name, decide, people, vendors, ...lists };
}

export function copyOf(purchase, id, name) {
  return { ...structuredClone(purchase), id, name };
}

export function withDetails(purchase, details) {
  return { ...purchase, ...details };
}

// One more than fits changes nothing.
export function withVendor(purchase, vendor) {
  if (purchase.vendors.length >= MOST_VENDORS) return purchase;
  return { ...purchase, vendors: [...purchase.vendors, vendor] };
}

// What it costs stays its own.
export function renamedVendor(purchase, id, name) {
  const before = purchase.vendors.find((each) => each.id === id)?.name;
  const vendors = purchase.vendors.map((each) => (each.id === id ? { ...each, name } : each));
  return { ...purchase, vendors, cost: before === undefined ? purchase.cost : renamedOffer(purchase.cost, before, name) };
}

// What belongs to a vendor, so that taking it out can be undone.
export function partOf(purchase, id) {
  return {
    vendor: purchase.vendors.find((each) => each.id === id),
    at: purchase.vendors.findIndex((each) => each.id === id),
    lists: own(purchase.lists, id) ?? {},
    assessments: own(purchase.assessments, id) ?? {},
    promises: purchase.promises.filter((each) => each.vendor === id),
    dates: purchase.dates.filter((each) => each.vendor === id),
  };
}

export function withoutVendor(purchase, id) {
  const [lists, assessments] = [purchase.lists, purchase.assessments].map(({ [id]: gone, ...others }) => others);
  const vendors = purchase.vendors.filter((each) => each.id !== id);
  const [promises, dates] = [purchase.promises, purchase.dates].map((all) => all.filter((each) => each.vendor !== id));
  return { ...purchase, vendors, lists, assessments, promises, dates };
}

export function putBack(purchase, { vendor, at, lists, assessments, promises, dates }) {
  if (purchase.vendors.some((each) => each.id === vendor.id)) return purchase;
  return {
    ...purchase,
    vendors: purchase.vendors.toSpliced(at, 0, vendor),
    lists: { ...purchase.lists, [vendor.id]: lists },
    assessments: { ...purchase.assessments, [vendor.id]: assessments },
    promises: [...purchase.promises, ...promises],
    dates: [...purchase.dates, ...dates],
  };
}

// What a vendor's list of a meeting holds: {ticks, notes, leftOut, verdicts}.
export function listOf(purchase, vendor, meeting) {
  const empty = { ticks: [], notes: {}, leftOut: [], verdicts: {} };
  return { ...empty, ...own(own(purchase.lists, vendor) ?? {}, meeting) };
}

// A vendor that is gone meanwhile takes nothing.
function withList(purchase, vendor, meeting, list) {
  if (!purchase.vendors.some((each) => each.id === vendor)) return purchase;
  const lists = { ...own(purchase.lists, vendor), [meeting]: list };
  return { ...purchase, lists: { ...purchase.lists, [vendor]: lists } };
}

// What one page changed since it read `base`, done to what the list holds by now: another page's changes stay.
export function withMarks(purchase, vendor, meeting, base, mine) {
  const theirs = listOf(purchase, vendor, meeting);
  return withList(purchase, vendor, meeting, { ...theirs, ...mergedMarks(base, mine, theirs) });
}

export function mergedMarks(base, mine, theirs) {
  return {
    ticks: mergedIds(base.ticks, mine.ticks, theirs.ticks),
    notes: mergedNotes(base.notes, mine.notes, theirs.notes),
    leftOut: mergedIds(base.leftOut, mine.leftOut, theirs.leftOut),
    verdicts: mergedChoices(base.verdicts, mine.verdicts, theirs.verdicts),
  };
}

// One of two choices in one place has to go: the one that stood here before does.
export function mergedChoices(base = {}, mine = {}, theirs = {}) {
  const choices = { ...theirs };
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const now = own(mine, id);
    if (own(base, id) === now) continue;
    if (now) choices[id] = now;
    else delete choices[id];
  }
  return choices;
}

function mergedIds(base, mine, theirs) {
  const dropped = base.filter((id) => !mine.includes(id));
  const added = mine.filter((id) => !base.includes(id));
  return [...new Set([...theirs.filter((id) => !dropped.includes(id)), ...added])];
}

// Two texts written at once into one field both stay, each on lines of its own.
function mergedNotes(base, mine, theirs) {
  const notes = { ...theirs };
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [was, now, there] = [own(base, id) ?? "", own(mine, id) ?? "", own(theirs, id) ?? ""];
    if (was === now) continue;
    const text = there === was ? now : bothTexts(there, now);
    if (text) notes[id] = text;
    else delete notes[id];
  }
  return notes;
}

function bothTexts(there, now) {
  if (there.includes(now)) return there;
  return now.includes(there) ? now : `${there}\n${now}`;
}

// What a vendor answered to a requirement: {verdict, note}; an empty one takes the verdict back.
export function withAnswer(purchase, vendor, requirement, { verdict, note }) {
  const list = listOf(purchase, vendor, OWN_LIST);
  const { [requirement]: before, ...verdicts } = list.verdicts;
  const { [`note-${requirement}`]: said, ...notes } = list.notes;
  const leftOut = list.leftOut.filter((id) => id !== `act-${requirement}`);
  if (verdict === "not-applicable") leftOut.push(`act-${requirement}`);
  else if (verdict) verdicts[requirement] = verdict;
  if (note) notes[`note-${requirement}`] = note;
  return withList(purchase, vendor, OWN_LIST, { ...list, verdicts, notes, leftOut });
}

// One more than fits changes nothing.
export function withRequirement(purchase, requirement, at = purchase.requirements.length) {
  if (purchase.requirements.length >= MOST_REQUIREMENTS) return purchase;
  return { ...purchase, requirements: purchase.requirements.toSpliced(at, 0, requirement) };
}

// The answers to it stay, unseen, so that it can come back.
export function withoutRequirement(purchase, id) {
  return { ...purchase, requirements: purchase.requirements.filter((each) => each.id !== id) };
}

// `id` is a question's or a requirement's.
export function withWeight(purchase, id, weight) {
  return { ...purchase, weights: { ...purchase.weights, [id]: weight } };
}

export function withMust(purchase, id, must) {
  const others = purchase.musts.filter((each) => each !== id);
  return { ...purchase, musts: must ? [...others, id] : others };
}

export function withPromise(purchase, promise) {
  return { ...purchase, promises: [...purchase.promises.filter((each) => each.id !== promise.id), promise] };
}

export function changedPromise(purchase, id, fields) {
  const promises = purchase.promises.map((each) => (each.id === id ? { ...each, ...fields } : each));
  return { ...purchase, promises };
}

export function withoutPromise(purchase, id) {
  return { ...purchase, promises: purchase.promises.filter((each) => each.id !== id) };
}

// A day that must not pass: {id, vendor, kind, day}.
export function withDate(purchase, date) {
  return { ...purchase, dates: [...purchase.dates.filter((each) => each.id !== date.id), date] };
}

export function withoutDate(purchase, id) {
  return { ...purchase, dates: purchase.dates.filter((each) => each.id !== id) };
}

export function own(mapping, key) {
  return Object.hasOwn(mapping ?? {}, key) ? mapping[key] : undefined;
}
