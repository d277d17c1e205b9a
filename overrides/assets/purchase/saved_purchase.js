// A purchase as a file: {"format": "forewarned-purchase", "version": 1, "saved": "2026-11-27", "purchase": {…}}.
// scripts/entries/schemas/saved-purchase.json is its schema. What a file or a device holds may be spoilt, old or
// hostile: only what is understood is taken, and what is not is counted.

import { DATES, MOST_REQUIREMENTS, MOST_VENDORS, STATUSES, VERDICTS } from "./purchase.js";
import { isAnswer } from "../assessment/scoring.js";
import { WEIGHTS } from "../compare/standing.js";

const FORMAT = "forewarned-purchase";
const VERSION = 1;
export const MOST_BYTES = 5_000_000;
const LONGEST_LINE = 500;
const LONGEST_TEXT = 20_000;
const MOST_ENTRIES = 5_000;
// Ids of pages, meetings and acts; none of them is a name that every object has.
const ID = /^[a-z0-9][a-z0-9-]{0,199}$/;
const COST = /^v=1&[!-~]{0,40000}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function toText(purchase, day) {
  const saved = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved, purchase }, null, 1)}\n`;
}

// Returns {purchase, skipped}, or {fault} with the key of the words that say why not.
export async function fromFile(file) {
  if (file.size > MOST_BYTES) return { fault: "large" };
  const data = parsed(await file.text().catch(() => ""));
  if (!isMapping(data) || data.format !== FORMAT) return { fault: "foreign" };
  if (!Number.isInteger(data.version) || data.version < 1) return { fault: "foreign" };
  if (data.version > VERSION) return { fault: "newer" };
  return sound(data.purchase) ?? { fault: "foreign" };
}

// Returns {purchase, skipped}, `skipped` being how many parts were passed over or cut; null for what is no purchase.
export function sound(data) {
  if (!isMapping(data) || !isId(data.id) || typeof data.name !== "string" || !data.name.trim()) return null;
  const count = { skipped: 0 };
  const vendors = some(data.vendors, count, MOST_VENDORS, (each) => vendorOf(each, count));
  const names = new Set(vendors.map((each) => each.id));
  if (names.size < vendors.length) return null;
  const purchase = {
    id: data.id,
    name: line(data.name, count),
    decide: day(data.decide, count),
    people: line(data.people, count),
    vendors,
    lists: mapping(data.lists, count, (id) => names.has(id), (lists) =>
      mapping(lists, count, isId, (list) => listOf(list, count)),
    ),
    promises: some(data.promises, count, MOST_ENTRIES, (each) => promiseOf(each, names, count)),
    dates: some(data.dates, count, MOST_ENTRIES, (each) => dateOf(each, names, count)),
    requirements: some(data.requirements, count, MOST_REQUIREMENTS, (each) => requirementOf(each, count)),
    weights: mapping(data.weights, count, isId, (each) => (WEIGHTS.includes(each) ? each : undefined)),
    clauses: some(data.clauses, count, MOST_ENTRIES, (id) => (isId(id) ? id : undefined)),
    musts: some(data.musts, count, MOST_ENTRIES, (id) => (isId(id) ? id : undefined)),
    assessments: mapping(data.assessments, count, (id) => names.has(id), (each) =>
      mapping(each, count, isId, (assessed) => assessmentOf(assessed, count)),
    ),
    cost: costOf(data.cost, count),
  };
  return { purchase, skipped: count.skipped };
}

function vendorOf(each, count) {
  if (!isMapping(each) || !isId(each.id) || typeof each.name !== "string") return undefined;
  return { id: each.id, name: line(each.name, count), today: each.today === true };
}

function dateOf(each, vendors, count) {
  if (!isMapping(each) || !isId(each.id) || !vendors.has(each.vendor) || !DATES.includes(each.kind)) return undefined;
  const on = day(each.day, count);
  return on ? { id: each.id, vendor: each.vendor, kind: each.kind, day: on } : undefined;
}

function requirementOf(each, count) {
  if (!isMapping(each) || !isId(each.id) || typeof each.text !== "string") return undefined;
  return { id: each.id, text: line(each.text, count) };
}

function promiseOf(each, vendors, count) {
  if (!isMapping(each) || !isId(each.id) || !vendors.has(each.vendor) || typeof each.what !== "string") return undefined;
  return {
    id: each.id,
    vendor: each.vendor,
    what: text(each.what, count),
    who: line(each.who, count),
    by: day(each.by, count),
    price: line(each.price, count),
    meeting: isId(each.meeting) ? each.meeting : "",
    heard: day(each.heard, count),
    status: STATUSES.includes(each.status) ? each.status : "heard",
  };
}

function listOf(list, count) {
  if (!isMapping(list)) return undefined;
  return {
    ticks: some(list.ticks, count, MOST_ENTRIES, (id) => (isId(id) ? id : undefined)),
    notes: mapping(list.notes, count, isId, (note) => (typeof note === "string" ? text(note, count) : undefined)),
    leftOut: some(list.leftOut, count, MOST_ENTRIES, (id) => (isId(id) ? id : undefined)),
    verdicts: mapping(list.verdicts, count, isId, (each) => (VERDICTS.includes(each) ? each : undefined)),
  };
}

function assessmentOf(assessed, count) {
  if (!isMapping(assessed)) return undefined;
  return { answers: answersOf(assessed.answers, count), results: some(assessed.results, count, MOST_ENTRIES, (each) => resultOf(each, count)) };
}

function resultOf(each, count) {
  if (!isMapping(each) || !isId(each.id)) return undefined;
  const on = day(each.day, count);
  const form = each.form === "short" ? "short" : "all";
  return on ? { id: each.id, day: on, form, answers: answersOf(each.answers, count) } : undefined;
}

function answersOf(answers, count) {
  return mapping(answers, count, isId, (each) => (isAnswer(each) ? each : undefined));
}

// As the calculator writes it in an address; what it holds is read there.
function costOf(cost, count) {
  if (cost === undefined || cost === "") return "";
  if (typeof cost === "string" && COST.test(cost)) return cost;
  count.skipped += 1;
  return "";
}

function some(list, count, most, made) {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    count.skipped += 1;
    return [];
  }
  const kept = [];
  for (const each of list.length > most ? list.slice(0, most) : list) {
    const taken = made(each);
    if (taken !== undefined) kept.push(taken);
  }
  count.skipped += list.length - kept.length;
  return kept;
}

function mapping(data, count, isKey, made) {
  if (data === undefined) return {};
  if (!isMapping(data)) {
    count.skipped += 1;
    return {};
  }
  const keys = Object.keys(data);
  const kept = {};
  let taken = 0;
  for (const key of keys.slice(0, MOST_ENTRIES)) {
    const value = isKey(key) ? made(data[key]) : undefined;
    if (value === undefined) continue;
    kept[key] = value;
    taken += 1;
  }
  count.skipped += keys.length - taken;
  return kept;
}

function line(words, count) {
  return cut(words, LONGEST_LINE, count).replace(/\s+/g, " ").trim();
}

function text(words, count) {
  return cut(words, LONGEST_TEXT, count);
}

function cut(words, most, count) {
  if (words === undefined || words === "") return "";
  if (typeof words !== "string" || words.length > most) count.skipped += 1;
  return typeof words === "string" ? words.slice(0, most) : "";
}

function day(value, count) {
  if (value === undefined || value === "") return "";
  if (typeof value === "string" && DAY.test(value) && isReal(value)) return value;
  count.skipped += 1;
  return "";
}

// A browser may take 31 February for a day in March.
function isReal(value) {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isId(id) {
  return typeof id === "string" && ID.test(id) && !(id in {});
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(words) {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}
