// SCORM 1.2's run-time environment, as a course system offers it to what it opens in a frame or a window
// (ADL SCORM Version 1.2, The SCORM Run-Time Environment, 3.3: how the API is found; 3.4: its data model).

// How far up frames are looked through; a window that is its own parent ends the search.
const FARTHEST = 500;

// Return the course system's API, null where there is none. A frame of another site may not be looked into.
export function findApi(from = window) {
  for (const start of [() => from, () => from.top.opener]) {
    try {
      const found = upwards(start());
      if (found) return found;
    } catch {
      // Not the course system's own window.
    }
  }
  return null;
}

function upwards(start) {
  for (let at = start, steps = 0; at && steps < FARTHEST; at = at.parent, steps += 1) {
    if (at.API) return at.API;
    if (at.parent === at) break;
  }
  return null;
}

// One sitting of a learner; `Sitting.begun` returns null where no course system keeps anything of it.
export class Sitting {
  #api;
  #began = performance.now();
  #ended = false;

  constructor(api) {
    this.#api = api;
  }

  static begun(api = findApi()) {
    if (!api) return null;
    const sitting = new Sitting(api);
    if (sitting.#call("LMSInitialize", "") !== "true") return null;
    if (["browse", "review"].includes(sitting.get("cmi.core.lesson_mode"))) {
      sitting.#end();
      return null;
    }
    const status = sitting.get("cmi.core.lesson_status");
    // What says nothing of itself is taken for completed by some systems once it is left.
    if (["", "not attempted", "unknown", "browsed"].includes(status)) sitting.set("cmi.core.lesson_status", "incomplete");
    window.addEventListener("pagehide", () => sitting.#leave());
    return sitting;
  }

  get(element) {
    return this.#call("LMSGetValue", element);
  }

  // Returns whether it was taken.
  set(element, value) {
    return this.#call("LMSSetValue", element, String(value)) === "true";
  }

  // Returns whether all that was set is kept by now.
  commit() {
    return this.#call("LMSCommit", "") === "true";
  }

  // Take a result in percent; return {kept, best}: whether it is kept, and the best so far. A better one of before
  // stays: who goes through it again to practise must not lose by it.
  take(raw) {
    const earlier = number(this.get("cmi.core.score.raw"));
    if (earlier !== null && earlier >= raw) return { kept: true, best: earlier };
    const wanted = number(this.get("cmi.student_data.mastery_score"));
    const status = wanted === null ? "completed" : raw >= wanted ? "passed" : "failed";
    const taken = this.set("cmi.core.score.raw", raw) && this.set("cmi.core.lesson_status", status);
    // A system need not have these two.
    this.set("cmi.core.score.min", 0);
    this.set("cmi.core.score.max", 100);
    return { kept: this.commit() && taken, best: raw };
  }

  #leave() {
    if (this.#ended) return;
    this.set("cmi.core.session_time", timespan(performance.now() - this.#began));
    // Whoever comes back finds what was kept; without this a system may begin anew.
    this.set("cmi.core.exit", "suspend");
    this.commit();
    this.#end();
  }

  #end() {
    this.#ended = true;
    this.#call("LMSFinish", "");
  }

  #call(name, ...values) {
    if (this.#ended && name !== "LMSFinish") return "";
    try {
      return String(this.#api[name](...values) ?? "");
    } catch {
      return "";
    }
  }
}

function number(text) {
  return text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

// CMITimespan: HHHH:MM:SS.SS
export function timespan(milliseconds) {
  const seconds = Math.floor(milliseconds / 10) / 100;
  const two = (part) => String(Math.floor(part)).padStart(2, "0");
  const hours = String(Math.floor(Math.min(seconds / 3600, 9999))).padStart(4, "0");
  return `${hours}:${two((seconds / 60) % 60)}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
}
