// The reader's own choice of tricks and countermeasures: kept on the device, written in an address.
// Slugs are the same in every language, so the choice is one for all of them.

import { slugToday } from "../shell/formerly.js";
import { forget, keep, read, whenChangedElsewhere } from "../shell/kept.js";

const NAME = "selection";
const BEFORE = "selection-before";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class Selection {
  constructor(tricks = [], countermeasures = []) {
    this.tricks = clean(tricks, "trick");
    this.countermeasures = clean(countermeasures, "countermeasure");
  }

  static kept() {
    return fromKept(read(NAME));
  }

  // ?t=rent-or-buy,kickbacks&c=put-it-in-the-annex
  static inAddress(search) {
    const parts = new URLSearchParams(search);
    return new Selection(parts.get("t")?.split(","), parts.get("c")?.split(","));
  }

  get size() {
    return this.tricks.length + this.countermeasures.length;
  }

  has(other) {
    return (
      other.size > 0 &&
      other.tricks.every((slug) => this.tricks.includes(slug)) &&
      other.countermeasures.every((slug) => this.countermeasures.includes(slug))
    );
  }

  equals(other) {
    return this.size === other.size && (this.size === 0 || this.has(other));
  }

  with(other) {
    return new Selection(
      [...this.tricks, ...other.tricks],
      [...this.countermeasures, ...other.countermeasures],
    );
  }

  without(other) {
    return new Selection(
      this.tricks.filter((slug) => !other.tricks.includes(slug)),
      this.countermeasures.filter((slug) => !other.countermeasures.includes(slug)),
    );
  }

  keep() {
    return keep(NAME, this.toKeep());
  }

  toKeep() {
    return { tricks: this.tricks, countermeasures: this.countermeasures };
  }

  toAddress() {
    const parts = [];
    if (this.tricks.length) parts.push(`t=${this.tricks.join(",")}`);
    if (this.countermeasures.length) parts.push(`c=${this.countermeasures.join(",")}`);
    return parts.length ? `?${parts.join("&")}` : "";
  }
}

// A list that the device could not keep lives on in the page that shows it, and in that page's address.
let unkept = null;
let shownHere = false;

export function showHere() {
  shownHere = true;
}

export function currentSelection() {
  return unkept ?? Selection.kept();
}

export function isUnkept() {
  return unkept !== null;
}

// Show a list without keeping it; nothing shows again what is kept.
export function showUnkept(selection) {
  unkept = selection && !selection.equals(Selection.kept()) ? selection : null;
  tellChange();
}

// Keep a list that the reader changed; returns whether it is kept. One that lives in the page stays there:
// a smaller one might find room and would then replace, unasked, the one that was kept before.
export function keepSelection(selection) {
  if (isUnkept()) {
    showUnkept(selection);
    return !isUnkept();
  }
  forget(BEFORE);
  const kept = selection.keep();
  if (!kept && shownHere) unkept = selection;
  tellChange();
  return kept;
}

// Keep another list in place of the reader's own, so that it can be undone, or not at all; returns whether it is kept.
export function replaceSelection(selection) {
  const own = Selection.kept();
  // Asked for twice, it still is the list before the first time that can be brought back.
  const before = own.equals(selection) ? selectionBefore()?.selection : own;
  const kept = (!before || keep(BEFORE, before.toKeep())) && selection.keep();
  if (!kept) forget(BEFORE);
  unkept = !kept && shownHere ? selection : null;
  tellChange();
  return kept;
}

// The list that the present one replaced, or null; `told` says whether the reader was told, `tell` that they are.
export function selectionBefore() {
  const before = read(BEFORE);
  if (!before) return null;
  const tell = () => keep(BEFORE, { ...before, told: true });
  return { selection: fromKept(before), told: before.told === true, tell };
}

export function forgetBefore() {
  forget(BEFORE);
}

// In any tab: `callback` is called after each change of what is kept.
export function whenSelectionChanges(callback) {
  document.addEventListener("selection-kept", callback);
  whenChangedElsewhere(NAME, callback);
}

function tellChange() {
  document.dispatchEvent(new CustomEvent("selection-kept"));
}

function fromKept(kept) {
  return new Selection(kept?.tricks, kept?.countermeasures);
}

// Each once, under the slug that it has today.
function clean(slugs, kind) {
  const list = Array.isArray(slugs) ? slugs : [];
  const sound = list.filter((slug) => typeof slug === "string" && SLUG.test(slug));
  return [...new Set(sound.map((slug) => slugToday(kind, slug)))];
}
