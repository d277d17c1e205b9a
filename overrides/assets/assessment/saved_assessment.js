// An assessment as a file: {"format": "forewarned-assessment", "version": 1, "assessment": slug,
// "saved": "2026-11-24", "form": "short" | "all", "answers": {statement id: "yes" | "partly" | "no" | "not-applicable"}}.
// scripts/entries/schemas/saved-assessment.json is its schema. Nothing in it tells who answered.

import { slugToday } from "../shell/formerly.js";
import { isAnswer } from "./scoring.js";

const FORMAT = "forewarned-assessment";
const VERSION = 1;
const MOST_BYTES = 1_000_000;

export function toText(assessment, form, answers, day) {
  const saved = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return `${JSON.stringify({ format: FORMAT, version: VERSION, assessment, saved, form, answers }, null, 1)}\n`;
}

// Returns {answers, form, saved, skipped}, or {fault} with the key of the words that say why not.
export async function fromFile(file, assessment, known) {
  const data = file.size > MOST_BYTES ? null : parsed(await file.text().catch(() => ""));
  if (!isMapping(data) || data.format !== FORMAT || !isMapping(data.answers)) return { fault: "file_foreign" };
  if (!Number.isInteger(data.version) || data.version < 1) return { fault: "file_foreign" };
  if (data.version > VERSION) return { fault: "file_newer" };
  if (slugToday("assessment", data.assessment) !== assessment) return { fault: "file_other" };
  const answers = onlyKnown(data.answers, known);
  const skipped = Object.keys(data.answers).length - Object.keys(answers).length;
  return { answers, form: data.form === "short" ? "short" : "all", saved: dayOf(data.saved), skipped };
}

// What was kept or read may be spoilt or of other days: only answers to today's statements count.
export function onlyKnown(answers, known) {
  if (!isMapping(answers)) return {};
  return Object.fromEntries(Object.entries(answers).filter(([id, answer]) => known.has(id) && isAnswer(answer)));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function dayOf(saved) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(saved)) return null;
  const day = new Date(`${saved}T12:00:00`);
  return Number.isNaN(day.getTime()) ? null : day;
}
