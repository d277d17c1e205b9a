// The clauses that a reader picked: kept on this device, by the slugs of their countermeasures, in the order of picking.

import { slugToday } from "../shell/formerly.js";
import { keep, read, whenChangedElsewhere } from "../shell/kept.js";

const NAME = "clauses";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function picks() {
  const kept = read(NAME);
  const slugs = (Array.isArray(kept) ? kept : []).filter((slug) => typeof slug === "string" && SLUG.test(slug));
  return [...new Set(slugs.map((slug) => slugToday("countermeasure", slug)))];
}

// Returns whether they are kept.
export function keepPicks(slugs) {
  return keep(NAME, slugs);
}

export function whenPicksChange(callback) {
  whenChangedElsewhere(NAME, callback);
}

// The picks that settle the same matter as another: {matter: [slug]}. matterOf gives a slug's matter, if it has one.
export function conflicts(slugs, matterOf) {
  const found = new Map();
  for (const slug of slugs) {
    const matter = matterOf(slug);
    if (matter) found.set(matter, [...(found.get(matter) ?? []), slug]);
  }
  return [...found.values()].filter((same) => same.length > 1);
}
