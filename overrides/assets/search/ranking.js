// Which pages answer, the best first: a page counts for each part of the question that it holds.

const BOOST = { titles: 6, aliases: 5, elsewhere: 3, shown: 2, rest: 0.7 };
const KINDS = { trick: 1.3, checklist: 1, countermeasure: 0.85, glossary: 0.9, phase: 0.7, quiz: 0.6, page: 0.6 };
const ASKED_FOR = 12;

export function ranked(index, parts) {
  const pages = new Map();
  for (const part of parts) {
    for (const [page, { score, words }] of answers(index, part)) {
      const sum = pages.get(page) ?? { page, score: 0, parts: 0, words: new Set() };
      sum.score += score;
      sum.parts += 1;
      for (const word of words) sum.words.add(word);
      pages.set(page, sum);
    }
  }
  const worth = ({ page, score, parts: held }) => score * (held / parts.length) * (KINDS[index.kinds[page]] ?? 1);
  return [...pages.values()].map((sum) => ({ ...sum, score: worth(sum) })).sort((one, other) => other.score - one.score || one.page - other.page);
}

function answers(index, { kinds, ways }) {
  const found = new Map();
  for (const { words, weight } of ways) {
    for (const [page, said] of together(words.map((word) => holding(index, word)))) keepBest(found, page, { ...said, score: said.score * weight });
  }
  for (const [page, kind] of index.kinds.entries()) {
    if (kinds.includes(kind)) keepBest(found, page, { score: ASKED_FOR, words: [] });
  }
  return found;
}

function together([first, ...others]) {
  if (!others.length) return first;
  const all = new Map();
  for (const [page, said] of first) {
    const each = [said, ...others.map((other) => other.get(page))];
    if (each.every(Boolean)) all.set(page, { score: each.reduce((sum, { score }) => sum + score, 0), words: each.flatMap(({ words }) => words) });
  }
  return all;
}

function holding(index, word) {
  const found = new Map();
  const look = (query, weight, options) => {
    for (const { id, score, terms } of index.mini.search(query, { boost: BOOST, ...options })) keepBest(found, id, { score: score * weight, words: terms });
  };
  const signed = /[^\p{L}\p{N}]/u.test(word);
  look(word, 1, { prefix: word.length > 2 && !signed });
  if (signed) return found;
  if (word.length > 5) look(word.slice(0, Math.max(5, Math.ceil(word.length * 0.7))), 0.6, { prefix: true });
  if (word.length > 3) look(word, index.vocabulary.has(word) ? 0.2 : 0.8, { fuzzy: word.length > 7 ? 2 : 1 });
  return found;
}

function keepBest(found, page, said) {
  const before = found.get(page);
  const words = [...(before?.words ?? []), ...said.words];
  found.set(page, { score: Math.max(before?.score ?? 0, said.score), words });
}

// Pages whose words look like those typed, where none holds them.
export function nearest(index, parts) {
  const typed = parts.flatMap(({ ways }) => ways[0].words).filter((word) => word.length > 3 && !/[^\p{L}\p{N}]/u.test(word));
  const found = new Map();
  for (const word of typed) {
    for (const query of [word, word.slice(0, 4)]) {
      for (const { id, score, terms } of index.mini.search(query, { boost: BOOST, fuzzy: query === word ? 0.4 : false, prefix: true })) {
        keepBest(found, id, { score, words: terms });
      }
    }
  }
  return [...found].map(([page, { score, words }]) => ({ page, score, words: new Set(words) })).sort((one, other) => other.score - one.score);
}
