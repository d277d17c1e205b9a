// One part of the open purchase, such as the clauses picked for it, as a page that shows only that part has it.

import { opened, Purchases } from "./store.js";

// Null where no purchase is open.
export async function partOfOpenPurchase(field) {
  const kept = opened();
  if (!kept) return null;
  const store = new Purchases();
  const purchase = await store.get(kept.purchase);
  return purchase && new KeptPart(store, purchase, field);
}

class KeptPart {
  constructor(store, purchase, field) {
    Object.assign(this, { store, purchase, field });
  }

  read() {
    return this.purchase[this.field];
  }

  // What is written is done in turn by the device. Returns whether the device keeps it.
  keep(value) {
    const part = { [this.field]: value };
    this.purchase = { ...this.purchase, ...part };
    this.turn = Promise.all([this.turn, this.store.changeOnceSeen(this.purchase.id, (kept) => ({ ...kept, ...part }))]);
    return this.store.keeps;
  }

  whenChangedElsewhere(callback) {
    this.store.whenChangedElsewhere(async () => {
      await this.turn;
      const purchase = await this.store.get(this.purchase.id);
      if (!purchase) return;
      this.purchase = purchase;
      callback();
    });
  }
}
