// A meeting's checklist while a purchase is open: whose meeting it is, how good each answer was, and a line for what
// is promised. Without a purchase none of this is shown.

import { joined } from "../checklist/marks.js";
import { OfVendor } from "./of_vendor.js";
import { withPromise } from "./purchase.js";
import { newId, open, opened, Purchases } from "./store.js";
import { today } from "./days.js";
import { say, wordsOf } from "../shell/words.js";

export class AtMeeting {
  constructor(checklist) {
    this.checklist = checklist;
    this.root = checklist.root;
    this.meeting = this.root.dataset.checklist;
    this.tools = this.root.querySelector("[data-at-meeting]");
    this.nobodys = checklist.place;
    const kept = opened();
    if (kept) this.begin(kept);
  }

  async begin(kept) {
    this.store = new Purchases();
    this.purchase = await this.store.get(kept.purchase);
    if (!this.purchase) return;
    this.words = wordsOf(this.tools);
    this.choice = this.tools.querySelector("select");
    this.form = this.tools.querySelector("[data-promise-form]");
    this.status = this.tools.querySelector("[data-promise-status]");
    this.old = this.root.querySelector("[data-old-marks]");
    this.offerVerdicts();
    this.checklist.whenShown = () => this.showVerdicts();
    this.offerVendors();
    this.choice.value = this.purchase.vendors.some((each) => each.id === kept.vendor) ? kept.vendor : "";
    this.choice.addEventListener("change", () => this.choose());
    this.form.addEventListener("submit", (event) => this.note(event));
    this.old.querySelector("button").addEventListener("click", () => this.takeOld());
    this.root.addEventListener("click", (event) => this.judge(event.target.closest("[data-verdict]")));
    this.store.whenChangedElsewhere(() => this.changedElsewhere());
    this.tools.hidden = false;
    this.show();
  }

  get vendor() {
    return this.choice.value;
  }

  offerVendors() {
    const chosen = this.choice.value;
    this.choice.replaceChildren(
      new Option(this.words.nobody, ""),
      ...this.purchase.vendors.map((each) => new Option(each.name, each.id)),
    );
    this.choice.value = chosen;
  }

  async choose() {
    open(this.purchase.id, this.vendor);
    await this.place?.turn;
    this.purchase = (await this.store.get(this.purchase.id)) ?? this.purchase;
    this.show();
  }

  show() {
    this.place = this.vendor ? new OfVendor(this.store, this.purchase, this.vendor, this.meeting) : null;
    this.root.classList.toggle("is-of-vendor", Boolean(this.place));
    for (const part of document.querySelectorAll("[data-promise-fold], [data-compare-link]")) part.hidden = !this.place;
    this.checklist.moveTo(this.place ?? this.nobodys);
    this.nameVendor();
    this.showOld();
    if (!this.store.keeps) this.checklist.warn();
  }

  // The head of the list, on screen and on paper, says whose it is.
  nameVendor() {
    const field = this.root.querySelector("#field-vendor");
    if (!this.place || field.value) return;
    field.value = this.purchase.vendors.find((each) => each.id === this.vendor).name;
    this.checklist.fit(field);
  }

  offerVerdicts() {
    const tool = this.root.querySelector("[data-verdict-tool]");
    for (const item of this.root.querySelectorAll(".item:has(.ask)")) {
      const verdicts = tool.content.firstElementChild.cloneNode(true);
      const named = `${verdicts.getAttribute("aria-label")}: ${item.querySelector(".ask q").textContent.trim()}`;
      verdicts.setAttribute("aria-label", named);
      item.querySelector(".note-field").before(verdicts);
    }
  }

  showVerdicts() {
    const { verdicts } = this.checklist.state;
    for (const button of this.root.querySelectorAll("[data-verdict]")) {
      const pressed = verdicts[actOf(button)] === button.dataset.verdict;
      button.setAttribute("aria-pressed", String(pressed));
    }
  }

  // The same button takes the verdict back.
  judge(button) {
    if (!button) return;
    const { verdicts } = this.checklist.state;
    if (button.getAttribute("aria-pressed") === "true") delete verdicts[actOf(button)];
    else verdicts[actOf(button)] = button.dataset.verdict;
    for (const other of button.parentElement.children) {
      other.setAttribute("aria-pressed", String(verdicts[actOf(button)] === other.dataset.verdict));
    }
    this.checklist.keepChange();
  }

  async note(event) {
    event.preventDefault();
    const { what, who, price, by } = Object.fromEntries(new FormData(this.form));
    if (!what.trim()) return;
    const heard = this.root.querySelector("#field-date").value || today();
    const { vendor, meeting } = this;
    const promise = { id: newId(), vendor, what: what.trim(), who: who.trim(), price: price.trim(), by, meeting, heard, status: "heard" };
    this.status.textContent = "";
    const kept = await this.change((purchase) => withPromise(purchase, promise));
    if (!kept?.promises.some((each) => each.id === promise.id)) return;
    this.form.reset();
    const count = kept.promises.filter((each) => each.vendor === vendor).length;
    this.status.textContent = say(this.words.noted, { count });
    this.form.elements.what.focus();
  }

  // Ticks and notes from before there was a purchase go to the vendor that the reader names.
  showOld() {
    const state = this.nobodys.read();
    const any = state.ticks.length || state.leftOut.length || Object.keys(state.notes).length;
    this.old.hidden = !this.place || !any;
    const name = this.purchase.vendors.find((each) => each.id === this.vendor)?.name;
    this.old.querySelector("button").textContent = say(this.words.take_old, { vendor: name ?? "" });
  }

  async takeOld() {
    this.checklist.state = joined(this.place.read(), this.nobodys.read());
    this.place.keep(this.checklist.state);
    await this.place.turn;
    // Not where it would be gone with the page.
    if (this.store.keeps) this.nobodys.forget();
    this.old.hidden = true;
    this.checklist.reload();
    this.choice.focus();
  }

  async change(change) {
    const kept = await this.store.change(this.purchase.id, change);
    if (kept) this.purchase = kept;
    if (!this.store.keeps || !kept) this.checklist.warn();
    return kept;
  }

  async changedElsewhere() {
    await this.place?.turn;
    const purchase = await this.store.get(this.purchase.id);
    if (!purchase) return;
    const { vendor } = this;
    this.purchase = purchase;
    this.offerVendors();
    if (this.vendor !== vendor || !this.place) {
      this.show();
      return;
    }
    this.place.takeIn(purchase);
    this.checklist.reload();
    this.nameVendor();
  }
}

function actOf(button) {
  return button.closest(".item").id.replace(/^act-/, "");
}
