// What a reader changes of one part of the open purchase, while another tab may change it too.

export class OfPurchase {
  // part: how it is read out of a purchase (`of`), written into one (`put`) and joined (`merged`), all pure:
  // of(purchase), put(purchase, base, mine), merged(base, mine, theirs).
  constructor(store, purchase, part) {
    Object.assign(this, { store, part, id: purchase.id });
    this.base = part.of(purchase);
    this.mine = this.base;
  }

  // What is written waits its turn; each turn keeps what there is by then, and so does the page that is left.
  write(mine) {
    this.mine = mine;
    this.turn = (this.turn ?? Promise.resolve()).then(() => this.#write());
  }

  async #write() {
    const { base, part } = this;
    let { mine } = this;
    const kept = await this.store.changeOnceSeen(this.id, (purchase) => {
      mine = this.mine;
      return part.put(purchase, base, mine);
    });
    if (!kept) return;
    const now = part.of(kept);
    // What was written meanwhile is mine still; what came from elsewhere joins it.
    this.mine = part.merged(mine, this.mine, now);
    this.base = now;
  }

  // Another tab has changed the purchase.
  takeIn(purchase) {
    const theirs = this.part.of(purchase);
    this.mine = this.part.merged(this.base, this.mine, theirs);
    this.base = theirs;
  }
}
