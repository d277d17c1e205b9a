// The sentence that holds most of the words found, cut around them where it is long, and the words marked.

import { placedWords } from "./words.js";

const LONGEST = 240;
const BEFORE = 80;

// The words of `found` that a text holds, each once.
export function held(text, found) {
  return new Set(placedWords(text).map(({ word }) => word).filter((word) => found.has(word)));
}

// The best sentence that says more of `found` than `known` does; undefined where none does.
export function bestSentence(paragraphs, found, known) {
  const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
  let best;
  let most = known.size;
  for (const { segment } of paragraphs.flatMap((paragraph) => [...sentences.segment(paragraph)])) {
    const count = held(segment, found).size;
    if (count > most) [best, most] = [segment.trim(), count];
  }
  return best && shortened(best, found);
}

function shortened(sentence, found) {
  if (sentence.length <= LONGEST) return sentence;
  const letters = [...sentence];
  const first = placedWords(sentence).find(({ word }) => found.has(word)).from;
  const from = first <= BEFORE ? 0 : letters.indexOf(" ", first - BEFORE) + 1;
  const end = letters.lastIndexOf(" ", from + LONGEST);
  const last = from + LONGEST >= letters.length ? letters.length : end;
  return `${from ? "… " : ""}${letters.slice(from, last).join("")}${last < letters.length ? " …" : ""}`;
}

// A text as nodes, the words found in it marked.
export function marked(text, found) {
  const letters = [...text.normalize("NFC")];
  const nodes = [];
  let end = 0;
  for (const { word, from, to } of placedWords(text)) {
    if (!found.has(word)) continue;
    const mark = document.createElement("mark");
    mark.textContent = letters.slice(from, to).join("");
    nodes.push(letters.slice(end, from).join(""), mark);
    end = to;
  }
  return [...nodes, letters.slice(end).join("")];
}
