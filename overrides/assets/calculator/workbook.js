// The figures of the page as a workbook with live formulas, made on the device by write-excel-file, which is fetched
// only when somebody asks for it.

import { MOST_YEARS } from "./cost.js";
import { column, COMPANY, formula, MONEY, OfferSheet, text } from "./workbook_formulas.js";
import { forXml } from "../shell/file_letters.js";

const ENDS = ["low", "likely", "high"];
const FIRST_OFFER = 2;
const YEARS_ROW = 4;
const HEAD_ROW = 7;
const bold = { fontWeight: "bold" };

// Returns a Blob. comparison and names: as the page shows them.
export async function toCostWorkbook(comparison, names, asked, words) {
  const { default: writeWorkbook } = await import("../vendor/write-excel-file.js");
  const options = { orientation: "landscape", ...(document.documentElement.dir === "rtl" && { rightToLeft: true }) };
  const sheets = sheetsOf(comparison, names, asked, words);
  return writeWorkbook(sheets.map(({ name, rows, widths, ...rest }) => ({
    ...{ data: rows, sheet: name, columns: widths.map((width) => ({ width })), ...options, ...rest },
  }))).toBlob();
}

// Returns {name, rows, widths} of the sheets of inputs and of the result, and of each offer.
export function sheetsOf(comparison, names, asked, words) {
  const [inputs, result, ...offers] = namesOf([
    words.cost_sheet_inputs,
    words.cost_sheet_result,
    ...names.map((_, place) => words.cost_offer_numbered.replace("{number}", place + 1)),
  ]);
  const cells = placesOf(inputs, asked.inputs);
  const labels = Object.fromEntries(asked.inputs.map(({ id, name }) => [id, name]));
  const costs = asked.inputs.filter(({ when }) => when);
  const sheets = offers.map((sheet, place) => new OfferSheet(sheet, place, costs, cells, labels, words));
  const years = Array.from({ length: MOST_YEARS }, () => 13);
  return [
    { name: inputs, rows: inputRows(comparison, names, asked, words), widths: [34, 22, ...names.flatMap(() => [13, 13, 13])], stickyRowsCount: HEAD_ROW + 1 },
    { name: result, rows: resultRows(cells, sheets, asked, words), widths: [34, ...names.map(() => 20)] },
    ...sheets.map(({ sheet, rows }) => ({ name: sheet, rows, widths: [40, 14, ...years], stickyColumnsCount: 1 })),
  ];
}

// Excel takes 31 signs, no brackets, slashes or colons, and no name twice.
function namesOf(wanted) {
  return wanted.map((words, place) => {
    const name = words.replace(/[[\]:*?/\\]/g, " ").trim().slice(0, 27);
    return wanted.indexOf(words) < place ? `${name} (${place})` : name;
  });
}

// What is the company's stands under the first offer.
function placesOf(sheet, inputs) {
  const rows = Object.fromEntries(inputs.map(({ id }, index) => [id, HEAD_ROW + 2 + index]));
  const far = (letters, row) => `'${sheet.replaceAll("'", "''")}'!$${letters}$${row}`;
  const first = (place) => FIRST_OFFER + 3 * place;
  return {
    has: (name) => Object.hasOwn(rows, name),
    at: (name, place, wanted) => far(column(first(COMPANY.includes(name) ? 0 : place) + ENDS.indexOf(wanted)), rows[name]),
    nameOf: (place) => far(column(first(place)), HEAD_ROW),
    years: far(column(FIRST_OFFER), YEARS_ROW),
    currency: far(column(FIRST_OFFER), YEARS_ROW + 1),
  };
}

function inputRows({ years, currency, company, offers }, names, { inputs }, words) {
  const heads = [text(words.cost_input, bold), text(words.cost_unit, bold)];
  const number = (value) => (value === null || value === undefined ? null : { type: Number, value: Number(value) / 10_000, backgroundColor: "#ebf4f1" });
  const line = ({ id, name, unit_words, company: ofCompany }) => {
    const given = ofCompany ? [company] : offers.map((offer) => offer.given);
    return [text(name), text(unit_words), ...given.flatMap((each) => ENDS.map((end) => number(each[id]?.[end])))];
  };
  return [
    [text(words.calculator_title, { ...bold, wrap: false })],
    [text(words.cost_not_advice, { wrap: false })],
    [],
    [text(words.cost_years), null, { type: Number, value: years, backgroundColor: "#ebf4f1" }],
    [text(words.cost_currency), null, text(currency)],
    [],
    [...heads, ...names.flatMap((name) => [text(forXml(name), bold), null, null])],
    [null, null, ...names.flatMap(() => ENDS.map((end) => text(words[`cost_${end}`], bold)))],
    ...inputs.map(line),
  ];
}

function resultRows(cells, sheets, { groups }, words) {
  const line = (label, of, style = MONEY) => [text(label), ...sheets.map((sheet) => formula(of(sheet), style))];
  const years = Array.from({ length: MOST_YEARS }, (_, index) => index + 1);
  return [
    [text(words.calculator_title, { ...bold, wrap: false })],
    [formula(`${cells.currency}&""`)],
    [],
    line(words.cost_total, ({ place }) => cells.nameOf(place), bold),
    ...ENDS.map((wanted) => line(words[`cost_case_${wanted}`], (sheet) => sheet.total(wanted), { ...MONEY, ...bold })),
    [],
    [text(words.cost_by_group, bold)],
    ...groups.map(({ name, costs }) => line(name, (sheet) => sheet.ofGroup(costs))),
    [],
    [text(words.cost_paid_until, bold)],
    ...years.map((year) =>
      line(words.cost_year_numbered.replace("{number}", year), (sheet) => `IF(${year}>${cells.years},"",${sheet.until(year)})`),
    ),
  ];
}
