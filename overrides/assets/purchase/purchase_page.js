// The page of purchases: begin, open, change, copy, delete, save and load. Everything stays on this device.

import { saveFile } from "../checklist/exporting.js";
import { withPicksOfNobody } from "../clauses/picks.js";
import { say, wordsOf } from "../shell/words.js";
import { Annex } from "./annex.js";
import { DatesOf } from "./dates.js";
import { today } from "./days.js";
import { NextOf } from "./next_list.js";
import { PromisesOf } from "./promises.js";
import { begun, copyOf, MOST_VENDORS, partOf, putBack, renamedVendor, withDetails, withoutVendor, withVendor } from "./purchase.js";
import { fromFile, toText } from "./saved_purchase.js";
import { newId, open, opened, Purchases } from "./store.js";

export function start() {
  new PurchasePage(document.querySelector("[data-purchases]"));
}

class PurchasePage {
  constructor(root) {
    this.root = root;
    this.words = wordsOf(root);
    this.store = new Purchases();
    this.find = (name) => root.querySelector(`[data-${name}]`);
    this.one = this.find("one");
    const { promises } = this.words;
    this.promises = new PromisesOf(this.find("promises"), this.find("promise-group"), promises, (...all) => this.change(...all));
    this.dates = new DatesOf(this.find("dates"), this.find("date-tool"), this.words.dates, (...all) => this.change(...all));
    this.annex = new Annex(root, { ...this.words.annex, promises });
    this.next = new NextOf(this.find("next"), this.words.next, (vendor) => this.annex.of(vendor));
    this.listen();
    this.store.whenChangedElsewhere(() => this.show());
    this.show().then(() => {
      root.hidden = false;
    });
  }

  listen() {
    this.find("begin").addEventListener("submit", (event) => this.begin(event));
    this.find("load").addEventListener("change", (event) => this.load(event.target));
    this.find("add-vendor").addEventListener("submit", (event) => this.addVendor(event));
    this.find("details").addEventListener("change", ({ target }) => {
      const value = target.value.trim();
      if (target.name === "name" && !value) target.value = this.purchase.name;
      else this.change((kept) => withDetails(kept, { [target.name]: value }));
    });
    this.find("details").addEventListener("submit", (event) => event.preventDefault());
    this.find("save").addEventListener("click", () => this.save());
    this.find("copy").addEventListener("click", () => this.copy());
    this.find("delete").addEventListener("click", () => this.remove());
    this.find("undo").addEventListener("click", () => this.undo());
    this.find("others").addEventListener("click", ({ target }) => target.dataset.open && this.openOne(target.dataset.open));
  }

  async show() {
    const names = await this.store.names();
    const id = opened()?.purchase ?? this.purchase?.id;
    this.purchase = names.some((each) => each.id === id) ? await this.store.get(id) : null;
    this.find("not-kept").hidden = this.store.keeps;
    this.one.hidden = !this.purchase;
    this.find("begin-fold").open = !this.purchase;
    if (this.purchase) {
      this.purchase = await withPicksOfNobody(this.store, this.purchase);
      this.showOne();
    }
    const others = names.filter((each) => each.id !== this.purchase?.id);
    this.find("others-section").hidden = !others.length;
    this.find("others").replaceChildren(...others.map((each) => this.other(each)));
  }

