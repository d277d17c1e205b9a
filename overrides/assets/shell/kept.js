// Keep values on this device and nowhere else. Storage may be forbidden, full or spoilt: then nothing
// is kept, and `keep` says so. Everything that any page keeps goes through here, so that keys are alike.

import { cameBack } from "./place.js";

// One origin may publish several guides, and storage is the origin's: a key has the guide's own path.
// A page at the guide's root need not say where that is.
const OURS = `forewarned:${new URL(document.documentElement.dataset.root ?? ".", document.baseURI).pathname}:`;
// What an earlier version kept, under keys without a path.
const OLD = "forewarned.";
const TAKEN_OVER = keyOf("taken-over");

// Asked for anew each time: where storage is forbidden, asking fails.
let storage = () => localStorage;

const takenOver = takeOver();

export function keyOf(name) {
  return OURS + name;
}

// Keep with `other`, which is like a browser's Storage, instead of on this device.
export function keepIn(other) {
  storage = () => other;
}

export function read(name) {
  try {
    const text = storage().getItem(keyOf(name));
    return JSON.parse(text === null && !takenOver ? asJson(storage().getItem(OLD + name)) : text);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    storage().setItem(keyOf(name), JSON.stringify(value));
    if (!takenOver) storage().removeItem(OLD + name);
  } catch {
    return false;
  }
  if (takenOver) markTakenOver();
  return true;
}

export function forget(name) {
  try {
    storage().removeItem(keyOf(name));
    if (!takenOver) storage().removeItem(OLD + name);
    return true;
  } catch {
    return false;
  }
}

// A storage without room can be read all the same: see `isBlocked`.
export function canKeep() {
  try {
    storage().setItem(keyOf("probe"), "1");
    storage().removeItem(keyOf("probe"));
    return true;
  } catch {
    return false;
  }
}

export function isBlocked() {
  try {
    storage().getItem(OURS);
    return false;
  } catch {
    return true;
  }
}

// Calls back when another tab changes the value, and when the reader comes back: the page slept meanwhile, or the
// browser has put its boxes as they were when it was left.
export function whenChangedElsewhere(name, callback) {
  window.addEventListener("storage", (event) => {
    if (event.key === keyOf(name) || event.key === null) callback();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted || cameBack()) callback();
  });
}

// The first guide that is opened takes what has no path, once: a second would mix it with its own. Returns
// whether nothing is left to take; what finds no room stays where it is and is read there.
function takeOver() {
  try {
    if (localStorage.getItem(TAKEN_OVER) !== null) return true;
    const names = Object.keys(localStorage)
      .filter((key) => key.startsWith(OLD))
      .map((key) => key.slice(OLD.length));
    const left = names.filter((name) => !move(name));
    if (names.length && !left.length) markTakenOver();
    return left.length === 0;
  } catch {
    return false;
  }
}

function move(name) {
  const text = localStorage.getItem(OLD + name);
  if (text === null || localStorage.getItem(keyOf(name)) !== null) return true;
  // There may not be room for both.
  localStorage.removeItem(OLD + name);
  try {
    localStorage.setItem(keyOf(name), asJson(text));
    return true;
  } catch {
    localStorage.setItem(OLD + name, text);
    return false;
  }
}

function markTakenOver() {
  try {
    if (localStorage.getItem(TAKEN_OVER) === null) localStorage.setItem(TAKEN_OVER, "1");
  } catch {
    // Without room for the mark the next visit looks again, and finds nothing.
  }
}

// Theme, language and the like were once kept as bare words.
function asJson(text) {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}
