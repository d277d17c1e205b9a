// The page that sets the open purchase's vendors side by side. Nothing leaves the device.

import { csvOf } from "../checklist/csv_export.js";
import { saveFile } from "../checklist/exporting.js";
import { today } from "../purchase/days.js";
import { withAnswer, withMust, withoutRequirement, withRequirement, withWeight } from "../purchase/purchase.js";
import { newId, opened, Purchases } from "../purchase/store.js";
import { nextPicture, nextTurn } from "../shell/turns.js";
import { say, wordsOf } from "../shell/words.js";
import { answersOf, heardFrom, rowsOf, signsSeen } from "./heard.js";
import { moneyOf } from "./money.js";
import { standings, unevenWords } from "./result.js";
import { sayRoles } from "./roles.js";
import { sheetOf, toWorkbook } from "./sheet.js";
import { Table } from "./table.js";

export function start() {
  new Compare(document.querySelector("[data-compare]"));
}

class Compare {
  constructor(root) {
    this.root = root;
    this.words = wordsOf(root);
    this.find = (name) => root.querySelector(`[data-${name}]`);
    this.example = document.querySelector("[data-example]");
    this.asked = root.dataset.cost ? JSON.parse(root.dataset.cost) : null;
    for (const part of [root, this.example, ...[...root.querySelectorAll("template")].map(({ content }) => content)]) sayRoles(part);
    this.store = new Purchases();
    this.folds = [...root.querySelectorAll("[data-meeting]")];
    this.meetings = this.folds.map((fold) => ({
      slug: fold.dataset.meeting,
      name: fold.dataset.name,
      address: fold.querySelector("a")?.href.split("#")[0],
    }));
    this.questions = [...root.querySelectorAll("[data-compared]")].map((item) => ({
      id: item.dataset.compared,
      text: item.textContent.trim(),
      meeting: item.closest("[data-meeting]").dataset.meeting,
      item,
    }));
    const tricks = new Map([...root.querySelectorAll("[data-trick]")].map((item) => [item.dataset.trick, item.firstElementChild]));
    this.tricks = [...tricks.keys()];
    this.table = new Table(root, this.words, this.meetings, tricks);
    this.listen();
    this.store.whenChangedElsewhere(() => this.load());
    this.load();
  }

  listen() {
    this.root.addEventListener("change", ({ target }) => this.changed(target));
    this.root.addEventListener("click", ({ target }) => target.closest("[data-remove]") && this.remove(target.closest("[data-row]")));
    this.find("add-requirement").addEventListener("submit", (event) => this.add(event));
    this.find("undo").addEventListener("click", () => this.undo());
    // Whoever prints, or goes to a question, does not wait for the rest of the table.
    window.addEventListener("beforeprint", () => this.table.finish());
    this.root.addEventListener("click", ({ target }) => target.closest("a[href^='#row-']") && this.table.finish());
    for (const button of this.root.querySelectorAll("[data-export]")) {
      button.addEventListener("click", () => this.save(button.dataset.export));
    }
  }

  async load() {
    const kept = opened();
    const loading = {};
    this.loading = loading;
    this.purchase = kept && (await this.store.get(kept.purchase));
    // A full purchase takes a phone its time to understand, to count and to show: each is a turn of its own, and what
    // is loaded meanwhile takes the place of this.
    for (const step of [() => this.purchase && this.compare(), () => this.show()]) {
      await nextTurn();
      if (this.loading !== loading) return;
      step();
    }
    this.root.hidden = false;
  }

  show() {
    const { purchase } = this;
    this.find("not-kept").hidden = this.store.keeps;
    this.find("none").hidden = Boolean(purchase);
    this.find("one").hidden = !purchase;
    if (this.example) this.example.hidden = Boolean(purchase);
    this.find("unasked").hidden = !purchase;
    if (!purchase) return;
    this.find("title").textContent = purchase.name;
    this.showTable();
    this.showUnasked();
  }

  // Everything that follows from the purchase.
  compare() {
    const { purchase, slugs } = this;
    this.vendors = purchase.vendors.map((vendor) => {
      const promises = purchase.promises.filter((each) => each.vendor === vendor.id);
      return { ...vendor, ...this.answersFrom(vendor), signs: signsSeen(purchase, vendor.id, slugs, this.tricks), promises };
    });
    this.money = moneyOf(purchase, this.asked);
    this.count();
  }

  get slugs() {
    return this.meetings.map(({ slug }) => slug);
  }

  answersFrom({ id }) {
    const heard = heardFrom(this.purchase, id, this.slugs);
    return { heard, answers: answersOf(heard) };
  }

  async showTable() {
    const focused = document.activeElement?.id;
    this.showNotices();
    await this.table.show(this.rows, this.vendors, this.standings, this.money);
    // Its row may have been drawn anew.
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  }

