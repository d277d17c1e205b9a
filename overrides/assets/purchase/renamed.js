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
    ticks: listedToday(ticks),
    notes: mapped(notes, idToday, (note) => note, bothTexts),
    leftOut: listedToday(leftOut),
    verdicts: mapped(verdicts, actToday),
  };
}

// Nearly always nothing was renamed, and a full purchase names thousands.
function listedToday(ids) {
  return ids.every((id) => idToday(id) === id) ? ids : unique(ids.map(idToday));
}

// What has a name of today comes first, so that it is what stays or stands above.
function mapped(mapping, nameToday, made = (value) => value, both = (own) => own) {
  const found = {};
  const ofOld = [];
  for (const [name, value] of Object.entries(mapping)) {
    if (nameToday(name) === name) found[name] = made(value);
    else ofOld.push([nameToday(name), value]);
  }
  for (const [name, value] of ofOld) found[name] = Object.hasOwn(found, name) ? both(found[name], made(value)) : made(value);
  return found;
}

function actToday(act) {
  return slugToday("countermeasure", act);
}

// Each is looked for once: every vendor's lists name the same, and every change reads them all.
const idsToday = new Map();

// Ids of a page: act-<act>, box-<act>, note-<act>, sign-<trick>-<sign>.
function idToday(id) {
  if (!idsToday.has(id)) idsToday.set(id, foundToday(id));
  return idsToday.get(id);
}

function foundToday(id) {
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
