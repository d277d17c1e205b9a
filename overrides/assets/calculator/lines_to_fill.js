// What a kind of purchase asks of an offer, and what an empty cost may be taken to be. Pure functions.
//
// kind: {id, name, lines, shares}: the ids of the inputs to fill in, and of each share {input, of, low, likely, high},
// which are per cent as text, or null.

import { fromText } from "./numbers.js";
import { tidy } from "./comparison.js";

const ENDS = ["low", "likely", "high"];
const HUNDRED_PERCENT = 1_000_000n;

// The ids of lines that are still empty; given: of the offer and of its company.
export function openLines(kind, given) {
  return kind.lines.filter((id) => !given[id]);
}

// What the shares of a kind put into costs: [{share, estimate}], the whole of what then is given. What the reader gave
// stays, and of nothing no share is taken.
export function estimates(kind, given, inputs) {
  return kind.shares.flatMap((share) => {
    const base = given[share.of]?.likely ?? null;
    const now = { low: null, likely: null, high: null, ...given[share.input] };
    const most = BigInt(inputs.find(({ id }) => id === share.input).highest) * 10_000n;
    const found = { ...now };
    for (const end of ENDS) {
      const part = base !== null && share[end] !== null && now[end] === null ? partOf(base, share[end]) : null;
      if (part !== null && part <= most) found[end] = part;
    }
    return ENDS.some((end) => found[end] !== now[end]) ? [{ share, estimate: tidy(found) }] : [];
  });
}

function partOf(base, percent) {
  return (base * fromText(percent)) / HUNDRED_PERCENT;
}
