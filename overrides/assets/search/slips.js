// What somebody meant whose finger slipped: the known word that the fewest slips make of the one typed.

const LEAST = 4;
const LONG = 8;

// The nearest word that texts or phrases hold, or the word itself where it is known or is near to none.
export function meant(index, typed) {
  if (!index.meant.has(typed)) index.meant.set(typed, nearest(index, typed) ?? typed);
  return index.meant.get(typed);
}

function nearest(index, typed) {
  if (typed.length < LEAST || !/^\p{L}+$/u.test(typed) || isKnown(index, typed)) return undefined;
  const most = typed.length < LONG ? 1 : 2;
  let best;
  for (const [word, pages] of index.known) {
    if (Math.abs(word.length - typed.length) > most || word.length < LEAST) continue;
    const slips = slipsBetween(typed, word, most);
    if (slips > most) continue;
    // People seldom miss the first letter; what many pages hold is meant more often.
    const far = slips + (word[0] === typed[0] ? 0 : 0.5);
    if (!best || far < best.far || (far === best.far && pages > best.pages)) best = { word, far, pages };
  }
  return best?.word;
}

// Another form of a known word is no slip: what begins alike finds it.
function isKnown(index, typed) {
  if (index.known.has(typed)) return true;
  const begins = typed.slice(0, Math.max(LEAST, Math.ceil(typed.length * 0.7)));
  for (const word of index.known.keys()) if (word.startsWith(begins)) return true;
  return false;
}

// Letters left out, put in, put for another or swapped with the next (Damerau, 1964); any number above `most` is too many.
export function slipsBetween(one, other, most) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[row - 1] === other[place - 1];
      next[place] = Math.min(last[place] + 1, next[place - 1] + 1, last[place - 1] + (same ? 0 : 1));
      const swapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (swapped) next[place] = Math.min(next[place], before[place - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length];
}
