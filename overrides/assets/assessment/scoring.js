// How exposed a purchase is: the rules of scripts/guide/scoring.py, where they are explained. Pure functions;
// tests/data/scoring-vectors.json holds both to the same numbers. Points are half points throughout.

export const OPEN_HALVES = { yes: 0, partly: 1, no: 2 };
export const EFFORT_MINUTES = { minutes: 15, hours: 180, days: 960 };
const LEVELS = [
  ["high", 50],
  ["medium", 20],
  ["low", 0],
];
const GREATEST_WEIGHT = 3;
const GRAVE_HALVES = 2;

export const isAnswer = (value) =>
  typeof value === "string" && (value === "not-applicable" || Object.hasOwn(OPEN_HALVES, value));

export function percent({ open, possible }) {
  return possible ? Math.floor((200 * open + possible) / (2 * possible)) : null;
}

export function level(tally) {
  const share = percent(tally);
  if (share === null) return null;
  const [name] = LEVELS.find(([, least]) => share >= least);
  if (name === "low" && tally.grave >= GRAVE_HALVES) return "medium";
  return name === "low" && tally.possible < tally.waiting ? "unsure" : name;
}

// The statements that a form, "short" or "all", asks for; short: the ids of the short form, or none.
export function ofForm(statements, short, form) {
  return statements.filter(({ id }) => form === "all" || !short.length || short.includes(id));
}

// statements: [{id, phase, weight, tricks, countermeasures}]; answers: {id: answer}.
export function expose(statements, answers) {
  const [phases, tricks] = [Object.create(null), Object.create(null)];
  const exposure = { whole: empty(), phases, tricks, counted: 0, notApplicable: 0, unanswered: 0 };
  for (const { id, phase, weight, tricks: guarded } of statements) {
    exposure.phases[phase] ??= empty();
    for (const trick of guarded) exposure.tricks[trick] ??= empty();
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) exposure.unanswered += 1;
    else if (answer === "not-applicable") exposure.notApplicable += 1;
    else exposure.counted += 1;
    for (const tally of [exposure.whole, exposure.phases[phase], ...guarded.map((trick) => exposure.tricks[trick])]) {
      count(tally, weight, answer);
    }
  }
  return exposure;
}

function count(tally, weight, answer) {
  if (answer === "not-applicable") return;
  if (answer === undefined) {
    tally.waiting += 2 * weight;
    return;
  }
  tally.open += weight * OPEN_HALVES[answer];
  tally.possible += 2 * weight;
  if (weight === GREATEST_WEIGHT) tally.grave += OPEN_HALVES[answer];
}

// The tricks most open, worst first: by exposure, then open points, then name.
export function mostOpen(exposure, atMost = 5) {
  return Object.entries(exposure.tricks)
    .filter(([, tally]) => tally.open)
    .sort(
      ([one, a], [other, b]) =>
        b.open * a.possible - a.open * b.possible || b.open - a.open || (one < other ? -1 : 1),
    )
    .slice(0, atMost)
    .map(([trick]) => trick);
}

// The countermeasures that close all that is open, most for least effort first.
// efforts: {slug: "minutes" | "hours" | "days"}.
export function plan(statements, answers, efforts) {
  const closed = { ...answers };
  const open = new Map();
  const closing = new Map();
  for (const { id, weight, countermeasures } of statements) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer !== "partly" && answer !== "no") continue;
    open.set(id, weight * OPEN_HALVES[answer]);
    for (const name of new Set(countermeasures)) {
      if (!closing.has(name)) closing.set(name, []);
      closing.get(name).push(id);
    }
  }
  const steps = [];
  while (open.size) {
    const gain = (name) => closing.get(name).reduce((sum, id) => sum + (open.get(id) ?? 0), 0);
    const [best] = [...closing.keys()].sort(
      (one, other) =>
        gain(other) * EFFORT_MINUTES[efforts[one]] - gain(one) * EFFORT_MINUTES[efforts[other]] ||
        gain(other) - gain(one) ||
        (one < other ? -1 : 1),
    );
    const closes = closing.get(best).filter((id) => open.has(id));
    for (const id of closes) {
      open.delete(id);
      closed[id] = "yes";
    }
    steps.push({ countermeasure: best, closes, left: expose(statements, closed).whole });
  }
  return steps;
}

function empty() {
  return { open: 0, possible: 0, waiting: 0, grave: 0 };
}
