// What a quiz keeps, kept by the course system instead of this device: several learners may share the device.

import { keyOf } from "../shell/kept.js";
import { MOST, packed, unpacked } from "./suspended.js";

const ELEMENT = "cmi.suspend_data";

// In the place of a browser's Storage, as shell/kept.js asks for one.
export class Keeping {
  #sitting;
  #root;
  #names;
  #told;

  // `sitting` is null where no course system keeps anything.
  constructor(sitting, root) {
    this.#sitting = sitting;
    this.#root = root;
    this.#names = [...root.querySelectorAll("form[data-question]")].map((form) => form.id);
    this.#told = sitting ? object(sitting.get(ELEMENT)) : {};
  }

  getItem(key) {
    this.#refuse();
    if (key === keyOf("quiz-feedback")) return this.#told.end ? JSON.stringify("end") : null;
    if (key !== this.#session()) return null;
    const session = unpacked(this.#told, this.#names, this.#root.dataset.package);
    return session && JSON.stringify(session);
  }

  setItem(key, text) {
    this.#refuse();
    const value = JSON.parse(text);
    if (key === keyOf("quiz-feedback")) this.#keep({ ...this.#told, end: value === "end" ? 1 : undefined });
    if (key !== this.#session()) return;
    this.#keep({ ...packed(value, this.#names, this.#root.dataset.package), end: this.#told.end });
  }

  removeItem(key) {
    if (this.#sitting && key === this.#session()) this.#keep({ end: this.#told.end });
  }

  #session() {
    return keyOf(`quiz.${this.#root.dataset.quiz}`);
  }

  #refuse() {
    if (!this.#sitting) throw new DOMException("no course system keeps it", "SecurityError");
  }

  #keep(told) {
    this.#told = told;
    const text = JSON.stringify(told);
    const kept = text.length <= MOST && this.#sitting.set(ELEMENT, text) && this.#sitting.commit();
    if (!kept) throw new DOMException("the course system did not take it", "QuotaExceededError");
  }
}

function object(text) {
  try {
    const told = JSON.parse(text);
    return told && typeof told === "object" ? told : {};
  } catch {
    return {};
  }
}
