// Where a list of the open purchase's vendor is kept: what `OnDevice` is for a list that belongs to nobody.

import { empty } from "../checklist/marks.js";
import { listOf, mergedMarks, withMarks } from "./purchase.js";

export class OfVendor {
  constructor(store, purchase, vendor, meeting) {
    Object.assign(this, { store, vendor, meeting, id: purchase.id });
    this.base = marksOf(purchase, vendor, meeting);
    this.mine = this.base;
  }

  read() {
    return structuredClone(this.mine);
  }

  // What is written waits its turn; each turn keeps what there is by then, and so does the page that is left.
  keep(state) {
    this.mine = structuredClone(state);
    this.turn = (this.turn ?? Promise.resolve()).then(() => this.#write());
    return true;
  }

  forget() {
    return this.keep(empty());
  }

  async #write() {
    const { base } = this;
    let { mine } = this;
    const kept = await this.store.change(this.id, (purchase) => {
      mine = this.mine;
      return withMarks(purchase, this.vendor, this.meeting, base, mine);
    });
    if (!kept) return;
    const now = marksOf(kept, this.vendor, this.meeting);
    // What was written meanwhile is mine still; what came from elsewhere joins it.
    this.mine = mergedMarks(mine, this.mine, now);
    this.base = now;
  }

  // Another tab has changed the purchase.
  takeIn(purchase) {
    const theirs = marksOf(purchase, this.vendor, this.meeting);
    this.mine = mergedMarks(this.base, this.mine, theirs);
    this.base = theirs;
  }
}

function marksOf(purchase, vendor, meeting) {
  const { ticks, notes, leftOut, verdicts } = listOf(purchase, vendor, meeting);
  return { ticks, notes, leftOut, verdicts };
}
