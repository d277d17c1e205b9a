// What an offer costs over some years: the rules of scripts/derived/cost.py, where they are explained. Pure functions;
// tests/data/cost-vectors.json holds both to the same numbers. Inputs are whole ten-thousandths, results whole cents,
// both BigInt, so that no sum is ever off by a bit.

export const ONE = 10_000n;
const HUNDRED_PERCENT = 100n * ONE;
export const MOST_YEARS = 10;
export const DEFAULTS = { cap: HUNDRED_PERCENT, "discount-years": BigInt(MOST_YEARS) * ONE, rate: ONE };
export const HIGHEST = {
  growth: HUNDRED_PERCENT,
  rise: HUNDRED_PERCENT,
  cap: HUNDRED_PERCENT,
  discount: HUNDRED_PERCENT,
  tax: HUNDRED_PERCENT,
  "discount-years": BigInt(MOST_YEARS) * ONE,
};
export const LOWERING = ["discount", "discount-years"];
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

// The cents of each cost in each year: {id: [cents]}.
export function costsOf(offer, wanted = "likely") {
  const years = Array.from({ length: offer.years }, (_, index) => index + 1);
  return Object.fromEntries(
    offer.costs.map((cost) => [cost.id, years.map((year) => cents(offer, cost, year, wanted))]),
  );
}

export const sum = (numbers) => numbers.reduce((all, each) => all + each, 0n);

export function total(offer, wanted = "likely") {
  return sum(Object.values(costsOf(offer, wanted)).flat());
}

// The cents paid up to the end of each year.
export function cumulated(offer, wanted = "likely") {
  const costs = Object.values(costsOf(offer, wanted));
  let paid = 0n;
  return Array.from({ length: offer.years }, (_, index) => {
    paid += sum(costs.map((years) => years[index]));
    return paid;
  });
}

export function usersIn(offer, year, wanted) {
  const since = BigInt(year - 1);
  const grown = value(offer, "users", wanted) * (HUNDRED_PERCENT + value(offer, "growth", wanted)) ** since;
  return halfUp(grown, ONE * HUNDRED_PERCENT ** since);
}

function cents(offer, cost, year, wanted) {
  let above = 100n * value(offer, cost.id, wanted) * times(offer, cost, year, wanted);
  let below = ONE;
  if (cost.unit === "hours") return halfUp(above * value(offer, "hour", wanted), below * ONE);
  if (cost.rises) {
    const rise = smaller(value(offer, "rise", wanted), value(offer, "cap", wanted));
    above *= (HUNDRED_PERCENT + rise) ** BigInt(year - 1);
    below *= HUNDRED_PERCENT ** BigInt(year - 1);
  }
  if (cost.discounted && BigInt(year) * ONE <= value(offer, "discount-years", wanted)) {
    above *= HUNDRED_PERCENT - value(offer, "discount", wanted);
    below *= HUNDRED_PERCENT;
  }
  above *= value(offer, "rate", wanted) * (HUNDRED_PERCENT + value(offer, "tax", wanted));
  return halfUp(above, below * ONE * HUNDRED_PERCENT);
}

function times(offer, cost, year, wanted) {
  if (cost.when === "start") return year === 1 ? 1n : 0n;
  if (cost.when === "end") return year === offer.years ? 1n : 0n;
  if (cost.when === "month") return 12n;
  if (cost.when === "user-month") return 12n * usersIn(offer, year, wanted);
  return 1n;
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
export function swings(offer) {
  const known = [...Object.keys(HIGHEST), "users", "hour", "rate", ...offer.costs.map(({ id }) => id)];
  const names = Object.keys(offer.given).filter((name) => known.includes(name)).sort();
  const ranged = names.filter((name) => value(offer, name, "low") !== value(offer, name, "high"));
  const likely = Object.fromEntries(
    Object.entries(offer.given).map(([name, each]) => [name, { likely: each.likely }]),
  );
  const now = costsOf(offer);
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
  if (name === cost.id) return true;
  if (["users", "growth"].includes(name)) return cost.when === "user-month";
  if (name === "hour") return cost.unit === "hours";
  if (cost.unit === "hours") return false;
  if (["rise", "cap"].includes(name)) return cost.rises;
  if (["discount", "discount-years"].includes(name)) return cost.discounted;
  return ["rate", "tax"].includes(name);
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
