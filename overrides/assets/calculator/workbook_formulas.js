// The sheet of one offer: every step of the calculation as a formula, in the likely, low and high case. The rules are
// those of cost.js, in the words of scripts/office/cost_formulas.py. Cells are {type, value} as write-excel-file has them.

import { DEFAULTS, FACTORS, LOWERING, MOST_YEARS, ONE, SETTINGS } from "./cost.js";

const BLOCKS = ["likely", "low", "high"];
export const COMPANY = ["users", "growth", "hour"];
const STEPS = [["users", "users"], ["seats", "least-users"], ["risen", "rise"], ["left", "discount"]];
const YEARS = Array.from({ length: MOST_YEARS }, (_, index) => index + 1);
const FIRST_YEAR = 2;

// The letters of a column, counted from 0.
export function column(place) {
  return place < 26 ? String.fromCharCode(65 + place) : column(Math.floor(place / 26) - 1) + column(place % 26);
}

export const text = (value, style = {}) => ({ type: String, value, wrap: true, alignVertical: "top", ...style });
export const formula = (value, style = {}) => ({ type: "Formula", value, ...style });
export const MONEY = { format: "#,##0.00" };

const ofYear = (year) => column(FIRST_YEAR + year - 1);

export class OfferSheet {
  // cells: where the inputs stand, {has(name), at(name, place, case), nameOf(place), years}; labels: by input's id.
  constructor(sheet, place, costs, cells, labels, words) {
    Object.assign(this, { sheet, place, costs, cells, labels, words });
    this.at = {};
    this.rows = [[formula(cells.nameOf(place), { fontWeight: "bold" })], []];
    for (const wanted of BLOCKS) this.block(wanted);
  }

  total(wanted) {
    return this.far(`${ofYear(MOST_YEARS)}${this.at[`${wanted} paid`]}`);
  }

  until(year) {
    return this.far(`${ofYear(year)}${this.at["likely paid"]}`);
  }

  ofGroup(ids) {
    const sums = ids.map((id) => `SUM(${this.far(`${ofYear(1)}${this.at[`likely ${id}`]}:${ofYear(MOST_YEARS)}${this.at[`likely ${id}`]}`)})`);
    return sums.join("+");
  }

  far(place) {
    return `'${this.sheet.replaceAll("'", "''")}'!${place}`;
  }

  // Puts a row in place and returns its number.
  row(name, cells) {
    this.rows.push(cells);
    if (name) this.at[name] = this.rows.length;
  }

  block(wanted) {
    const { words } = this;
    const bold = { fontWeight: "bold" };
    const heads = YEARS.map((year) => text(words.cost_year_numbered.replace("{number}", year), bold));
    this.row("", [text(words[`cost_case_${wanted}`], bold), text(words.cost_value, bold), ...heads]);
    for (const name of SETTINGS) this.row(`${wanted} ${name}`, [text(this.labels[name] ?? name), formula(this.valueOf(wanted, name))]);
    for (const [step, label] of STEPS) {
      const cells = YEARS.map((year) => formula(this.step(wanted, step, year)));
      this.row(`${wanted} step ${step}`, [text(words.cost_step.replace("{input}", this.labels[label] ?? label)), null, ...cells]);
    }
    const first = this.rows.length + 1;
    for (const cost of this.costs) {
      const row = this.rows.length + 1;
      const cells = YEARS.map((year) => formula(this.cost(wanted, cost, year, row), MONEY));
      this.row(`${wanted} ${cost.id}`, [text(this.labels[cost.id]), formula(this.valueOf(wanted, cost.id)), ...cells]);
    }
    const last = this.rows.length;
    const sums = YEARS.map((year) => formula(`SUM(${ofYear(year)}${first}:${ofYear(year)}${last})`, { ...MONEY, ...bold }));
    this.row("", [text(words.cost_total, bold), null, ...sums]);
    const paid = YEARS.map((year) => {
      const before = year > 1 ? `${ofYear(year - 1)}${last + 2}+` : "";
      return formula(`ROUND(${before}${ofYear(year)}${last + 1},2)`, { ...MONEY, ...bold });
    });
    this.row(`${wanted} paid`, [text(words.cost_paid_until, bold), null, ...paid]);
    this.rows.push([]);
  }

  valueOf(wanted, name) {
    const standard = String((DEFAULTS[name] ?? 0n) / ONE);
    if (!this.cells.has(name)) return standard;
    if (wanted === "likely") {
      const likely = this.cells.at(name, this.place, "likely");
      return `IF(${likely}="",${standard},${likely})`;
    }
    const takesLow = (wanted === "low") !== LOWERING.includes(name);
    const likely = `$B$${this.at[`likely ${name}`]}`;
    const end = this.cells.at(name, this.place, takesLow ? "low" : "high");
    return `IF(${end}="",${likely},${takesLow ? "MIN" : "MAX"}(${end},${likely}))`;
  }

  step(wanted, step, year) {
    const value = (name) => `$B$${this.at[`${wanted} ${name}`]}`;
    if (step === "users") return `ROUND(${value("users")}*(1+${value("growth")}/100)^${year - 1},0)`;
    if (step === "seats") return `MAX(${ofYear(year)}${this.at[`${wanted} step users`]},ROUND(${value("least-users")},0))`;
    if (step === "risen") return `(1+MIN(${value("rise")},${value("cap")})/100)^MAX(0,${year + 1}-MAX(2,ROUNDUP(${value("rise-from")},0)))`;
    return `IF(${year}<=${value("discount-years")},1-${value("discount")}/100,1)`;
  }

  // Rounded once, as cost.js does.
  cost(wanted, cost, year, row) {
    const value = (name) => `$B$${this.at[`${wanted} ${name}`]}`;
    const step = (name) => `${ofYear(year)}${this.at[`${wanted} step ${name}`]}`;
    const cells = { users: step("users"), seats: step("seats"), risen: step("risen"), left: step("left") };
    const formulas = { ...cells, hour: value("hour"), rate: value("rate"), tax: `(1+${value("tax")}/100)` };
    const often = cost.when.endsWith("month") ? ["12"] : [];
    const factors = FACTORS.filter(({ of }) => of(cost)).map(({ name }) => formulas[name]);
    const paid = `ROUND(${[`$B$${row}`, ...often, ...factors].join("*")},2)`;
    if (cost.when === "start") return year === 1 ? paid : "0";
    if (cost.when === "end") return `IF(${year}=${this.cells.years},${paid},0)`;
    return `IF(${year}>${this.cells.years},0,${paid})`;
  }
}
