// Whose assessment it is, while a purchase is open: the answers belong to one of its vendors, and each result can be
// kept with its day and is compared with that of now. Without a purchase none of this is shown.

import { assessmentOf, withoutResult, withResult } from "../purchase/assessed.js";
import { today } from "../purchase/days.js";
import { newId, open, opened, Purchases } from "../purchase/store.js";
import { dated, say } from "../shell/words.js";
import { besideEarlier } from "./earlier.js";
import { VendorAnswers } from "./vendor_answers.js";

export class Whose {
  constructor(page) {
    this.page = page;
    this.nobodys = page.kept;
    this.find = (name) => page.root.querySelector(`[data-${name}]`);
    this.choice = this.find("whose").querySelector("select");
  }

  // What is answered before it is known whose it is would be another's.
  async start() {
    const kept = opened();
    if (!kept) return;
    this.page.form.inert = true;
    try {
      await this.begin(kept);
    } finally {
      this.page.form.inert = false;
    }
  }

  async begin(kept) {
    this.store = new Purchases();
    this.purchase = await this.store.get(kept.purchase);
    if (!this.purchase?.vendors.length) return;
    this.offerVendors(kept.vendor);
    this.choice.addEventListener("change", () => this.choose());
    this.find("keep-result").addEventListener("click", () => this.keepResult());
    this.find("earlier-undo").addEventListener("click", () => this.undo());
    this.find("old-answers").querySelector("button").addEventListener("click", () => this.takeOld());
    this.store.whenChangedElsewhere(() => this.changedElsewhere());
    this.find("whose").hidden = false;
    if (this.choice.value) this.show();
  }

  get vendor() {
    return this.purchase?.vendors.find(({ id }) => id === this.choice.value);
  }

  offerVendors(chosen) {
    const { vendors } = this.purchase;
    const nobody = new Option(this.page.words.meeting_of_nobody, "");
    this.choice.replaceChildren(nobody, ...vendors.map(({ id, name }) => new Option(name, id)));
    this.choice.value = vendors.some(({ id }) => id === chosen) ? chosen : "";
  }

  async choose() {
    open(this.purchase.id, this.choice.value);
    await this.page.kept.turn;
    this.purchase = (await this.store.get(this.purchase.id)) ?? this.purchase;
    this.show();
  }

  show() {
    const { vendor, page } = this;
    const ofVendor = vendor && new VendorAnswers(this.store, this.purchase, vendor.id, page.scored.assessment, page.known);
    this.find("whose-name").textContent = vendor ? `: ${vendor.name}` : "";
    this.find("keep-result").hidden = !vendor;
    this.find("earlier-title").textContent = vendor ? say(page.words.earlier_results, { vendor: vendor.name }) : "";
    this.offerUndo("");
    page.moveTo(ofVendor ?? this.nobodys);
    this.showOld();
  }

  // Follows every answer: what has changed since is of now.
  refresh() {
    const { vendor, page } = this;
    const { results } = vendor ? assessmentOf(this.purchase, vendor.id, page.scored.assessment) : { results: [] };
    this.find("earlier-section").hidden = !results.length;
    const beside = besideEarlier(results, page.answers, page.forms.form, page.scored);
    this.find("earlier-results").replaceChildren(...beside.map((each) => this.item(each)));
  }

  item({ result, form, then, now, change }) {
    const { words, result: shown } = this.page;
    const item = this.find("earlier-tool").content.firstElementChild.cloneNode(true);
    const date = dated(new Date(result.day), { timeZone: "UTC" });
    const values = { date, percent: shown.share(then), level: shown.inWords(then), now: shown.share(now), change: shown.inDifference(change) };
    const short = form === "short" ? ` (${words.earlier_short})` : "";
    item.querySelector("p").textContent = say(words.earlier_result, values) + short;
    const [byPhase, remove] = item.querySelectorAll("button");
    for (const button of [byPhase, remove]) button.setAttribute("aria-label", `${button.textContent.trim()}: ${date}`);
    byPhase.addEventListener("click", () => this.page.compare({ answers: result.answers, date, form: result.form }));
    remove.addEventListener("click", () => this.remove(result, date));
    return item;
  }

  async change(change) {
    await this.page.kept.turn;
    const kept = await this.store.change(this.purchase.id, change);
    if (!kept || !this.store.keeps) this.page.tell(this.page.words.answers_not_kept);
    if (kept) this.takeIn(kept);
    this.refresh();
  }

  takeIn(purchase) {
    this.purchase = purchase;
    if (this.vendor) this.page.kept.takeIn(purchase);
  }

  async keepResult() {
    const { vendor, page } = this;
    const result = { id: newId(), day: today(), form: page.forms.form, answers: { ...page.answers } };
    page.status.hidden = true;
    await this.change((kept) => withResult(kept, vendor.id, page.scored.assessment, result));
    this.offerUndo(page.words.result_kept);
  }

  async remove(result, date) {
    const { vendor, page } = this;
    await this.change((kept) => withoutResult(kept, vendor.id, page.scored.assessment, result.id));
    this.offerUndo(say(page.words.purchase_removed, { name: date }), (kept) =>
      withResult(kept, vendor.id, page.scored.assessment, result),
    );
  }

  offerUndo(words, back) {
    this.back = back;
    this.find("earlier-done").hidden = !words;
    this.find("earlier-done").querySelector("p").textContent = words;
    this.find("earlier-undo").hidden = !back;
    if (back) this.find("earlier-undo").focus();
  }

  async undo() {
    await this.change(this.back);
    this.offerUndo(this.page.words.purchase_undone);
    this.find("earlier-title").focus();
  }

  // What was answered before there was a purchase goes to the vendor that the reader names.
  showOld() {
    const { vendor } = this;
    this.find("old-answers").hidden = !vendor || !Object.keys(this.nobodys.answers).length;
    if (vendor) this.find("old-answers").querySelector("button").textContent = say(this.page.words.take_old_marks, { vendor: vendor.name });
  }

  async takeOld() {
    const { page } = this;
    page.take({ ...this.nobodys.answers, ...page.answers });
    page.keep();
    await page.kept.turn;
    // Not where it would be gone with the page.
    if (this.store.keeps) this.nobodys.forget();
    this.find("old-answers").hidden = true;
    this.choice.focus();
  }

  async changedElsewhere() {
    await this.page.kept.turn;
    const purchase = await this.store.get(this.purchase.id);
    if (!purchase) return;
    const before = this.vendor?.id;
    this.purchase = purchase;
    this.offerVendors(before);
    if (this.vendor?.id !== before) this.show();
    if (!this.vendor) return;
    this.takeIn(purchase);
    this.page.take(this.page.kept.answers);
  }
}
