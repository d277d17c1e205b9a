// The pages that hold a word, and how strongly: by the columns that it stands in and by how like it is to the word looked for.

const COLUMNS = { titles: 3, aliases: 6, elsewhere: 3, asked: 4, shown: 2, rest: 1 };
const BESIDE = 0.56;
const LIKE = { ending: 0.5, begun: 0.8, near: 0.56, slip: 0.7 };

// The pages that hold a word, or the same with another ending; of what was typed also what begins with it and,
// where no text has it, what a slip of the pen makes it. `often`: how many hold the word itself.
export function holding(index, word, typed) {
  const key = `${word} ${typed}`;
  if (index.held.has(key)) return index.held.get(key);
  const found = new Map();
  index.held.set(key, found);
  add(found, lookedUp(index, word, {}), 1);
  if (isSigned(word) || index.stops.has(word)) return found;
  for (const shorter of endingsOff(index, word)) add(found, lookedUp(index, shorter, {}), LIKE.ending);
  found.often = found.size;
  if (typed && word.length > 2) add(found, lookedUp(index, word, { prefix: true }, (term) => word.length / term.length), LIKE.begun);
  if (word.length > 4) add(found, lookedUp(index, beginningOf(word), { prefix: true }, (term) => Number(Math.abs(term.length - word.length) < 5)), LIKE.near);
  if (typed && word.length > 3 && !index.vocabulary.has(word)) add(found, lookedUp(index, word, { fuzzy: word.length > 7 ? 2 : 1 }), LIKE.slip);
  return found;
}

function beginningOf(word) {
  return word.slice(0, Math.max(5, Math.ceil(word.length * 0.7)));
}

// What MiniSearch finds, each page with its words; `like` says how much each of these counts.
export function lookedUp(index, query, options, like = () => 1) {
  const found = new Map();
  for (const { id, match } of index.mini.search(query, options)) {
    const words = Object.keys(match).filter((term) => like(term));
    if (words.length) found.set(id, { strength: Math.max(...words.map((term) => strengthIn(match[term]) * like(term))), words });
  }
  return found;
}

function strengthIn(columns) {
  const weights = columns.map((column) => COLUMNS[column]);
  const best = Math.max(...weights);
  return best + BESIDE * (weights.reduce((sum, weight) => sum + weight, 0) - best);
}

function add(found, pages, like) {
  for (const [page, { strength, words }] of pages) {
    const before = found.get(page);
    found.set(page, { strength: Math.max(before?.strength ?? 0, strength * like), words: [...(before?.words ?? []), ...words] });
  }
}

// The words of the index that are this one without its ending: signing, sign.
function endingsOff(index, word) {
  const least = Math.max(3, word.length - (word.length > 8 ? 4 : 3));
  const shorter = Array.from({ length: Math.max(0, word.length - least) }, (_, off) => word.slice(0, -off - 1));
  return shorter.filter((each) => index.vocabulary.has(each) && !index.stops.has(each));
}

// Whether a word holds more than letters and digits.
export function isSigned(word) {
  return /[^\p{L}\p{N}]/u.test(word);
}
