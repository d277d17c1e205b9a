// Entries that were renamed or merged: what a reader kept, or got in an address, under a slug of old is
// found under today's. Every page brings which is which: {"countermeasure": {"of-old": "of-today"}}.

import { forget, keep, read } from "./kept.js";

let told;

// The slugs of a kind that are of old, with those of today.
export function today(kind) {
  // Slugs come from addresses: an object would know "constructor" without being told.
  told ??= new Map(
    Object.entries(JSON.parse(document.body.dataset.formerly ?? "{}")).map(([each, slugs]) => [each, new Map(Object.entries(slugs))]),
  );
  return told.get(kind) ?? new Map();
}

export function slugToday(kind, slug) {
  return today(kind).get(slug) ?? slug;
}

export function slugsBefore(kind, slug) {
  return [...today(kind)].filter(([, heir]) => heir === slug).map(([old]) => old);
}

// Move what is kept as `<prefix>.<slug of old>` to today's name; `joined(today, old)` makes one of two, either
// of which may be null.
export function takeOver(kind, prefix, slug, joined) {
  for (const old of slugsBefore(kind, slug)) {
    const left = read(`${prefix}.${old}`);
    if (left === null) continue;
    const name = `${prefix}.${slug}`;
    if (keep(name, joined(read(name), left))) forget(`${prefix}.${old}`);
  }
}
