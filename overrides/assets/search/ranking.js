// Which pages answer, the best first: a page counts for each part of the question that it holds.

const BOOST = { titles: 3, aliases: 8, elsewhere: 3, asked: 4, shown: 1.5, rest: 0.5 };
const KINDS = { trick: 1.3, checklist: 1, countermeasure: 0.85, glossary: 0.9, phase: 0.7, quiz: 0.6, page: 0.8 };
// Where the words of a phrase stand close enough to be one.
const SAID_FIRST = ["titles", "aliases", "elsewhere", "shown"];
const ASKED_FOR = 90;
const ASKING = 0.5;
const IN_PASSING = 0.3;
// Texts of one kind are of like length: length says little, and holding a word twice little more.
const BM25 = { k: 0.7, b: 0.2, d: 0 };

export function ranked(index, parts) {
  const pages = new Map();
  const answered = parts.map((part) => ({ part, found: answers(index, part) })).filter(({ found }) => found.size);
  // What few pages hold tells more than what most do.
  const telling = ({ part, found }) => (part.passing || part.asking ? 0 : Math.log(1 + index.kinds.length / found.size));
  const all = answered.reduce((sum, each) => sum + telling(each), 0);
  for (const each of answered) {
    for (const [page, { score, words }] of each.found) {
      if ((each.part.passing || each.part.asking) && !pages.has(page)) continue;
      const sum = pages.get(page) ?? { page, score: 0, held: 0, words: new Set() };
      sum.score += score * (each.part.passing ? IN_PASSING : 1);
      sum.held += telling(each);
      for (const word of each.part.passing ? [] : words) sum.words.add(word);
      pages.set(page, sum);
    }
  }
  const worth = ({ page, score, held }) => score * Math.sqrt(all ? held / all : 1) * (KINDS[index.kinds[page]] ?? 1);
  return inOrder([...pages.values()].map((sum) => ({ ...sum, score: worth(sum) })));
}

// Pages whose words look like those typed, where none holds them.
export function nearest(index, parts) {
  // A question that asks for a kind of page alone may have no words to look for.
  const typed = parts.flatMap(({ ways }) => ways[0]?.words ?? []).filter((word) => word.length > 3 && !isSigned(word));
  const found = new Map();
  for (const word of typed) {
    look(index, found, word, 1, { fuzzy: 0.4 });
    look(index, found, word.slice(0, 4), 1, { prefix: true });
  }
  return inOrder([...found].map(([page, { score, words }]) => ({ page, score, words: new Set(words) })));
}

function inOrder(pages) {
  return pages.sort((one, other) => other.score - one.score || one.page - other.page);
}

function answers(index, { kinds, ways, passing, asking }) {
  const found = new Map();
  if (passing) {
    look(index, found, ways[0].words[0], 1, { fields: ["titles", "aliases"] });
    return found;
  }
  const worth = asking ? ASKING : 1;
  for (const { words, weight, typed } of ways) {
    for (const [page, said] of together(words.map((word) => holding(index, word, typed, words.length > 1)))) {
      keepBest(found, page, { ...said, score: said.score * weight * worth });
    }
  }
  for (const [page, kind] of index.kinds.entries()) {
    if (kinds.includes(kind)) keepBest(found, page, { score: ASKED_FOR + (found.get(page)?.score ?? 0), words: [] });
  }
  return found;
}

// The pages that hold each word of a phrase.
function together([first, ...others]) {
  if (!others.length) return first;
  const all = new Map();
  for (const [page, said] of first) {
    const each = [said, ...others.map((other) => other.get(page))];
    if (!each.every(Boolean)) continue;
    all.set(page, { score: each.reduce((sum, { score }) => sum + score, 0), words: each.flatMap(({ words }) => words) });
  }
  return all;
}

// The pages that hold a word, or the same with another ending; of what was typed also what begins with it
// and, where no text has it, what a slip of the pen makes it.
function holding(index, word, typed, inPhrase) {
  const key = `${word} ${typed} ${inPhrase}`;
  if (index.held.has(key)) return index.held.get(key);
  const found = new Map();
  index.held.set(key, found);
  if (inPhrase && !typed) {
    look(index, found, word, 1, { fields: SAID_FIRST });
    return found;
  }
  look(index, found, word, 1, { prefix: word.length > (typed ? 2 : 4) && !isSigned(word) });
  if (isSigned(word)) return found;
  for (const shorter of endingsOff(index, word)) look(index, found, shorter, 0.9, {});
  if (word.length > 5) look(index, found, word.slice(0, Math.max(5, Math.ceil(word.length * 0.7))), 0.9, { prefix: true });
  if (typed && word.length > 3 && !index.vocabulary.has(word)) look(index, found, word, 0.8, { fuzzy: word.length > 7 ? 2 : 1 });
  return found;
}

function look(index, found, query, weight, options) {
  for (const { id, score, terms } of index.mini.search(query, { boost: BOOST, bm25: BM25, ...options })) {
    keepBest(found, id, { score: score * weight, words: terms });
  }
}

// The words of the index that are this one without its ending: signing, sign.
function endingsOff(index, word) {
  const least = Math.max(3, word.length - (word.length > 8 ? 4 : 3));
  const shorter = Array.from({ length: Math.max(0, word.length - least) }, (_, off) => word.slice(0, -off - 1));
  return shorter.filter((each) => index.vocabulary.has(each) && !index.stops.has(each));
}

function isSigned(word) {
  return /[^\p{L}\p{N}]/u.test(word);
}

function keepBest(found, page, said) {
  const before = found.get(page);
  const words = [...(before?.words ?? []), ...said.words];
  found.set(page, { score: Math.max(before?.score ?? 0, said.score), words });
}
