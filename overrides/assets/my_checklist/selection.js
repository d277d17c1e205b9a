// The reader's own choice of tricks and countermeasures: kept on the device, written in an address.
// Slugs are the same in every language, so the choice is one for all of them.

import { slugToday } from "../shell/formerly.js";
import { keep, read, whenChangedElsewhere } from "../shell/kept.js";

const NAME = "selection";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class Selection {
  constructor(tricks = [], countermeasures = []) {
    this.tricks = clean(tricks, "trick");
    this.countermeasures = clean(countermeasures, "countermeasure");
  }

  static kept() {
    const kept = read(NAME);
    return new Selection(kept?.tricks, kept?.countermeasures);
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
    return keep(NAME, { tricks: this.tricks, countermeasures: this.countermeasures });
  }

  toAddress() {
    const parts = [];
    if (this.tricks.length) parts.push(`t=${this.tricks.join(",")}`);
    if (this.countermeasures.length) parts.push(`c=${this.countermeasures.join(",")}`);
    return parts.length ? `?${parts.join("&")}` : "";
  }
}

// In any tab: `callback` is called after each change of what is kept.
export function whenSelectionChanges(callback) {
  document.addEventListener("selection-kept", callback);
  whenChangedElsewhere(NAME, callback);
}

export function keepSelection(selection) {
  const kept = selection.keep();
  document.dispatchEvent(new CustomEvent("selection-kept"));
  return kept;
}

// Each once, under the slug that it has today.
function clean(slugs, kind) {
  const list = Array.isArray(slugs) ? slugs : [];
  const sound = list.filter((slug) => typeof slug === "string" && SLUG.test(slug));
  return [...new Set(sound.map((slug) => slugToday(kind, slug)))];
}
