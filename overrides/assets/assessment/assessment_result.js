// Show a result: fill the parts that the page brings, in the page's language. Nothing here counts.

import { expose, level, mostOpen, percent, plan } from "./scoring.js";
import { Selection, replaceSelection } from "../my_checklist/selection.js";
import { say } from "../shell/words.js";

const FIRST_STEPS = 7;

export class Result {
  constructor(section, words, { efforts }) {
    this.section = section;
    this.words = words;
    this.efforts = efforts;
    // The page that the link leads to says so and offers to undo it; what cannot be kept it finds in its address.
    this.one("[data-to-checklist]").addEventListener("click", () => replaceSelection(this.list));
  }

  // form: a ChosenForm; earlier: {answers, date} of a file to compare with, or null.
  show(form, answers, earlier) {
    const { statements } = form;
    const exposure = expose(statements, answers);
    const before = earlier && expose(statements, earlier.answers);
    this.numbers = new Map(statements.map(({ id }, index) => [id, index + 1]));
    const counts = exposure.whole.possible > 0;
    this.sayWhole(exposure.whole);
    this.one("[data-whole-level]").textContent = this.inWords(exposure.whole);
    this.one(".result-whole").dataset.exposed = level(exposure.whole) ?? "";
    this.one("[data-basis]").textContent = [...this.whichForm(form), ...this.basis(exposure)].join(" ");
    if (form.short.length) this.one("[data-rest]").hidden = form.form === "all" || statements.length === form.all.length;
    this.one("[data-first-unanswered]").hidden = exposure.unanswered === 0;
    this.drawBars(exposure, before);
    for (const row of this.section.querySelectorAll("[data-row]")) this.fillRow(row, exposure);
    this.compare(exposure, before, earlier?.date);
    const steps = plan(statements, answers, this.efforts);
    this.one("[data-nothing-open]").hidden = steps.length > 0;
    this.one("[data-nothing-open]").textContent = counts ? this.words.nothing_open : this.words.nothing_counts;
    this.one("[data-something-open]").hidden = steps.length === 0;
    this.listTricks(exposure);
    this.listSteps(steps);
    this.drawFall(exposure.whole, steps.slice(0, FIRST_STEPS));
    this.section.hidden = false;
  }

  one(selector) {
    return this.section.querySelector(selector);
  }

  whichForm({ form, short, all, statements }) {
    if (!short.length) return [];
    return [say(this.words[`result_of_${form}`], { count: statements.length, all: all.length })];
  }

  basis({ counted, notApplicable, unanswered }) {
    const sentences = [say(this.words.result_counted, { count: counted })];
    if (notApplicable) sentences.push(say(this.words.result_not_applicable, { count: notApplicable }));
    if (unanswered) sentences.push(say(this.words.result_unanswered, { count: unanswered }));
    return sentences;
  }

  share(tally) {
    const number = percent(tally);
    return number === null ? "–" : say(this.words.percent, { number });
  }

  // The figure stands out of its sentence, wherever the language puts it there; nothing counted says nothing of it.
  sayWhole(tally) {
    const [before, after] = percent(tally) === null ? ["", ""] : this.words.whole_open.split("{percent}");
    this.one("[data-whole-percent]").textContent = this.share(tally);
    this.one("[data-whole-before]").textContent = before;
    this.one("[data-whole-after]").textContent = after;
  }

  inWords(tally) {
    return this.words[`level_${level(tally) ?? "none"}`];
  }

  fillRow(row, exposure) {
    const tally = tallyOf(exposure, row.dataset.row);
    row.hidden = !tally;
    if (!tally) return;
    const cell = (name, words) => {
      const found = row.querySelector(`[data-${name}]`);
      if (found) found.textContent = words;
    };
    cell("percent", this.share(tally));
    cell("level", this.inWords(tally));
    cell("points", say(this.words.points_of, { open: points(tally.open), possible: points(tally.possible) }));
  }

  drawBars(exposure, before) {
    for (const band of this.section.querySelectorAll("[data-up-to]")) {
      band.style.inlineSize = `${band.dataset.upTo - band.dataset.from}%`;
    }
    for (const row of this.section.querySelectorAll("[data-bar]")) {
      const tally = tallyOf(exposure, row.dataset.bar);
      row.hidden = !tally;
      if (!tally) continue;
      const now = percent(tally);
      row.querySelector("[data-open]").style.inlineSize = `${now ?? 0}%`;
      row.querySelector("[data-figure]").textContent = this.share(tally);
      const was = before ? percent(tallyOf(before, row.dataset.bar)) : null;
      const mark = row.querySelector("[data-before]");
      mark.hidden = was === null;
      mark.style.insetInlineStart = `${was ?? 0}%`;
    }
    this.one("[data-before-key]").hidden = !before;
  }

