// The answers about one vendor of the open purchase: what `KeptAnswers` is for those that belong to nobody.

import { assessmentOf, withAnswers } from "../purchase/assessed.js";
import { OfPurchase } from "../purchase/of_purchase.js";
import { mergedChoices } from "../purchase/purchase.js";
import { onlyKnown } from "./saved_assessment.js";

export class VendorAnswers extends OfPurchase {
  constructor(store, purchase, vendor, assessment, known) {
    const of = (kept) => assessmentOf(kept, vendor, assessment);
    super(store, purchase, {
      of: (kept) => of(kept).answers,
      put: (kept, base, mine) => withAnswers(kept, vendor, assessment, base, mine),
      merged: mergedChoices,
    });
    Object.assign(this, { vendor, known, resultsOf: (kept) => of(kept).results });
    this.results = this.resultsOf(purchase);
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
    this.write({ ...Object.fromEntries(unknown), ...answers });
    return this.store.keeps;
  }

  keepShown() {
    history.replaceState({ ...history.state, resultOf: this.vendor }, "");
  }

  forget() {
    this.keep({});
    history.replaceState({ ...history.state, resultOf: undefined }, "");
  }

  takeIn(purchase) {
    super.takeIn(purchase);
    this.results = this.resultsOf(purchase);
  }
}
