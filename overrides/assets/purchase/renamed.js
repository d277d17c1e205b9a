// A purchase that was kept before acts, tricks or meetings were renamed or merged, under the names of today. Where
// two are one today, both texts stay, and what was said under today's name goes before.

import { joined } from "../checklist/marks.js";
import { slugToday, today as knownToday } from "../shell/formerly.js";

export function upToDate(purchase) {
  if (!["assessment", "countermeasure", "meeting", "trick"].some((kind) => knownToday(kind).size)) return purchase;
  return {
    ...purchase,
    lists: mapped(purchase.lists, (id) => id, meetingsToday),
    promises: purchase.promises.map((each) => ({ ...each, meeting: slugToday("meeting", each.meeting) })),
    weights: mapped(purchase.weights, actToday),
    musts: unique(purchase.musts.map(actToday)),
    clauses: unique(purchase.clauses.map(actToday)),
    assessments: mapped(purchase.assessments, (id) => id, (all) => mapped(all, (slug) => slugToday("assessment", slug))),
  };
}

function meetingsToday(lists) {
  return mapped(lists, (meeting) => slugToday("meeting", meeting), listToday, joined);
}

function listToday({ ticks, notes, leftOut, verdicts }) {
  return {
    ticks: unique(ticks.map(idToday)),
    notes: mapped(notes, idToday, (note) => note, bothTexts),
    leftOut: unique(leftOut.map(idToday)),
    verdicts: mapped(verdicts, actToday),
  };
}

// What has a name of today comes first, so that it is what stays or stands above.
function mapped(mapping, nameToday, made = (value) => value, both = (own) => own) {
  const entries = Object.entries(mapping).map(([name, value]) => [name, nameToday(name), made(value)]);
  const found = new Map();
  for (const [, name, value] of [...entries.filter(([old, name]) => old === name), ...entries.filter(([old, name]) => old !== name)]) {
    found.set(name, found.has(name) ? both(found.get(name), value) : value);
  }
  return Object.fromEntries(found);
}

function actToday(act) {
  return slugToday("countermeasure", act);
}

// Ids of a page: act-<act>, box-<act>, note-<act>, sign-<trick>-<sign>.
function idToday(id) {
  const [, part, act] = id.match(/^(act|box|note)-(.+)$/) ?? [];
  if (part) return `${part}-${actToday(act)}`;
  if (!id.startsWith("sign-")) return id;
  const [old, heir] = [...knownToday("trick")].find(([slug]) => id.startsWith(`sign-${slug}-`)) ?? [];
  return old ? `sign-${heir}-${id.slice(`sign-${old}-`.length)}` : id;
}

function bothTexts(own, old) {
  return `${own}\n${old}`;
}

function unique(ids) {
  return [...new Set(ids)];
}
