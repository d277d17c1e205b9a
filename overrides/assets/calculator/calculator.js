// The calculator: a comparison of offers, kept on this device and written in the address that is copied.

import { blank, cleanName, exampleOf, fromAddress, isEmpty, newOffer, toAddress } from "./comparison.js";
import { element, Fields } from "./fields.js";
import { currencies } from "./numbers.js";
import { Result } from "./result.js";
import { toCostWorkbook } from "./workbook.js";
import { saveFile } from "../checklist/exporting.js";
import { placeOfCost } from "./place.js";
import { copyLink } from "../my_checklist/copy_link.js";
import { say, wordsOf } from "../shell/words.js";

export function start() {
  const root = document.querySelector("[data-calculator]");
  new Calculator(root, JSON.parse(root.dataset.calculator), wordsOf(root)).start();
}

class Calculator {
  constructor(root, asked, words) {
    this.root = root;
    this.asked = asked;
    this.words = words;
    for (const later of root.querySelectorAll("[data-live], [data-result-later]")) later.replaceWith(later.content);
    this.fields = new Fields(root, asked.inputs, words, () => this.changed());
    this.result = new Result(root.querySelector(".cost-result"), asked, words);
    this.undone = null;
  }

  // What is filled in before it is known where it belongs would be another's.
  async start() {
    this.root.inert = true;
    this.place = await placeOfCost();
    this.root.inert = false;
    this.showPlace();
    this.root.classList.add("is-live");
    this.one("[data-tools]").hidden = false;
    const copy = document.querySelector("[data-copy-link]");
    copy.hidden = false;
    copy.addEventListener("click", () => copyLink(this.address(), this.words));
    const workbook = document.querySelector("[data-workbook]");
    workbook.hidden = false;
    workbook.addEventListener("click", () => this.saveWorkbook());
    this.offerCurrencies();
    this.when("[data-example]", "click", () => this.replace(exampleOf(this.asked, this.comparison.currency), this.words.cost_example_shown));
    this.when("[data-clear]", "click", () => this.replace(this.begun(), this.words.cost_cleared));
    this.when("[data-undo]", "click", () => this.undo());
    this.when("[data-add-offer]", "click", () => this.addOffer());
    this.when("[data-years]", "change", ({ target }) => this.set({ years: Number(target.value) }));
    this.when("[data-currency]", "change", ({ target }) => this.set({ currency: target.value }));
    this.when("[data-ranges]", "change", ({ target }) => this.showRanges(target.checked));
    this.when("[data-names]", "change", ({ target }) => this.rename(target));
    this.when("[data-names]", "click", ({ target }) => this.removeOffer(target.closest("[data-remove]")));
    this.when("[data-keep-linked]", "click", () => this.own());
    this.when("[data-back-to-mine]", "click", () => this.open(""));
    window.addEventListener("hashchange", () => this.open(location.hash.slice(1)));
    this.place.whenChangedElsewhere(() => this.linked || this.open(""));
    this.open(location.hash.slice(1));
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  when(selector, kind, callback) {
    this.one(selector).addEventListener(kind, callback);
  }

  kept() {
    return fromAddress(this.place.read(), this.asked);
  }

  // Today's system and the vendors of the open purchase are its offers.
  begun() {
    const vendors = this.place.purchase?.vendors ?? [];
    const offers = vendors.slice(0, this.asked.most).map(({ name }) => newOffer(cleanName(name)));
    return { ...blank(), ...(offers.length && { offers }) };
  }

  showPlace() {
    const { purchase } = this.place;
    this.one("[data-of-purchase]").hidden = !purchase;
    if (!purchase) return;
    this.one("[data-of-purchase] a").textContent = say(this.words.cost_of_purchase, { name: purchase.name });
    const take = this.one("[data-take-cost]");
    take.hidden = !fromAddress(this.place.nobodys(), this.asked);
    take.addEventListener("click", () => {
      this.replace(fromAddress(this.place.nobodys(), this.asked), "");
      this.place.forgetNobodys();
      take.hidden = true;
      this.one("#cost-offers").focus();
    });
  }

  // What an address brings is shown; the reader's own stays kept until they say otherwise.
  open(hash) {
    const found = fromAddress(hash, this.asked);
    const own = this.kept();
    this.linked = found !== null && own !== null && !isEmpty(own) && toAddress(own) !== toAddress(found);
    this.one("[data-linked]").hidden = !this.linked;
    this.comparison = found ?? own ?? this.begun();
    this.show();
    if (!found && fromAddress(location.hash.slice(1), this.asked)) this.leaveAddress();
  }

  leaveAddress() {
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  own() {
    this.linked = false;
    this.one("[data-linked]").hidden = true;
    this.keep();
    this.one("#cost-offers").focus();
  }

  show() {
    const { years, currency, ranges, offers } = this.comparison;
    this.one("[data-years]").value = years;
    const known = this.one(`[data-currency] option[value="${currency}"]`);
    if (!known) this.comparison.currency = "";
    this.one("[data-currency]").value = this.comparison.currency;
    this.one("[data-ranges]").checked = ranges;
    this.one("[data-add-offer]").hidden = offers.length >= this.asked.most;
    this.one("[data-names]").replaceChildren(...offers.map((offer, place) => this.nameField(offer, place)));
    this.fields.show(this.comparison, this.names());
    this.result.show(this.comparison, this.names());
  }

  names() {
    return this.comparison.offers.map(({ name }, place) => name || this.numbered(place));
  }

  numbered(place) {
    return say(this.words.cost_offer_numbered, { number: place + 1 });
  }

  nameField({ name }, place) {
    const item = element("li", {});
    const field = element("input", {
      type: "text",
      maxlength: "60",
      autocomplete: "off",
      placeholder: this.numbered(place),
      "aria-label": say(this.words.cost_offer_name, { number: place + 1 }),
      "data-name-of": place,
    });
    field.value = name;
    item.append(field);
    if (this.comparison.offers.length > 1) {
      const words = say(this.words.cost_remove_offer, { offer: name || this.numbered(place) });
      const button = element("button", { type: "button", class: "remove-button", "aria-label": words, "data-remove": place }, "×");
      item.append(button);
    }
    return item;
  }

  offerCurrencies() {
    const select = this.one("[data-currency]");
    select.append(new Option(this.words.cost_currency_none, ""));
    for (const [code, name] of currencies()) select.append(new Option(`${name} (${code})`, code));
  }

  // What changes the result and no field.
  set(values) {
    Object.assign(this.comparison, values);
    this.changed();
  }

  // What changes the fields and no result.
  showRanges(ranges) {
    this.comparison.ranges = ranges;
    this.fields.showRanges();
    this.keep();
  }

  changed() {
    this.result.show(this.comparison, this.names());
    this.keep();
  }

  rename(field) {
    const place = Number(field.dataset.nameOf);
    field.value = this.comparison.offers[place].name = cleanName(field.value);
    this.fields.rename(this.names(), place);
    this.result.draw(this.names());
    this.keep();
  }

  addOffer() {
    this.comparison.offers.push(newOffer());
    this.show();
    this.keep();
    this.one("[data-names] li:last-child input").focus();
  }

  removeOffer(button) {
    if (!button) return;
    const offers = this.comparison.offers.filter((_, place) => place !== Number(button.dataset.remove));
    this.replace({ ...this.comparison, offers }, "");
    this.one("#cost-offers").focus();
  }

  // Show another comparison in place of this one, which can be brought back.
  replace(comparison, words) {
    this.undone = toAddress(this.comparison);
    this.one("[data-undo]").hidden = false;
    this.comparison = comparison;
    this.show();
    this.keep(words);
  }

  undo() {
    this.comparison = fromAddress(this.undone, this.asked);
    this.one("[data-undo]").hidden = true;
    this.one("[data-example]").focus();
    this.show();
    this.keep();
  }

  // One that came by a link is kept in the address alone until the reader says otherwise.
  keep(words = "") {
    if (this.linked) {
      history.replaceState(history.state, "", `#${toAddress(this.comparison)}`);
      this.tell(words);
      return;
    }
    if (location.hash) this.leaveAddress();
    const kept = this.place.keep(isEmpty(this.comparison) ? "" : toAddress(this.comparison));
    this.tell(words || (kept ? this.words.cost_kept : this.words.cost_not_kept));
  }

  async saveWorkbook() {
    try {
      const workbook = await toCostWorkbook(this.comparison, this.names(), this.asked, this.words);
      saveFile(`${this.words.cost_file}.xlsx`, "", workbook);
      this.tell(this.words.export_saved);
    } catch {
      this.tell(this.words.compare_export_failed);
    }
  }

  tell(words) {
    const status = this.one("[data-status]");
    if (status.textContent !== words) status.textContent = words;
  }

  address() {
    return `${location.origin}${location.pathname}#${toAddress(this.comparison)}`;
  }
}
