// What a page was still writing when it was left. A change reads what is kept before it writes, and a browser drops
// what is not through by the time the page goes; so what would have been kept waits in the small storage, which is
// written at once, and the next page that opens the purchases puts it in its place.

import { forget, keep, read } from "../shell/kept.js";

const UNWRITTEN = "purchase.unwritten";

export class Unwritten {
  constructor() {
    // What was last read or written, by id, and the changes to it that are on their way.
    this.known = new Map();
    this.changes = [];
    window.addEventListener("pagehide", () => this.#leave());
  }

  knows(id, purchase) {
    this.known.set(id, purchase);
  }

  // Resolves as `writing` does, a promise of the purchase as `made` makes it of what is kept.
  async during(id, made, writing) {
    const change = { id, made };
    this.changes.push(change);
    const purchase = await writing;
    this.changes.splice(this.changes.indexOf(change), 1);
    this.knows(id, purchase);
    // The page was not gone for good.
    if (this.left && !this.changes.length) this.#forget();
    return purchase;
  }

  #leave() {
    const purchases = new Map();
    for (const { id, made } of this.changes) {
      const before = purchases.get(id) ?? this.known.get(id);
      const purchase = before && made(before);
      if (purchase) purchases.set(id, purchase);
    }
    if (purchases.size) this.left = keep(UNWRITTEN, [...purchases.values()]);
  }

  #forget() {
    this.left = false;
    forget(UNWRITTEN);
  }
}

// Puts in `store` of an open database what another page left. What is no longer kept was removed, and stays so.
export async function takeUp(database, store) {
  const left = read(UNWRITTEN);
  if (!Array.isArray(left)) return;
  const transaction = database.transaction(store, "readwrite");
  for (const purchase of left) {
    if (typeof purchase?.id === "string" && (await transaction.store.getKey(purchase.id))) transaction.store.put(purchase);
  }
  await transaction.done;
  forget(UNWRITTEN);
}
