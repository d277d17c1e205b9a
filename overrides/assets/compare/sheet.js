// A comparison as rows of cells, for CSV and for a workbook: first what each vendor's result says and
// what it costs, then every row.

import { forXml } from "../shell/file_letters.js";
import { amount } from "../calculator/numbers.js";
import { say } from "../shell/words.js";
import { centsOf } from "./money.js";
import { resultLines } from "./result.js";
import { MOST_POINTS, POINTS } from "./standing.js";
import { OWN_LIST } from "../purchase/purchase.js";

// Returns rows of strings and numbers; the first is the head. Each vendor has three columns: verdict, words, points.
export function sheetOf({ rows, vendors, standings, money, meetings }, words) {
  const head = [words.meeting, words.question, words.weight, words.must];
  const results = ["", words.result, "", ""];
  const signs = ["", words.signs, "", ""];
  for (const [place, { name, signs: seen }] of vendors.entries()) {
    head.push(name, `${name}: ${words.said}`, `${name}: ${words.points_head}`);
    const lines = resultLines(standings, place, words).map(({ text, rows: of }) => [text, ...namesOf(rows, of)].join(" "));
    results.push("", lines.join("\n"), standings.stands[place].points);
    signs.push("", "", [...seen.values()].reduce((all, count) => all + count, 0));
  }
  const costs = money ? [costsOf(money, words)] : [];
  return [head, results, ...costs, signs, ...rows.map((row) => lineOf(row, vendors, meetings, words))];
}

// The likely cost is a number to go on counting with; its range stands beside it.
function costsOf({ years, currency, offers }, words) {
  const label = say(words.cost, { count: years });
  const line = ["", currency ? `${label} (${currency})` : label, "", ""];
  for (const offer of offers) {
    const cents = centsOf(offer);
    const [low, high] = cents ? [amount(cents.low, currency), amount(cents.high, currency)] : [];
    line.push(cents ? Number(cents.likely) / 100 : words.cost_none, cents ? say(words.cost_range, { low, high }) : "", "");
  }
  return line;
}

function lineOf({ id, text, meeting, weight, must }, vendors, meetings, words) {
  const group = meeting === OWN_LIST ? words.own : meetings.find(({ slug }) => slug === meeting).name;
  const line = [group, text, weight, must ? words.yes : words.no];
  for (const { heard, answers } of vendors) {
    const said = heard.get(id) ?? [];
    const answer = answers[id];
    const verdict = answer ? words[`verdict_${answer}`] : said.length ? words.not_judged : words.not_asked;
    const counts = weight && Object.hasOwn(POINTS, answer ?? "");
    line.push(verdict, notesOf(said), counts ? POINTS[answer] * weight : "");
  }
  return line;
}

function notesOf(said) {
  return said.map(({ note }) => note.trim()).filter(Boolean).join("\n");
}

function namesOf(rows, ids) {
  return ids ? [ids.map((id) => rows.find((row) => row.id === id).text).join(" · ")] : [];
}

// Excel holds 32,767 signs in a cell.
function writable(text) {
  return forXml(text).slice(0, 32_000);
}

// A workbook as a Blob, by write-excel-file, which is fetched only now.
export async function toWorkbook(sheet, words) {
  const { default: writeWorkbook } = await import("../vendor/write-excel-file.js");
  const [head, ...lines] = sheet;
  const cell = (value) => (typeof value === "number" ? { type: Number, value } : { type: String, value: writable(value), wrap: true });
  const data = [
    head.map((value) => ({ type: String, value: writable(value), fontWeight: "bold", wrap: true })),
    ...lines.map((line) => line.map((value) => (value === "" ? null : cell(value)))),
  ];
  const columns = head.map((value, place) => ({ width: place === 1 || (place > 3 && place % 3 === 2) ? 44 : 16 }));
  const sheetName = words.sheet_name.slice(0, 31);
  return writeWorkbook(data, { columns, sheet: sheetName, stickyRowsCount: 1, stickyColumnsCount: 2, orientation: "landscape" }).toBlob();
}
