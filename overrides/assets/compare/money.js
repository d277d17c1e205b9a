// What each vendor costs by the calculator of the open purchase. Pure functions; no point ever meets a cent.

import { blank, counted, fromAddress, isCalled } from "../calculator/comparison.js";
import { CASES, total } from "../calculator/cost.js";

// Returns {years, currency, offers}: of each vendor the offer that bears its name, as cost.js has it, or undefined.
// asked: {inputs, most}, as the calculator asks; null where the guide has none, and then there is no money.
export function moneyOf({ vendors, cost }, asked) {
  if (!asked) return null;
  const comparison = fromAddress(cost, asked) ?? blank();
  const left = counted(comparison, asked.inputs).map((offer, place) => ({ offer, called: comparison.offers[place].name }));
  const offers = vendors.map(({ name }) => {
    const at = left.findIndex(({ called }) => isCalled(called, name));
    // Of two vendors of one name each has an offer of its own.
    return at < 0 ? undefined : left.splice(at, 1)[0].offer;
  });
  return { years: comparison.years, currency: comparison.currency, offers };
}

// The cents of each case; null for a vendor without an offer, and for one of which nothing is known yet.
export function centsOf(offer) {
  if (!offer) return null;
  const cents = Object.fromEntries(CASES.map((wanted) => [wanted, total(offer, wanted)]));
  return cents.high > 0n ? cents : null;
}
