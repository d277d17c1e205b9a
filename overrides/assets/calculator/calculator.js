// The calculator: a comparison of offers, kept on this device and written in the address that is copied.

import { blank, cleanName, exampleOf, fromAddress, isEmpty, newOffer, toAddress } from "./comparison.js";
import { Fields } from "./fields.js";
import { Kinds } from "./kinds.js";
import { currencies } from "./numbers.js";
import { OfferNames } from "./offer_names.js";
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
    this.offerNames = new OfferNames(this.one("[data-names]"), words);
    this.kinds = new Kinds(this.one("[data-kinds]"), asked, words, {
      chosen: (...all) => this.choose(...all),
      filled: (place) => this.fill(place),
      takenBack: (place) => this.showFilled(place),
    });
    this.fields = new Fields(root, asked.inputs, words, { changed: () => this.changed(), asks: (...all) => this.kinds.asks(...all) });
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
    const copy = () => copyLink(`${location.origin}${location.pathname}#${toAddress(this.comparison)}`, this.words);
    for (const [selector, act] of [["[data-copy-link]", copy], ["[data-workbook]", () => this.saveWorkbook()]]) {
      const button = document.querySelector(selector);
      button.hidden = false;
      button.addEventListener("click", act);
    }
    const choices = [["", this.words.cost_currency_none], ...currencies().map(([code, name]) => [code, `${name} (${code})`])];
    this.one("[data-currency]").append(...choices.map(([code, words]) => new Option(words, code)));
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
    if (!this.one(`[data-currency] option[value="${currency}"]`)) this.comparison.currency = "";
    this.one("[data-currency]").value = this.comparison.currency;
    this.one("[data-ranges]").checked = ranges;
    this.one("[data-add-offer]").hidden = offers.length >= this.asked.most;
    this.offerNames.show(offers);
    this.kinds.show(this.comparison, this.names());
    this.fields.show(this.comparison, this.names());
    this.result.show(this.comparison, this.names());
  }

  names() {
    return this.offerNames.of(this.comparison.offers);
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
    this.kinds.showOpen(this.comparison, this.names());
    this.keep();
  }

  // A kind changes no figure of the reader's; what sources say goes into what is empty.
  choose(place, kind) {
    this.comparison.offers[place].kind = kind;
    this.kinds.showOpen(this.comparison, this.names());
    this.fields.showAsked();
    this.keep();
    this.fill(place);
  }

  fill(place) {
    const found = this.kinds.fill(this.comparison, place);
    if (found.length) this.showFilled(place);
    this.kinds.tell(found, this.names()[place]);
  }

  showFilled(place) {
    this.show();
    this.keep();
    this.kinds.choiceOf(place).focus();
  }

  rename(field) {
    const place = Number(field.dataset.nameOf);
    field.value = this.comparison.offers[place].name = cleanName(field.value);
    this.fields.rename(this.names(), place);
    this.kinds.showOpen(this.comparison, this.names());
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
}
