// Purchases in IndexedDB, on this device and nowhere else; which one is open is kept as other small things are. A
// change is done to what is kept at that moment, so that two tabs never write over each other. Where the browser
// keeps nothing, all works until the page is left, and `keeps` says so.

import { keep, keyOf, read } from "../shell/kept.js";
import { nextPicture } from "../shell/turns.js";
import { upToDate } from "./renamed.js";
import { sound } from "./saved_purchase.js";
import { takeUp, Unwritten } from "./unwritten.js";

const STORE = "purchases";

export class Purchases {
  constructor() {
    this.keeps = true;
    this.here = new Map();
    this.listeners = [];
    this.unwritten = new Unwritten();
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(keyOf(STORE)) : null;
    this.channel?.addEventListener("message", () => this.#told());
    // A page that slept may have missed what it was told.
    window.addEventListener("pageshow", (event) => event.persisted && this.#told());
    this.database = this.#open();
  }

  async #open() {
    try {
      const { openDB } = await import("../vendor/idb.js");
      const database = await openDB(keyOf(STORE), 1, { upgrade: (opened) => opened.createObjectStore(STORE, { keyPath: "id" }) });
      await takeUp(database, STORE).catch(() => {});
      return database;
    } catch {
      this.keeps = false;
      return null;
    }
  }

  // The {id, name} of each, by name. What else it holds is looked at when it is opened.
  async names() {
    await this.seen;
    const database = await this.database;
    const kept = database ? await database.getAll(STORE).catch(() => []) : [];
    const found = new Map([...kept, ...this.here.values()].map((each) => [each?.id, each]));
    const named = [...found.values()].filter((each) => typeof each?.name === "string");
    return named.map(({ id, name }) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
  }

  async get(id) {
    await this.seen;
    const database = await this.database;
    const kept = this.here.get(id) ?? (await database?.get(STORE, id).catch(() => undefined));
    const purchase = understood(kept);
    this.unwritten.knows(id, purchase);
    return purchase;
  }

  // Puts a whole purchase in its place.
  async put(purchase) {
    await this.#write(purchase.id, () => purchase, true);
    return purchase;
  }

  // Returns the purchase as `change` made it of what is kept; null where it is gone.
  change(id, change) {
    return this.#write(id, (kept) => {
      const purchase = understood(kept);
      return purchase ? change(purchase) : null;
    });
  }

  // The same for what the reader sees already: to read and write a full purchase takes a phone longer than one waits
  // for an answer. What is asked for meanwhile waits too, so that all stays in order.
  changeOnceSeen(id, change) {
    this.seen = Promise.all([this.seen, nextPicture()]);
    return this.change(id, change);
  }

  async remove(id) {
    await this.seen;
    this.here.delete(id);
    const database = await this.database;
    await database?.delete(STORE, id).catch(() => this.#keepsNot());
    this.channel?.postMessage("");
  }

  #write(id, made, whole) {
    return this.unwritten.during(id, made, this.#written(id, made), whole);
  }

  async #written(id, made) {
    await this.seen;
    const database = await this.database;
    if (!database || this.here.has(id)) return this.#hold(id, made(this.here.get(id)));
    let purchase = null;
    let kept;
    try {
      const transaction = database.transaction(STORE, "readwrite");
      kept = await transaction.store.get(id);
      purchase = made(kept);
      if (purchase) transaction.store.put(purchase).catch(() => {});
      await transaction.done;
    } catch {
      this.#keepsNot();
      return this.#hold(id, purchase ?? made(kept));
    }
    this.channel?.postMessage("");
    return purchase;
  }

  #hold(id, purchase) {
    if (purchase) this.here.set(id, purchase);
    return purchase;
  }

  #keepsNot() {
    this.keeps = false;
  }

  #told() {
    for (const listener of this.listeners) listener();
  }

  whenChangedElsewhere(listener) {
    this.listeners.push(listener);
  }
}

// As this version of the guide has it; null for what is no purchase.
function understood(kept) {
  const purchase = sound(kept)?.purchase;
  return purchase ? upToDate(purchase) : null;
}

// {purchase, vendor}: the ids of what is open, as this device last had it.
export function opened() {
  const kept = read("purchase.open");
  return typeof kept?.purchase === "string" ? { purchase: kept.purchase, vendor: String(kept.vendor ?? "") } : null;
}

export function open(purchase, vendor = "") {
  return keep("purchase.open", { purchase, vendor });
}

// Also where pages have no crypto.randomUUID, as over plain HTTP.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
