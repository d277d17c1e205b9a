// Answers and whether their result was shown, on this device. Where the device keeps nothing they stay in the
// page's place in the history, for a reload and for Back.

import { canKeep, forget, keep, read, whenChangedElsewhere } from "../shell/kept.js";
import { onlyKnown } from "./saved_assessment.js";

export class KeptAnswers {
  constructor(assessment, known) {
    this.name = `assessment.${assessment}`;
    this.seen = `assessment-seen.${assessment}`;
    this.known = known;
  }

  get answers() {
    return onlyKnown(history.state?.answers ?? read(this.name), this.known);
  }

  get resultWasShown() {
    return history.state?.resultShown === true || read(this.seen) === true;
  }

  // Returns whether the device keeps them.
  keep(answers) {
    const kept = keep(this.name, answers);
    this.#note({ answers: kept ? undefined : answers });
    return kept;
  }

  keepShown() {
    keep(this.seen, true);
    this.#note({ resultShown: true });
  }

  forget() {
    forget(this.name);
    forget(this.seen);
    // What cannot be forgotten on the device is at least not shown again here.
    this.#note({ answers: undefined, resultShown: undefined });
  }

  // Returns whether the device keeps what there is, and has room for more.
  tryToKeep() {
    return canKeep() && (history.state?.answers === undefined || this.keep(history.state.answers));
  }

  whenChangedElsewhere(callback) {
    whenChangedElsewhere(this.name, callback);
  }

  #note(facts) {
    history.replaceState({ ...history.state, ...facts }, "");
  }
}
