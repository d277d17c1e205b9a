// What the reader of a purchase does next, from what is there. Pure functions: the order is that of a purchase, but what
// is near comes first.

import { own, OWN_LIST } from "./purchase.js";

const MOST = 3;
const DAY = 86_400_000;
// How many days ahead a date comes before all else, and how many before it is told at all.
const NEAR = 14;
const IN_SIGHT = 60;

// Returns the first steps as [{kind, vendor, count, day, summary}], each with what its kind needs.
// days: [{day: "20270120", summary}], as dates.js has them; today: "2026-11-27"; kinds: those that can be shown.
export function nextSteps(purchase, days, today, kinds) {
  // Before there is a vendor, all dates are of the reader's own making, and can wait.
  const coming = purchase.vendors.length ? comingOf(days, today) : [];
  const steps = [
    ...coming.filter(({ within }) => within <= NEAR),
    ...firstOf(steadyVendors(purchase).length === 0, { kind: "vendor" }),
    ...meetings(purchase),
    ...promised(purchase, "message", "heard"),
    ...promised(purchase, "annex", "confirmed"),
    ...firstOf(purchase.vendors.length > 0 && !purchase.cost, { kind: "cost" }),
    ...firstOf(isUnweighed(purchase), { kind: "compare" }),
    ...coming.filter(({ within }) => within > NEAR),
  ];
  return steps.filter(({ kind }) => kinds.includes(kind)).slice(0, MOST);
}

const firstOf = (holds, step) => (holds ? [step] : []);

// Today's system is no vendor that one meets.
function steadyVendors({ vendors }) {
  return vendors.filter((each) => !each.today);
}

// The nearest day that is still to come.
function comingOf(days, today) {
  return days
    .map(({ day, summary }) => ({ day: day.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3"), summary }))
    .map((each) => ({ kind: "date", ...each, within: (Date.parse(each.day) - Date.parse(today)) / DAY }))
    .filter((each) => each.within >= 0 && each.within <= IN_SIGHT)
    .sort((one, other) => one.within - other.within)
    .slice(0, 1);
}

// The first vendor of whose meetings nothing is noted.
function meetings(purchase) {
  const vendor = steadyVendors(purchase).find(({ id }) => !marked(purchase, id).length);
  return firstOf(vendor, { kind: "meeting", vendor });
}

// The lists of a vendor's meetings in which something is marked.
function marked(purchase, vendor) {
  const lists = Object.entries(own(purchase.lists, vendor) ?? {}).filter(([meeting]) => meeting !== OWN_LIST);
  return lists.map(([, list]) => list).filter(({ ticks, notes, leftOut, verdicts }) =>
    [ticks, Object.keys(notes), leftOut, Object.keys(verdicts)].some(({ length }) => length),
  );
}

// The vendor with the most promises of a standing.
function promised({ vendors, promises }, kind, status) {
  const counts = vendors.map((vendor) => ({
    ...{ kind, vendor },
    count: promises.filter((each) => each.vendor === vendor.id && each.status === status).length,
  }));
  const [most] = counts.sort((one, other) => other.count - one.count);
  return firstOf(most?.count, most);
}

// Two vendors were judged, and no question counts more than another yet.
function isUnweighed(purchase) {
  const judged = purchase.vendors.filter(({ id }) => marked(purchase, id).some(({ verdicts }) => Object.keys(verdicts).length));
  return judged.length > 1 && !purchase.musts.length && !Object.keys(purchase.weights).length;
}
