// From what was typed to what is meant: each part with the other ways to say it.

import { phrasesAt } from "./index.js";
import { meant } from "./slips.js";
import { typedWords } from "./words.js";

const SAID_OTHERWISE = 0.38;

// Words that say nothing count in passing, beside others: "yes to everything" is more than "everything".
export function partsOf(index, typed) {
  const words = typedWords(typed).map((word) => meant(index, word));
  const parts = [];
  for (let place = 0; place < words.length; ) {
    const phrases = phrasesAt(index, words, place);
    const length = phrases[0]?.words.length ?? 1;
    parts.push({ ...part(index, words.slice(place, place + length), phrases), passing: !phrases.length && index.stops.has(words[place]) });
    place += length;
  }
  const telling = parts.filter(({ passing, asking }) => !passing && !asking);
  if (telling.length) return [...telling, ...parts.filter((each) => !telling.includes(each))];
  const asking = parts.filter((each) => each.asking);
  return (asking.length ? asking : parts).map((each) => ({ ...each, passing: false, asking: false }));
}

function part(index, words, phrases) {
  const said = phrases.length ? tellingOf(index, words) : words;
  const others = phrases.flatMap(({ same }) => same);
  const kinds = phrases.flatMap((phrase) => phrase.kinds);
  return {
    kinds,
    asking: kinds.length > 0,
    ways: [
      { words: said, weight: 1, typed: true, close: false },
      ...others.map((other) => ({ words: tellingOf(index, other), weight: SAID_OTHERWISE, typed: false, close: other.length > 1 })),
    ].filter((way) => way.words.length),
  };
}

function tellingOf(index, words) {
  return words.filter((word) => !index.stops.has(word));
}