  other({ id, name }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "text-button", textContent: say(this.words.open, { name }) });
    button.dataset.open = id;
    item.append(button);
    return item;
  }

  showOne() {
    const { purchase } = this;
    this.find("title").textContent = purchase.name;
    for (const name of ["name", "decide", "people"]) {
      const field = this.find("details").elements[name];
      if (field !== document.activeElement) field.value = purchase[name];
    }
    const tool = this.find("vendor-tool").content.firstElementChild;
    this.find("vendors").replaceChildren(...purchase.vendors.map((each) => this.vendor(tool.cloneNode(true), each)));
    this.find("add-vendor").hidden = purchase.vendors.length >= MOST_VENDORS;
    this.promises.show(purchase);
    this.annex.show(purchase);
    this.dates.show(purchase);
    this.next.show(purchase, this.dates.steps());
  }

  vendor(item, { id, name, today: isToday }) {
    const [field, remove] = item.querySelectorAll("input, button");
    field.value = name;
    field.addEventListener("change", () => {
      if (field.value.trim()) this.change((kept) => renamedVendor(kept, id, field.value.trim()));
      else field.value = name;
    });
    item.querySelector("[data-is-today]").hidden = !isToday || name === this.words.today;
    remove.setAttribute("aria-label", `${remove.textContent.trim()}: ${name}`);
    remove.addEventListener("click", () => {
      const part = partOf(this.purchase, id);
      const done = say(this.words.vendor_removed, { name });
      this.change((kept) => withoutVendor(kept, id), { done, back: (kept) => putBack(kept, part) });
    });
    return item;
  }

  // `undoing` holds what to say, and the change that takes this one back.
  async change(change, undoing) {
    const { id } = this.purchase;
    const kept = await this.store.change(id, change);
    this.offerUndo(undoing?.done ?? "", undoing && (() => this.store.change(id, undoing.back)));
    this.purchase = kept;
    this.find("not-kept").hidden = this.store.keeps;
    // The others are as they were: to read them all takes long.
    if (kept) this.showOne();
    else await this.show();
  }

  offerUndo(words, back) {
    this.back = back;
    this.find("done").hidden = !words;
    this.find("done-words").textContent = words;
    this.find("undo").hidden = !back;
    if (back) this.find("undo").focus();
  }

  async undo() {
    await this.back();
    this.offerUndo(this.words.undone);
    await this.show();
    this.find("title").focus();
  }

  async begin(event) {
    event.preventDefault();
    const form = event.target;
    const { name, vendors } = Object.fromEntries(new FormData(form));
    const names = vendors.split("\n").map((each) => each.trim()).filter(Boolean);
    const room = MOST_VENDORS - (form.elements.today.checked ? 1 : 0);
    const error = this.find("begin-error");
    error.textContent = !name.trim() ? this.words.name_first : names.length > room ? this.words.too_many : "";
    if (error.textContent) {
      form.elements[name.trim() ? "vendors" : "name"].focus();
      return;
    }
    const all = names.map((each) => ({ id: newId(), name: each, today: false }));
    if (form.elements.today.checked) all.push({ id: newId(), name: this.words.today, today: true });
    const purchase = begun(newId(), { name: name.trim(), vendors: all });
    // First of all: whoever leaves at once finds it open where they arrive.
    open(purchase.id);
    await this.store.put(purchase);
    form.reset();
    this.openOne(purchase.id);
  }

  async openOne(id) {
    this.purchase = { id };
    open(id);
    this.offerUndo("");
    await this.show();
    this.find("title").focus();
  }

  async addVendor(event) {
    event.preventDefault();
    const field = event.target.elements.vendor;
    const name = field.value.trim();
    if (!name) return;
    field.value = "";
    await this.change((kept) => withVendor(kept, { id: newId(), name, today: false }));
    field.focus();
  }

  async copy() {
    const name = say(this.words.copy_of, { name: this.purchase.name });
    const purchase = await this.store.put(copyOf(this.purchase, newId(), name));
    await this.openOne(purchase.id);
    this.offerUndo(this.words.copied);
  }

  async remove() {
    const purchase = await this.store.get(this.purchase.id);
    await this.store.remove(purchase.id);
    this.offerUndo(say(this.words.deleted, { name: purchase.name }), async () => {
      await this.store.put(purchase);
      open(purchase.id);
    });
    await this.show();
  }

  async save() {
    const purchase = (await this.store.get(this.purchase.id)) ?? this.purchase;
    saveFile(`${this.words.file}-${today()}.json`, "application/json", toText(purchase, new Date()));
    this.offerUndo(this.words.saved);
  }

  // What is here already stays: a file of a purchase that is here becomes one beside it.
  async load(field) {
    const [file] = field.files;
    if (!file) return;
    const { fault, purchase, skipped } = await fromFile(file);
    field.value = "";
    if (fault) {
      this.offerUndo(this.words[`file_${fault}`]);
      return;
    }
    const here = await this.store.get(purchase.id);
    const taken = here ? copyOf(purchase, newId(), say(this.words.copy_of, { name: purchase.name })) : purchase;
    await this.store.put(taken);
    await this.openOne(taken.id);
    const said = [here ? this.words.loaded_beside : this.words.loaded];
    if (skipped) said.push(say(this.words.skipped, { count: skipped }));
    this.offerUndo(said.join(" "));
  }
}
