// From what was typed to what is meant: each part with the other ways to say it.

import { phrasesAt } from "./index.js";
import { typedWords } from "./words.js";

const SAID_OTHERWISE = 0.6;

export function partsOf(index, typed) {
  const words = typedWords(typed);
  const parts = [];
  for (let place = 0; place < words.length; ) {
    const phrases = phrasesAt(index, words, place);
    const length = phrases[0]?.words.length ?? 1;
    const said = words.slice(place, place + length);
    if (phrases.length || !index.stops.has(words[place])) parts.push(part(said, phrases));
    place += length;
  }
  return parts.length ? parts : words.map((word) => part([word], []));
}

function part(words, phrases) {
  const others = phrases.flatMap(({ same }) => same);
  return {
    kinds: phrases.flatMap(({ kinds }) => kinds),
    ways: [{ words, weight: 1 }, ...others.map((other) => ({ words: other, weight: SAID_OTHERWISE }))],
  };
}
