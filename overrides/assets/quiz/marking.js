// How answers are marked. Pure: no page, no device.
//
// Parts of a question are numbered from 1 as the data write them. A key is, by kind,
//   one, truth    the number of the right option
//   several       the numbers of the right options
//   match, order  how many signs or steps there are
// and a response
//   one, truth    the number of the option chosen
//   several       the numbers of the options ticked
//   match         for each sign the number of the trick given to it; right where both are the same
//   order         the numbers of the steps in the reader's order; right where they count up
// A question is worth one point:
//   one, truth    all or nothing
//   several       each right tick adds its share, each wrong tick takes one away, never below nothing
//   match, order  an equal share for each sign with its trick, each step in its place

export function shareOf(kind, key, response) {
  if (response === null) return 0;
  if (kind === "one" || kind === "truth") return Number(response === key);
  if (kind === "several") {
    const right = response.filter((number) => key.includes(number)).length;
    return Math.max(0, right - (response.length - right)) / key.length;
  }
  return inPlace(response).filter(Boolean).length / key;
}

// For each sign or step of a response whether it has its right trick or place.
export function inPlace(response) {
  return response.map((number, index) => number === index + 1);
}

// Tell whether a response kept on a device still belongs to the question: the data may have changed.
export function fits(kind, size, response) {
  const known = (number) => Number.isInteger(number) && number >= 1 && number <= size;
  if (kind === "one" || kind === "truth") return known(response);
  if (!Array.isArray(response) || !response.every(known)) return false;
  if (kind === "match") return response.length === size;
  const distinct = new Set(response).size === response.length;
  return distinct && response.length > 0 && (kind === "several" || response.length === size);
}

// Add up marked questions ({phase, share}): points, whole ones, and the same for each phase.
export function totalled(marked) {
  const phases = new Map();
  for (const { phase, share } of marked) {
    const sum = phases.get(phase) ?? { points: 0, all: 0 };
    phases.set(phase, { points: sum.points + share, all: sum.all + 1 });
  }
  return {
    points: marked.reduce((sum, { share }) => sum + share, 0),
    entirely: marked.filter(({ share }) => share === 1).length,
    phases,
  };
}

// Below this share of its points a phase is worth another look.
export const SOLID = 0.75;
