// What a page was still writing when it was left. A change reads what is kept before it writes, and a browser drops
// what is not through by the time the page goes; so what would have been kept waits in the small storage, which is
// written at once, and the next page that opens the purchases puts it in its place.

import { forget, keep, read } from "../shell/kept.js";

const UNWRITTEN = "purchase.unwritten";
// Apart, since of these nothing need be kept before.
const BEGUN = "purchase.begun";

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

  // Resolves as `writing` does, a promise of the purchase as `made` makes it of what is kept. A `whole` one is made of
  // nothing that is kept.
  async during(id, made, writing, whole = false) {
    const change = { id, made, whole };
    this.changes.push(change);
    const purchase = await writing;
    this.changes.splice(this.changes.indexOf(change), 1);
    this.knows(id, purchase);
    // The page was not gone for good.
    if (this.left && !this.changes.length) this.#forget();
    return purchase;
  }

  #leave() {
    const [purchases, wholes] = [new Map(), new Set()];
    for (const { id, made, whole } of this.changes) {
      const before = purchases.get(id) ?? this.known.get(id);
      const purchase = (before || whole) && made(before);
      if (whole) wholes.add(id);
      if (purchase) purchases.set(id, purchase);
    }
    const [begun, changed] = [true, false].map((whole) => [...purchases.values()].filter(({ id }) => wholes.has(id) === whole));
    for (const [name, all] of [[BEGUN, begun], [UNWRITTEN, changed]]) if (all.length && keep(name, all)) this.left = true;
  }

  #forget() {
    this.left = false;
    for (const name of [BEGUN, UNWRITTEN]) forget(name);
  }
}

// Puts in `store` of an open database what another page left. What is no longer kept was removed, and stays so; what
// was begun was never kept.
export async function takeUp(database, store) {
  const [begun, changed] = [BEGUN, UNWRITTEN].map((name) => read(name)).map((left) => (Array.isArray(left) ? left : []));
  if (!begun.length && !changed.length) return;
  const transaction = database.transaction(store, "readwrite");
  for (const purchase of [...begun, ...changed]) {
    if (typeof purchase?.id !== "string") continue;
    if (begun.includes(purchase) || (await transaction.store.getKey(purchase.id))) transaction.store.put(purchase);
  }
  await transaction.done;
  for (const name of [BEGUN, UNWRITTEN]) forget(name);
}
