// A session of a quiz in few letters: SCORM 1.2 keeps 4096 of them (cmi.suspend_data, CMIString4096). Questions
// are counted as the package has them, in letters and digits; `of` says which package that was.

export const MOST = 4096;

const BASE = 36;

// `names` are the package's questions in its order.
export function packed({ seed, names: asked, answers, at, finished }, names, of) {
  const places = new Map(names.map((name, place) => [name, place.toString(BASE)]));
  return {
    of,
    seed,
    at,
    ...(finished && { finished: 1 }),
    asked: asked.map((name) => places.get(name)).join(" "),
    given: asked.map((name) => (Object.hasOwn(answers, name) ? written(answers[name]) : "")).join(" "),
  };
}

// Return the session, null where it is none or another package's. Whether its answers fit is for the quiz to judge.
export function unpacked(told, names, of) {
  if (told?.of !== of || typeof told.asked !== "string" || typeof told.given !== "string") return null;
  const asked = told.asked.split(" ").map((place) => names[Number.parseInt(place, BASE)]);
  if (asked.includes(undefined)) return null;
  const answers = {};
  told.given.split(" ").slice(0, asked.length).forEach((given, place) => {
    if (given) answers[asked[place]] = read(given);
  });
  return { seed: told.seed, names: asked, answers, at: told.at, finished: told.finished === 1 };
}

// A number, or a plus before each of several.
function written(answer) {
  return Array.isArray(answer) ? answer.map((number) => `+${number}`).join("") : String(answer);
}

function read(given) {
  return given.startsWith("+") ? given.slice(1).split("+").map(Number) : Number(given);
}
