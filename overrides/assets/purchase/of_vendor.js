// Where a list of the open purchase's vendor is kept: what `OnDevice` is for a list that belongs to nobody.

import { empty } from "../checklist/marks.js";
import { OfPurchase } from "./of_purchase.js";
import { listOf, mergedMarks, withMarks } from "./purchase.js";

export class OfVendor extends OfPurchase {
  constructor(store, purchase, vendor, meeting) {
    super(store, purchase, {
      of: (kept) => marksOf(kept, vendor, meeting),
      put: (kept, base, mine) => withMarks(kept, vendor, meeting, base, mine),
      merged: mergedMarks,
    });
  }

  read() {
    return structuredClone(this.mine);
  }

  keep(state) {
    this.write(structuredClone(state));
    return true;
  }

  forget() {
    return this.keep(empty());
  }
}

function marksOf(purchase, vendor, meeting) {
  const { ticks, notes, leftOut, verdicts } = listOf(purchase, vendor, meeting);
  return { ticks, notes, leftOut, verdicts };
}
