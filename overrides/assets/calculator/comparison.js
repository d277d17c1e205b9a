// What a reader compares, and how it is kept and written in an address: one short text for both.
//
//   v=1&y=5&c=EUR&r=1&b=users:20;growth:0~5~10&o=Name;subscription:30~30~35&o=…
//
// Years, currency, whether ranges are shown, the company, then each offer, whose kind of purchase stands among its
// figures (kind:licence). Nothing of a text is trusted: what is unknown, too long or no number is passed over, and a
// text of another version is none.

import { MOST_YEARS } from "./cost.js";
import { fromText, toText } from "./numbers.js";

const VERSION = "1";
const LONGEST_NAME = 60;
// Eight offers with long names in any script, and three long numbers for each input, are some 22,000.
const LONGEST_TEXT = 40_000;
const FIRST_YEARS = 5;
const KIND = "kind:";

// inputs: [{id, company, highest}]; most: how many offers there may be.
export function blank() {
  return { years: FIRST_YEARS, currency: "", ranges: false, company: {}, offers: [newOffer(), newOffer()] };
}

export function newOffer(name = "") {
  return { name, kind: "", given: {} };
}

// The invented example; asked: {inputs, example: names of its offers, most}.
export function exampleOf({ inputs, example, most }, currency) {
  const values = (input, place) => estimateOf(input.example[place] ?? "", input);
  const of = (place, company) =>
    Object.fromEntries(
      inputs.filter((input) => input.company === company && values(input, place)).map((input) => [input.id, values(input, place)]),
    );
  const offers = example.slice(0, most).map((name, place) => ({ name: cleanName(name), kind: "", given: of(place, false) }));
  return { ...blank(), currency, ranges: true, company: of(0, true), offers };
}

export function isEmpty({ company, offers }) {
  return [company, ...offers.map(({ given }) => given)].every((given) => Object.keys(given).length === 0) && !offers.some(({ kind }) => kind);
}

export function toAddress({ years, currency, ranges, company, offers }) {
  const parts = new URLSearchParams({ v: VERSION, y: years });
  if (currency) parts.set("c", currency);
  if (ranges) parts.set("r", "1");
  if (Object.keys(company).length) parts.set("b", written(company));
  for (const { name, kind, given } of offers) {
    parts.append("o", [encodeURIComponent(name), ...(kind ? [KIND + kind] : []), written(given)].join(";"));
  }
  return parts.toString();
}

// A comparison, or null where the text is none; kinds: [{id}], those that the guide knows.
export function fromAddress(text, { inputs, most, kinds = [] }) {
  if (typeof text !== "string" || text.length > LONGEST_TEXT) return null;
  const parts = new URLSearchParams(text);
  if (parts.get("v") !== VERSION) return null;
  const found = blank();
  const years = Number(parts.get("y"));
  if (Number.isInteger(years) && years >= 1 && years <= MOST_YEARS) found.years = years;
  if (/^[A-Z]{3}$/.test(parts.get("c") ?? "")) found.currency = parts.get("c");
  found.ranges = parts.get("r") === "1";
  found.company = given((parts.get("b") ?? "").split(";"), inputs.filter(({ company }) => company));
  const offers = parts.getAll("o").slice(0, most);
  const own = inputs.filter(({ company }) => !company);
  if (offers.length) found.offers = offers.map((each) => offer(each.split(";"), own, kinds));
  return found;
}

function offer([name, ...values], inputs, kinds) {
  const kind = values.find((each) => each.startsWith(KIND))?.slice(KIND.length);
  return { name: plainName(name), kind: kinds.find(({ id }) => id === kind)?.id ?? "", given: given(values, inputs) };
}

function plainName(coded) {
  try {
    return cleanName(decodeURIComponent(coded));
  } catch {
    return "";
  }
}

// A name on one line, without signs that turn the text around.
export function cleanName(name) {
  return Array.from(name.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()).slice(0, LONGEST_NAME).join("");
}

// Whether an offer's name is a vendor's: the calculator begins with it, and a reader may write it otherwise.
export function isCalled(offer, vendor) {
  return cleanName(offer).toLowerCase() === cleanName(vendor).toLowerCase();
}

// The text of a comparison once a vendor bears another name.
export function renamedOffer(text, before, now) {
  if (!text) return text;
  const parts = new URLSearchParams(text);
  const offers = parts.getAll("o").map((each) => each.split(";"));
  parts.delete("o");
  for (const [name, ...values] of offers) {
    const kept = isCalled(plainName(name), before) ? encodeURIComponent(cleanName(now)) : name;
    parts.append("o", [kept, ...values].join(";"));
  }
  return parts.toString();
}

function given(values, inputs) {
  const found = {};
  for (const value of values) {
    const [id, numbers = ""] = value.split(":");
    const input = inputs.find((each) => each.id === id);
    const estimate = input && estimateOf(numbers, input);
    if (estimate) found[id] = estimate;
  }
  return found;
}

// Each offer as cost.js has it: with the company's figures, and with what there is to count.
export function counted({ years, company, offers }, inputs) {
  const costs = inputs.filter(({ when }) => when);
  return offers.map(({ given }) => ({ costs, years, given: { ...company, ...given } }));
}

// "25", or "20~25~30" with any of the three left out.
export function estimateOf(text, { highest }) {
  const numbers = text.split("~").map((each) => fitting(fromText(each), highest));
  const [low, likely, high] = numbers.length === 1 ? [null, numbers[0], null] : numbers;
  return tidy({ low, likely, high });
}

function fitting(number, highest) {
  return number !== null && number <= BigInt(highest) * 10_000n ? number : null;
}

// Null where nothing is given.
export function tidy({ low = null, likely = null, high = null }) {
  return low === null && likely === null && high === null ? null : { low, likely, high };
}

function written(values) {
  const number = (value) => (value === null ? "" : toText(value));
  return Object.entries(values)
    .map(([id, { low, likely, high }]) => {
      const plain = low === null && high === null;
      return `${id}:${plain ? number(likely) : [low, likely, high].map(number).join("~")}`;
    })
    .join(";");
}