  // What follows from the weights and requirements alone, given what was heard.
  count() {
    this.rows = rowsOf(this.purchase, this.questions, this.vendors.map(({ heard }) => heard));
    this.standings = standings(this.rows, this.vendors.map(({ answers }) => answers));
  }

  showNotices() {
    this.find("too-few").hidden = this.vendors.length > 1;
    this.find("nothing").hidden = this.standings.stands.some(({ possible }) => possible);
    const uneven = unevenWords(this.standings, this.words);
    this.find("uneven").hidden = !uneven;
    if (this.find("uneven").textContent !== uneven) this.find("uneven").textContent = uneven;
    this.find("scroll").hidden = !this.vendors.length;
  }

  // What is not in the table and is for a vendor to answer.
  showUnasked() {
    const shown = new Set(this.rows.map(({ id }) => id));
    for (const { id, item } of this.questions) item.hidden = shown.has(id) || item.dataset.askOf !== "vendor";
    for (const fold of this.folds) {
      const count = fold.querySelectorAll("li:not([hidden])").length;
      fold.hidden = !count;
      fold.querySelector("[data-count]").textContent = say(this.words.questions, { count });
    }
  }

  changed(control) {
    const id = control.closest("[data-row]")?.dataset.row;
    if (!id) return;
    if (control.matches("[data-weight]")) this.weigh(id, (kept) => withWeight(kept, id, Number(control.value)));
    else if (control.matches("[data-must]")) this.weigh(id, (kept) => withMust(kept, id, control.checked));
    else if (control.closest("[data-vendor]")) this.answer(id, control.closest("[data-vendor]"));
  }

  // A weight changes its row and the results, and nothing else of the table.
  weigh(id, change) {
    this.keep(change);
    this.recount(id, (row) => this.table.rows.reweigh(row));
  }

  // So does an answer, which changes its cell too.
  answer(id, tool) {
    const [choice, field] = tool.children;
    const answer = { verdict: choice.value, note: field.value.trim() };
    this.keep((kept) => withAnswer(kept, tool.dataset.vendor, id, answer));
    const place = this.vendors.findIndex((each) => each.id === tool.dataset.vendor);
    Object.assign(this.vendors[place], this.answersFrom(this.vendors[place]));
    this.recount(id, (row) => this.table.rows.reanswer(row, place));
  }

  recount(id, redraw) {
    this.count();
    const row = this.rows.find((each) => each.id === id);
    // A question that nobody was asked stands here by its weight alone.
    if (!row) return this.moveOut();
    this.table.questions = this.rows;
    redraw(row);
    this.table.showResult(this.standings);
    this.showNotices();
  }

  moveOut() {
    this.showTable();
    this.showUnasked();
    this.find("title").focus();
  }

  // Which requirements there are changes nothing of what was heard. The reader sees first what was done: a row that
  // comes or goes has all of a long table laid out.
  async showRequirements() {
    await nextPicture();
    if (!this.purchase) return;
    this.count();
    this.showTable();
  }

  // Shown at once, and kept in turn.
  async keep(change) {
    this.purchase = change(this.purchase);
    this.find("done").hidden = true;
    await this.store.changeOnceSeen(this.purchase.id, change);
    this.find("not-kept").hidden = this.store.keeps;
  }

  add(event) {
    event.preventDefault();
    const field = event.target.elements.text;
    const text = field.value.trim();
    if (!text) return;
    const requirement = { id: newId(), text };
    field.value = "";
    this.keep((kept) => withRequirement(kept, requirement));
    this.showRequirements();
    field.focus();
  }

  remove({ dataset: { row: id } }) {
    const at = this.purchase.requirements.findIndex((each) => each.id === id);
    // Its row stands until the next picture.
    if (at < 0) return;
    const requirement = this.purchase.requirements[at];
    this.keep((kept) => withoutRequirement(kept, id));
    this.back = (kept) => withRequirement(kept, requirement, at);
    this.find("done").hidden = false;
    this.find("done-words").textContent = say(this.words.removed, { name: requirement.text });
    // It stands in sight: to go where it belongs, below the table, would lay out rows that nobody reads now. And a row
    // that went with the focus in it would have the page laid out twice.
    this.find("undo").focus({ preventScroll: true });
    this.showRequirements();
  }

  undo() {
    this.keep(this.back);
    this.showRequirements();
    this.find("title").focus();
  }

  async save(kind) {
    const sheet = sheetOf(this, this.words);
    const name = `${this.words.file}-${today()}.${kind}`;
    try {
      saveFile(name, "text/csv", kind === "csv" ? csvOf(sheet) : await toWorkbook(sheet, this.words));
      this.find("status").textContent = this.words.saved;
    } catch {
      this.find("status").textContent = this.words.export_failed;
    }
  }
}