  compare(exposure, earlier, date) {
    const box = this.one("[data-comparison]");
    box.hidden = !earlier;
    if (!earlier) return;
    box.querySelector("h3").textContent = say(this.words.compared_with, { date });
    for (const row of box.querySelectorAll("[data-row]:not([hidden])")) {
      const before = tallyOf(earlier, row.dataset.row);
      const now = tallyOf(exposure, row.dataset.row);
      row.querySelector("[data-earlier]").textContent = this.share(before);
      const change = row.querySelector("[data-change]");
      change.textContent = this.change(percent(before), percent(now));
    }
  }

  change(before, now) {
    return this.inDifference(before === null || now === null ? null : now - before);
  }

  inDifference(points) {
    if (points === null) return this.words.compare_unknown;
    if (points === 0) return `= ${this.words.compare_same}`;
    const [sign, words] = points < 0 ? ["▼ −", this.words.compare_less] : ["▲ +", this.words.compare_more];
    return `${sign}${Math.abs(points)} ${words}`;
  }

  listTricks(exposure) {
    const items = mostOpen(exposure).map((slug) => {
      const item = this.item("[data-trick-items]", slug);
      item.querySelector("[data-share]").textContent = this.share(exposure.tricks[slug]);
      return item;
    });
    this.one("[data-open-tricks]").replaceChildren(...items);
  }

  listSteps(steps) {
    const items = steps.map(({ countermeasure, closes, left }) => {
      const item = this.item("[data-step-items]", countermeasure);
      item.querySelector("[data-closes]").append(...closes.map((id) => this.reference(id)));
      item.querySelector("[data-after]").textContent = say(this.words.plan_after, { percent: this.share(left) });
      return item;
    });
    const rest = this.one("[data-plan-rest]");
    const more = Math.max(0, items.length - FIRST_STEPS);
    rest.hidden = more === 0;
    rest.querySelector("summary").textContent = say(this.words.plan_more, { count: more });
    this.one("[data-plan]").replaceChildren(...items.slice(0, FIRST_STEPS));
    this.one("[data-plan-more]").replaceChildren(...items.slice(FIRST_STEPS));
    this.one("[data-plan-more]").start = FIRST_STEPS + 1;
    const link = this.one("[data-to-checklist]");
    this.list = new Selection([], steps.map((step) => step.countermeasure));
    link.href = link.dataset.toChecklist + this.list.toAddress();
    link.hidden = steps.length === 0;
  }

  // The exposure as it falls, step by step, through the bands that the page has drawn.
  drawFall(whole, steps) {
    const figure = this.one("[data-gauge]");
    figure.hidden = steps.length === 0;
    if (figure.hidden) return;
    const plot = figure.querySelector("[data-left]");
    const [left, right, top, bottom] = ["left", "right", "top", "bottom"].map((side) => Number(plot.dataset[side]));
    const x = (step) => left + ((right - left - 8) * step) / steps.length;
    const y = (tally) => bottom - ((bottom - top) * percent(tally)) / 100;
    const falls = steps.map(({ left: rest }, index) => `H${x(index + 1)}V${y(rest)}`);
    figure.querySelector("[data-fall]").setAttribute("d", `M${left} ${y(whole)}${falls.join("")}`);
    const after = steps.at(-1).left;
    for (const [name, step, tally] of [["start", 0, whole], ["end", steps.length, after]]) {
      const mark = figure.querySelector(`[data-fall-${name}]`);
      mark.setAttribute("cx", x(step));
      mark.setAttribute("cy", y(tally));
    }
    const said = { count: steps.length, now: this.share(whole), after: this.share(after) };
    figure.querySelector("[data-gauge-said]").textContent = say(this.words.gauge_said, said);
  }

  item(template, slug) {
    return this.one(template).content.querySelector(`[data-item="${slug}"]`).cloneNode(true);
  }

  reference(id) {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = this.numbers.get(id);
    return link;
  }
}

// None for a phase of which the form asks nothing.
function tallyOf(exposure, phase) {
  return phase ? exposure.phases[phase] : exposure.whole;
}

function points(halves) {
  const whole = Math.floor(halves / 2);
  return halves % 2 ? `${whole || ""}½` : String(whole);
}
