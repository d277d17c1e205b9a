// The index of a language, as scripts/pages/search_index.py writes it, in the hands of MiniSearch.

import { alike } from "./words.js";

const FIELDS = ["titles", "aliases", "elsewhere", "asked", "shown", "rest"];

// Page by page with breaths between: a phone takes a second for a thousand tricks, and somebody is typing.
export async function opened(data, MiniSearch) {
  const words = data.words.split(" ");
  const mini = new MiniSearch({
    fields: FIELDS,
    tokenize: (text) => text.split(" "),
    processTerm: (word) => word,
  });
  await mini.addAllAsync(data.paths.map((_, id) => ({ id, ...readPage(data, words, id) })), { chunkSize: 100 });
  const phrases = phrasesOf(data);
  return {
    mini,
    paths: data.paths,
    kinds: data.kinds,
    vocabulary: new Set(words),
    phrases,
    stops: new Set(data.stops),
    known: knownWords(data, words, phrases),
    meant: new Map(),
    held: new Map(),
  };
}

function readPage(data, words, id) {
  return Object.fromEntries(
    FIELDS.map((field) => {
      let place = 0;
      return [field, data[field][id].map((step) => words[(place += step)]).join(" ")];
    }),
  );
}

// Each word that texts or phrases hold, with how many pages do.
function knownWords(data, words, phrases) {
  const known = new Map([...data.stops, ...phrases.flatMap((phrase) => phrase.words)].map((word) => [word, 0]));
  for (const page of FIELDS.flatMap((field) => data[field])) {
    let place = 0;
    for (const step of page) {
      const word = words[(place += step)];
      known.set(word, (known.get(word) ?? 0) + 1);
    }
  }
  return known;
}

// Words that mean the same, and words that ask for a kind of page.
function phrasesOf(data) {
  const groups = data.same.map((group) => group.map((phrase) => phrase.split(" ")));
  const same = groups.flatMap((group) => group.map((words) => ({ words, same: group.filter((other) => other !== words), kinds: [] })));
  const asking = Object.entries(data.asking).flatMap(([kind, phrases]) => phrases.map((phrase) => ({ words: phrase.split(" "), same: [], kinds: [kind] })));
  return [...same, ...asking];
}

// The phrases that begin at a place of what was typed, the longest only.
export function phrasesAt(index, typed, place) {
  // Words that say nothing are alike to many that say something.
  const fits = (word, other) => word === other || (!index.stops.has(word) && !index.stops.has(other) && alike(word, other));
  const found = index.phrases.filter(({ words }) => words.every((word, step) => place + step < typed.length && fits(word, typed[place + step])));
  const longest = Math.max(0, ...found.map(({ words }) => words.length));
  const long = found.filter(({ words }) => words.length === longest);
  // Extra is no extraer, where extra itself is known.
  const exact = long.filter(({ words }) => words.every((word, step) => word === typed[place + step]));
  return exact.length ? exact : long;
}
