// The answers about one vendor of the open purchase: what `KeptAnswers` is for those that belong to nobody.

import { assessmentOf, withAnswers } from "../purchase/assessed.js";
import { mergedChoices } from "../purchase/purchase.js";
import { onlyKnown } from "./saved_assessment.js";

export class VendorAnswers {
  constructor(store, purchase, vendor, assessment, known) {
    Object.assign(this, { store, vendor, assessment, known, id: purchase.id });
    this.base = this.#of(purchase).answers;
    this.mine = this.base;
    this.results = this.#of(purchase).results;
  }

  get answers() {
    return onlyKnown(this.mine, this.known);
  }

  get resultWasShown() {
    return this.results.length > 0 || history.state?.resultOf === this.vendor;
  }

  // Statements of other days keep their answers, as this page cannot show them.
  keep(answers) {
    const unknown = Object.entries(this.mine).filter(([id]) => !this.known.has(id));
    this.mine = { ...Object.fromEntries(unknown), ...answers };
    this.turn = (this.turn ?? Promise.resolve()).then(() => this.#write());
    return this.store.keeps;
  }

  keepShown() {
    history.replaceState({ ...history.state, resultOf: this.vendor }, "");
  }

  forget() {
    this.keep({});
    history.replaceState({ ...history.state, resultOf: undefined }, "");
  }

  async #write() {
    const { base } = this;
    let { mine } = this;
    const kept = await this.store.change(this.id, (purchase) => {
      mine = this.mine;
      return withAnswers(purchase, this.vendor, this.assessment, base, mine);
    });
    if (!kept) return;
    const now = this.#of(kept).answers;
    // What was answered meanwhile is mine still; what came from elsewhere joins it.
    this.mine = mergedChoices(mine, this.mine, now);
    this.base = now;
  }

  // Another tab has changed the purchase.
  takeIn(purchase) {
    const { answers, results } = this.#of(purchase);
    this.mine = mergedChoices(this.base, this.mine, answers);
    this.base = answers;
    this.results = results;
  }

  #of(purchase) {
    return assessmentOf(purchase, this.vendor, this.assessment);
  }
}
