// What a vendor's standing says, in words: failed must-haves first, then points with how they came about.

import { judgedForAll, standing } from "./standing.js";
import { listed, say } from "../shell/words.js";

const JUDGED = ["good", "partly", "poor", "none"];

// How each vendor stands by all rows, with its `answers`, and by those judged for every vendor of whom anything is
// judged; `uneven` where the two differ, so that the totals of the first cannot be compared.
export function standings(rows, answers) {
  const stands = answers.map((each) => standing(rows, each));
  const judged = answers.filter((each, place) => stands[place].possible);
  const shared = judgedForAll(rows, judged);
  const ofShared = answers.map((each) => standing(shared, each));
  const uneven = judged.length > 1 && stands.some(({ possible }, place) => possible && possible !== ofShared[place].possible);
  return { stands, answers, uneven, count: shared.length, ofShared };
}

// The lines of one vendor's result as [{kind, text, rows}]; `rows` are the ids that a line speaks of.
export function resultLines({ stands, answers, uneven, count, ofShared }, place, words) {
  const one = stands[place];
  const lines = [];
  // To give no answer is not the same as to give a poor one, though each fails a must-have.
  const unanswered = one.failed.filter((row) => answers[place][row] === "none");
  const poor = one.failed.filter((row) => !unanswered.includes(row));
  if (poor.length) lines.push({ kind: "failed", text: words.failed, rows: poor });
  if (unanswered.length) lines.push({ kind: "failed", text: words.unanswered, rows: unanswered });
  if (one.unsettled.length) lines.push({ kind: "unsettled", text: words.unsettled, rows: one.unsettled });
  const judged = JUDGED.filter((answer) => one.counts[answer]);
  if (!judged.length) lines.push({ kind: "points", text: words.none_judged });
  else {
    lines.push({ kind: "points", text: say(uneven ? words.points_uneven : words.points, one) });
    const made = listed(judged.map((answer) => say(words[`made_${answer}`], { count: one.counts[answer] })));
    const sum = judged.reduce((all, answer) => all + one.counts[answer], 0);
    lines.push({ kind: "made", text: say(words.made, { count: sum, made }) });
  }
  if (uneven && count && judged.length) lines.push({ kind: "shared", text: say(words.shared, { count, ...ofShared[place] }) });
  if (one.unjudged) lines.push({ kind: "waiting", text: say(words.waiting, { count: one.unjudged, points: one.waiting }) });
  const out = one.counts["not-applicable"];
  if (out) lines.push({ kind: "out", text: say(words.out, { count: out }) });
  return lines;
}

// What to tell of totals that cannot be compared; nothing where they can.
export function unevenWords({ uneven, count }, words) {
  if (!uneven) return "";
  return count ? say(words.uneven, { count }) : words.uneven_none;
}
