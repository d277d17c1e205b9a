// What counts as a word: the same rule as in scripts/pages/search_words.py, so that both find the same.

const WORD = /(?:(?<![\p{L}\p{N}])\.(?=\p{L}))?[\p{L}\p{N}]+(?:[#+]+(?![\p{L}\p{N}])|(?:[&.][\p{L}\p{N}]+)+)?/gu;

// Without accents or capitals.
export function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Texts are long and letters few: each is made plain once.
const letters = new Map();

function plainLetter(letter) {
  let folded = letters.get(letter);
  if (folded === undefined) letters.set(letter, (folded = plain(letter)));
  return folded;
}

// Each word of a text with its place in it.
export function placedWords(text) {
  // Letter by letter, since an accent that goes moves all that follows.
  const places = [];
  let folded = "";
  let place = 0;
  for (const letter of text.normalize("NFC")) {
    folded += plainLetter(letter);
    while (places.length < folded.length) places.push(place);
    place += 1;
  }
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: places[index], to: places[index + word.length - 1] + 1 }));
}

// The words of what somebody typed; one letter alone says nothing beside others.
export function typedWords(typed) {
  const words = (plain(typed).match(WORD) ?? []).flatMap((word) => (/\p{L}[.]\p{L}/u.test(word) ? word.split(".") : [word]));
  const long = words.filter((word) => word.length > 1 || /\p{N}/u.test(word));
  return long.length ? long : words;
}

// Whether two words differ only in their ending: plurals, genders, tenses, in any language with endings.
export function alike(one, other) {
  if (one === other) return true;
  const longest = Math.max(one.length, other.length);
  const least = Math.max(4, Math.ceil(longest * 0.7));
  return longest - Math.min(one.length, other.length) <= 3 && one.length >= least && one.slice(0, least) === other.slice(0, least);
}
