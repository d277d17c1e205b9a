// The interface's words stand in the page, in its language; here their places and plurals are filled.

const language = () => document.documentElement.lang;
const formats = new Map();

// A formatter costs a hundred times what it formats, and a comparison says a thousand numbers.
export function format(kind, tag, options) {
  const key = JSON.stringify([kind, tag, options]);
  if (!formats.has(key)) formats.set(key, new Intl[kind](tag, options));
  return formats.get(key);
}

export function wordsOf(element) {
  return JSON.parse(element.dataset.words);
}

export function say(pattern, values = {}) {
  let words = pattern;
  if (typeof words !== "string") {
    const form = format("PluralRules", language()).select(values.count);
    words = words[form] ?? words.other;
  }
  // A name that ends in a question or an exclamation mark takes no full stop after it.
  return words.replace(/\{(\w+)\}(\.?)/g, (place, name, stop) => {
    const value = Object.hasOwn(values, name) ? shown(values[name]) : undefined;
    if (value === undefined || value === null) return place;
    return /[?!]$/.test(value) ? `${value}` : `${value}${stop}`;
  });
}

// Say an element's own pattern (data-say) in it.
export function fill(element, values) {
  element.textContent = say(JSON.parse(element.dataset.say), values);
}

function shown(value) {
  if (typeof value !== "number") return value;
  return format("NumberFormat", language(), { maximumFractionDigits: 1 }).format(value);
}

// Write a day as the texts of this language do: with the region, since English alone would be American.
export function dated(day, options = {}) {
  const tag = document.documentElement.dataset.dates || language();
  return format("DateTimeFormat", tag, { dateStyle: "long", ...options }).format(day);
}

export function percent(share) {
  return format("NumberFormat", language(), { style: "percent" }).format(share);
}

export function listed(items) {
  return format("ListFormat", language()).format(items);
}
