// Numbers as people write and read them. In between they are whole ten-thousandths, as BigInt: see cost.js.

import { format } from "../shell/words.js";

const WRITTEN = /^(\d{1,9})(?:\.(\d{1,4}))?$/;
const language = () => document.documentElement.dataset.dates || document.documentElement.lang;

// From "12.5", the form that is kept and that stands in addresses; null for anything else.
export function fromText(text) {
  const found = WRITTEN.exec(text);
  return found && BigInt(found[1] + (found[2] ?? "").padEnd(4, "0"));
}

export function toText(number) {
  const digits = String(number).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, "");
}

// What somebody typed: null where nothing was, undefined where it is no number. A point or a comma divides
// thousands where it comes twice, or once before three last digits that follow some other than a bare 0: who
// means 1.500 as one and a half sees at once, by what the field then shows, that it was taken for more.
export function read(typed) {
  const text = typed.normalize("NFKC").replace(/[\s'’%]/g, "");
  if (!text) return null;
  if (!/^[\d.,]+$/.test(text)) return undefined;
  const marks = text.match(/[.,]/g) ?? [];
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const divides = marks.length && isDecimal(text, marks, last);
  const whole = divides ? text.slice(0, last) : text;
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole)) return undefined;
  const digits = whole.replace(/[.,]/g, "") || "0";
  return fromText(divides ? `${digits}.${text.slice(last + 1) || "0"}` : digits) ?? undefined;
}

function isDecimal(text, marks, last) {
  if (new Set(marks).size === 2) return marks.filter((mark) => mark === text[last]).length === 1;
  if (marks.length > 1) return false;
  return !/^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
}

// As a field shows it. Three digits after the mark would read as thousands: a fourth is added.
export function shown(number) {
  const decimals = toText(number).split(".")[1]?.length ?? 0;
  return format("NumberFormat", language(), { minimumFractionDigits: decimals === 3 ? 4 : decimals }).format(
    Number(number) / 10_000,
  );
}

// Cents as a whole amount, halves up; of a currency, or without a sign.
export function amount(cents, currency) {
  const style = currency ? { style: "currency", currency } : {};
  const whole = { ...style, maximumFractionDigits: 0, minimumFractionDigits: 0 };
  return format("NumberFormat", language(), whole).format((cents + 50n) / 100n);
}

// As short as an axis needs: 12 k.
export function short(cents) {
  return format("NumberFormat", language(), { notation: "compact", maximumFractionDigits: 1 }).format(Number(cents) / 100);
}

// Every currency that the browser can name, [code, name], in the language's order.
export function currencies() {
  const names = new Intl.DisplayNames([language()], { type: "currency" });
  const codes = Intl.supportedValuesOf?.("currency") ?? [];
  return codes.map((code) => [code, names.of(code)]).sort(([, a], [, b]) => a.localeCompare(b, language()));
}
