// Earlier results beside the answers of now. Pure functions.

import { expose, ofForm, percent } from "./scoring.js";

// Returns, newest first, {result, form, then, now, change}: both tallies of the statements that both forms ask for, so
// that like is compared with like, and by how many points of a hundred it is more now; null where nothing counts.
export function besideEarlier(results, answers, form, { statements, short }) {
  return results
    .map((result, place) => ({ result, place }))
    .sort((one, other) => (one.result.day === other.result.day ? other.place - one.place : one.result.day < other.result.day ? 1 : -1))
    .map(({ result }) => {
      const common = short.length && (form === "short" || result.form === "short") ? "short" : "all";
      const asked = ofForm(statements, short, common);
      const [then, now] = [result.answers, answers].map((each) => expose(asked, each).whole);
      const known = percent(then) !== null && percent(now) !== null;
      return { result, form: common, then, now, change: known ? percent(now) - percent(then) : null };
    });
}
