// What an offer costs over some years: the rules of scripts/derived/cost.py, where they are explained. Pure functions;
// tests/data/cost-vectors.json holds both to the same numbers. Inputs are whole ten-thousandths, results whole cents,
// both BigInt, so that no sum is ever off by a bit.

export const ONE = 10_000n;
const HUNDRED_PERCENT = 100n * ONE;
export const MOST_YEARS = 10;
export const DEFAULTS = { cap: HUNDRED_PERCENT, "rise-from": 2n * ONE, "discount-years": BigInt(MOST_YEARS) * ONE, rate: ONE };
export const HIGHEST = {
  growth: HUNDRED_PERCENT,
  rise: HUNDRED_PERCENT,
  cap: HUNDRED_PERCENT,
  discount: HUNDRED_PERCENT,
  tax: HUNDRED_PERCENT,
  "rise-from": BigInt(MOST_YEARS) * ONE,
  "discount-years": BigInt(MOST_YEARS) * ONE,
};
export const LOWERING = ["rise-from", "discount", "discount-years"];
export const CASES = ["low", "likely", "high"];

const smaller = (one, other) => (one < other ? one : other);
const larger = (one, other) => (one > other ? one : other);

// estimate: {low, likely, high}, each a BigInt or null.
function valueAt(estimate, name, wanted) {
  const likely = estimate?.likely ?? DEFAULTS[name] ?? 0n;
  if (wanted === "likely") return likely;
  const lowEnd = (wanted === "low") !== LOWERING.includes(name);
  if (lowEnd) return smaller(estimate?.low ?? likely, likely);
  return larger(estimate?.high ?? likely, likely);
}

// offer: {costs: [{id, when, unit, rises, discounted}], years, given: {id: estimate}}.
function value(offer, name, wanted) {
  return valueAt(Object.hasOwn(offer.given, name) ? offer.given[name] : null, name, wanted);
}

const isMoney = ({ unit }) => unit !== "hours";
const isOfUsers = ({ when }) => when === "user-month";

// What a cost of a year is multiplied by beside its own figure, the one place that says it: the settings that it
// follows (`by`), the costs that it enters (`of`), and how much it is, as a fraction [above, below]. `at` gives the
// value of a setting. The spreadsheet has a formula for each by its name.
export const FACTORS = [
  { name: "users", by: ["users", "growth"], of: (cost) => isOfUsers(cost) && !isMoney(cost), in: (at, year) => [usersIn(at, year), 1n] },
  { name: "seats", by: ["users", "growth", "least-users"], of: (cost) => isOfUsers(cost) && isMoney(cost), in: (at, year) => [seatsIn(at, year), 1n] },
  { name: "hour", by: ["hour"], of: (cost) => !isMoney(cost), in: (at) => [at("hour"), ONE] },
  { name: "risen", by: ["rise", "cap", "rise-from"], of: (cost) => isMoney(cost) && cost.rises, in: risen },
  { name: "left", by: ["discount", "discount-years"], of: (cost) => isMoney(cost) && cost.discounted, in: left },
  { name: "rate", by: ["rate"], of: isMoney, in: (at) => [at("rate"), ONE] },
  { name: "tax", by: ["tax"], of: isMoney, in: (at) => [HUNDRED_PERCENT + at("tax"), HUNDRED_PERCENT] },
];
export const SETTINGS = [...new Set(FACTORS.flatMap(({ by }) => by))];

function usersIn(at, year) {
  const since = BigInt(year - 1);
  return halfUp(at("users") * (HUNDRED_PERCENT + at("growth")) ** since, ONE * HUNDRED_PERCENT ** since);
}

// Those there are, or the least that the offer bills.
function seatsIn(at, year) {
  return larger(usersIn(at, year), halfUp(at("least-users"), ONE));
}

// What is signed is the price of the first year: no rise comes before the second.
function risen(at, year) {
  const first = (larger(at("rise-from"), 2n * ONE) + ONE - 1n) / ONE;
  const times = larger(BigInt(year) + 1n - first, 0n);
  return [(HUNDRED_PERCENT + smaller(at("rise"), at("cap"))) ** times, HUNDRED_PERCENT ** times];
}

function left(at, year) {
  if (BigInt(year) * ONE > at("discount-years")) return [1n, 1n];
  return [HUNDRED_PERCENT - at("discount"), HUNDRED_PERCENT];
}

// How often a cost is paid in a year, of each user where it is by users.
const OFTEN = {
  start: (year) => (year === 1 ? 1n : 0n),
  year: () => 1n,
  month: () => 12n,
  "user-month": () => 12n,
  end: (year, last) => (year === last ? 1n : 0n),
};

