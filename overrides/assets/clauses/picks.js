// The clauses that a reader picked, by the slugs of their countermeasures, in the order of picking: those of the open
// purchase, or of nobody, on this device.

import { partOfOpenPurchase } from "../purchase/kept_part.js";
import { slugToday } from "../shell/formerly.js";
import { forget, keep, read, whenChangedElsewhere } from "../shell/kept.js";

const NAME = "clauses";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const nobodys = { read: picksOfNobody, keep: (slugs) => keep(NAME, slugs), whenChangedElsewhere: (callback) => whenChangedElsewhere(NAME, callback) };

// Returns {purchase, read, keep, whenChangedElsewhere}; `keep` says whether they are kept.
export async function picksPlace() {
  const part = await partOfOpenPurchase("clauses");
  if (!part) return nobodys;
  part.purchase = await withPicksOfNobody(part.store, part.purchase);
  return part;
}

// What was picked before there was a purchase belongs to the first that is opened without picks of its own. Returns the
// purchase as it is then.
export async function withPicksOfNobody(store, purchase) {
  const before = picksOfNobody();
  if (!before.length || purchase.clauses.length) return purchase;
  const kept = await store.change(purchase.id, (each) => ({ ...each, clauses: before }));
  if (kept && store.keeps) forget(NAME);
  return kept ?? purchase;
}

function picksOfNobody() {
  const kept = read(NAME);
  const slugs = (Array.isArray(kept) ? kept : []).filter((slug) => typeof slug === "string" && SLUG.test(slug));
  return [...new Set(slugs.map((slug) => slugToday("countermeasure", slug)))];
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
