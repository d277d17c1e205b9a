// From what was typed to what is meant: each part with the other ways to say it.

import { phrasesAt } from "./index.js";
import { typedWords } from "./words.js";

const SAID_OTHERWISE = 0.6;

// Words that say nothing count in passing, beside others: "yes to everything" is more than "everything".
export function partsOf(index, typed) {
  const words = typedWords(typed);
  const parts = [];
  for (let place = 0; place < words.length; ) {
    const phrases = phrasesAt(index, words, place);
    const length = phrases[0]?.words.length ?? 1;
    parts.push({ ...part(index, words.slice(place, place + length), phrases), passing: !phrases.length && index.stops.has(words[place]) });
    place += length;
  }
  const said = parts.filter(({ passing }) => !passing);
  return said.length ? [...said, ...parts.filter(({ passing }) => passing)] : parts.map((each) => ({ ...each, passing: false }));
}

function part(index, words, phrases) {
  const said = phrases.length ? words.filter((word) => !index.stops.has(word)) : words;
  const others = phrases.flatMap(({ same }) => same);
  return {
    kinds: phrases.flatMap(({ kinds }) => kinds),
    ways: [{ words: said, weight: 1 }, ...others.map((other) => ({ words: other, weight: SAID_OTHERWISE }))].filter((way) => way.words.length),
  };
}