// The cents of each cost in each year: {id: [cents]}.
export function costsOf(offer, wanted = "likely") {
  const at = (name) => value(offer, name, wanted);
  const years = Array.from({ length: offer.years }, (_, index) => index + 1);
  // Each is worked out once a year, and not once more for every cost: that would take a phone a tenth of a second.
  const factors = FACTORS.filter(({ of }) => offer.costs.some(of)).map((each) => ({ ...each, years: years.map((year) => each.in(at, year)) }));
  const ofCost = (cost) => {
    const entering = factors.filter(({ of }) => of(cost));
    return years.map((year, index) => cents(at(cost.id) * OFTEN[cost.when](year, offer.years), entering.map((each) => each.years[index])));
  };
  return Object.fromEntries(offer.costs.map((cost) => [cost.id, ofCost(cost)]));
}

// Rounded once.
function cents(figure, fractions) {
  if (!figure) return 0n;
  let [above, below] = [100n * figure, ONE];
  for (const [times, parts] of fractions) {
    above *= times;
    below *= parts;
  }
  return halfUp(above, below);
}

export const sum = (numbers) => numbers.reduce((all, each) => all + each, 0n);

export function total(offer, wanted = "likely") {
  return sum(Object.values(costsOf(offer, wanted)).flat());
}

// The cents paid up to the end of each year.
export function cumulated(offer, wanted = "likely") {
  return paidUntil(offer.years, costsOf(offer, wanted));
}

// The same, of the cents of each cost in each year.
export function paidUntil(years, costs) {
  let paid = 0n;
  return Array.from({ length: years }, (_, index) => {
    paid += sum(Object.values(costs).map((each) => each[index]));
    return paid;
  });
}

// Nothing here is ever negative.
function halfUp(above, below) {
  return (2n * above + below) / (2n * below);
}

// Which of two offers is cheaper when: [{first, last, cheaper}], cheaper 0, 1 or null for neither.
export function spans(one, other) {
  const found = [];
  one.forEach((first, index) => {
    const cheaper = first === other[index] ? null : Number(other[index] < first);
    if (found.at(-1)?.cheaper === cheaper && found.length) found.at(-1).last = index + 1;
    else found.push({ first: index + 1, last: index + 1, cheaper });
  });
  return found;
}

// The inputs that move the total, most first: [{id, low, high}]; `isRanged` says whether by their own ranges.
// `now`: the likely cents of each cost in each year.
export function swings(offer, now = costsOf(offer)) {
  const known = [...SETTINGS, ...offer.costs.map(({ id }) => id)];
  const names = Object.keys(offer.given).filter((name) => known.includes(name)).sort();
  const ranged = names.filter((name) => value(offer, name, "low") !== value(offer, name, "high"));
  const likely = Object.fromEntries(
    Object.entries(offer.given).map(([name, each]) => [name, { likely: each.likely }]),
  );
  const all = sum(Object.values(now).flat());
  const with_ = (name, end) => {
    const moved = { ...offer, costs: offer.costs.filter((cost) => dependsOn(cost, name)), given: { ...likely, [name]: { likely: end } } };
    return all - sum(moved.costs.flatMap(({ id }) => now[id])) + total(moved);
  };
  const found = (ranged.length ? ranged : names).map((name) => {
    const [low, high] = ranged.length ? ends(offer, name) : tenths(offer, name);
    return { id: name, low: with_(name, low), high: with_(name, high) };
  });
  const swing = ({ low, high }) => (high > low ? high - low : low - high);
  const order = (one, other) =>
    swing(one) === swing(other) ? (one.id < other.id ? -1 : 1) : swing(one) > swing(other) ? -1 : 1;
  return found.filter((each) => each.low !== each.high).sort(order);
}

// To count every cost anew for each input would take a phone a tenth of a second.
function dependsOn(cost, name) {
  return name === cost.id || FACTORS.some(({ by, of }) => by.includes(name) && of(cost));
}

export function isRanged(offer) {
  return Object.keys(offer.given).some((name) => value(offer, name, "low") !== value(offer, name, "high"));
}

function ends(offer, name) {
  const [one, other] = [value(offer, name, "low"), value(offer, name, "high")];
  return [smaller(one, other), larger(one, other)];
}

function tenths(offer, name) {
  const likely = value(offer, name, "likely");
  if (offer.given[name].likely === null) return [likely, likely];
  const more = (likely * 11n) / 10n;
  return [(likely * 9n) / 10n, Object.hasOwn(HIGHEST, name) ? smaller(more, HIGHEST[name]) : more];
}
