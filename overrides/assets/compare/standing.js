// How vendors stand beside each other: the rules of scripts/derived/side_by_side.py, where they are explained. Pure
// functions; tests/data/side-by-side-vectors.json holds both to the same numbers.

export const POINTS = { good: 2, partly: 1, poor: 0, none: 0 };
export const MOST_POINTS = 2;
export const WEIGHTS = [0, 1, 2, 3];
export const USUAL_WEIGHT = 1;
const FAILED = ["poor", "none"];
const SETTLED = ["good", "not-applicable"];

// rows: [{id, weight, must}]; answers: {id: answer}.
export function standing(rows, answers) {
  const all = {
    points: 0,
    possible: 0,
    waiting: 0,
    counts: { good: 0, partly: 0, poor: 0, none: 0, "not-applicable": 0 },
    unjudged: 0,
    failed: [],
    unsettled: [],
  };
  for (const { id, weight, must } of rows) {
    const answer = answerTo(answers, id);
    if (must && FAILED.includes(answer)) all.failed.push(id);
    else if (must && !SETTLED.includes(answer)) all.unsettled.push(id);
    if (!weight) continue;
    if (answer === undefined) {
      all.unjudged += 1;
      all.waiting += MOST_POINTS * weight;
      continue;
    }
    all.counts[answer] += 1;
    if (!Object.hasOwn(POINTS, answer)) continue;
    all.points += POINTS[answer] * weight;
    all.possible += MOST_POINTS * weight;
  }
  return all;
}

// The rows that give points, or none, for each of the vendors: [{id: answer}].
export function judgedForAll(rows, vendors) {
  return rows.filter(({ id, weight }) => weight && vendors.every((answers) => Object.hasOwn(POINTS, answerTo(answers, id) ?? "")));
}

// The verdict that counts of those given in meetings, which are in the order of the purchase.
export function lastAnswer(answers) {
  return answers.findLast((answer) => answer !== undefined && answer !== null);
}

function answerTo(answers, id) {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}
