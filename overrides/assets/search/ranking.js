// Which pages answer, the best first: a page counts for each part of the question that it holds.

import { holding, isSigned, lookedUp } from "./lookup.js";

const KINDS = { trick: 1.3, checklist: 1, countermeasure: 1, glossary: 0.9, phase: 0.7, quiz: 0.75, page: 0.9, path: 0.9, assessment: 1 };
// How soon a word in one column more stops adding, how much what few pages hold tells more than what most do,
// and how much a page is worth that holds only some of what was asked.
const COUNTS = { soon: 5.5, rare: 0.26, whole: 5.2, held: 0.6, unknown: 0.18, passing: 0.1, asking: 0.5, asked: 1.3, alone: 3 };
// Where the words of a phrase stand close enough to be one.
const CLOSE = 2.5;

export function ranked(index, parts) {
  const pages = new Map();
  let whole = 0;
  for (const part of parts) {
    const { found, often } = answers(index, part);
    const telling = worthOf(index, part, often);
    if (!part.passing && (found.size || !part.asking)) whole += found.size ? telling : telling * COUNTS.unknown;
    for (const [page, strength] of found) {
      if ((part.passing || part.asking) && !pages.has(page)) continue;
      const sum = pages.get(page) ?? { page, score: 0, held: 0 };
      sum.score += (telling * strength) / (strength + COUNTS.soon);
      if (!part.passing) sum.held += telling * Math.min(1, strength / COUNTS.whole);
      pages.set(page, sum);
    }
    askedFor(index, part, pages);
  }
  const worth = ({ page, score, held }) => score * (whole ? held / whole + 0.05 : 1) ** COUNTS.held * (KINDS[index.kinds[page]] ?? 1);
  return inOrder([...pages.values()].map((sum) => ({ page: sum.page, score: worth(sum) })));
}

// What few pages hold tells more than what most do, though not much: a question is mostly common words.
function worthOf(index, { passing, asking }, often) {
  const rare = Math.log(1 + index.kinds.length / Math.max(1, often)) ** COUNTS.rare;
  return rare * (passing ? COUNTS.passing : asking ? COUNTS.asking : 1);
}

// A question that asks for a kind of page: beside other words, of the pages that these found.
function askedFor(index, { kinds, asking }, pages) {
  if (!kinds.length) return;
  for (const [page, kind] of index.kinds.entries()) {
    if (!kinds.includes(kind) || (asking && !pages.has(page))) continue;
    const sum = pages.get(page) ?? { page, score: 0, held: 0 };
    pages.set(page, { ...sum, score: sum.score + COUNTS.asked * (asking ? 1 : COUNTS.alone) });
  }
}

// The words of the index by which a page was found.
export function wordsOn(index, parts, page) {
  const ways = parts.filter(({ passing }) => !passing).flatMap((part) => part.ways);
  return new Set(ways.flatMap(({ words, typed }) => words.flatMap((word) => holding(index, word, typed).get(page)?.words ?? [])));
}

// Pages whose words look like those typed, where none holds them.
export function nearest(index, parts) {
  // A question that asks for a kind of page alone may have no words to look for.
  const typed = parts.flatMap(({ ways }) => ways[0]?.words ?? []).filter((word) => word.length > 3 && !isSigned(word));
  const found = new Map();
  for (const word of typed) {
    for (const options of [{ fuzzy: 0.4 }, { prefix: true }]) {
      for (const [page, { strength, words }] of lookedUp(index, options.prefix ? word.slice(0, 4) : word, options)) {
        const near = found.get(page) ?? { page, score: 0, words: new Set() };
        near.score = Math.max(near.score, strength);
        for (const each of words) near.words.add(each);
        found.set(page, near);
      }
    }
  }
  return inOrder([...found.values()]);
}

function inOrder(pages) {
  return pages.sort((one, other) => other.score - one.score || one.page - other.page);
}

// The pages that hold a part of the question in one of the ways to say it, and how many hold it as it was typed.
function answers(index, { ways }) {
  const found = new Map();
  let often = 0;
  for (const { words, weight, typed, close } of ways) {
    const each = words.map((word) => holding(index, word, typed));
    const said = each.length > 1 ? together(each) : each[0];
    for (const [page, { strength }] of said) if (!close || strength >= CLOSE) found.set(page, Math.max(found.get(page) ?? 0, strength * weight));
    if (typed) often = each.length > 1 ? said.size : said.often || said.size;
  }
  return { found, often: ways.length > 1 ? Math.max(often, found.size * 0.2) : often };
}

// The pages that hold each word of a phrase, as strong as the weakest.
function together([first, ...others]) {
  const all = new Map();
  for (const [page, said] of first) {
    const strength = Math.min(said.strength, ...others.map((other) => other.get(page)?.strength ?? 0));
    if (strength) all.set(page, { strength });
  }
  return all;
}
