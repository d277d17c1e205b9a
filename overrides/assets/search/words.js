// What counts as a word: the same rule as in scripts/pages/search_words.py, so that both find the same.

const WORD = /(?:(?<![\p{L}\p{N}])\.(?=\p{L}))?[\p{L}\p{N}]+(?:[#+]+(?![\p{L}\p{N}])|(?:[&.][\p{L}\p{N}]+)+)?/gu;

// Without accents or capitals.
export function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Each word of a text with its place in it.
export function placedWords(text) {
  // Letter by letter, since an accent that goes moves all that follows.
  const letters = [...text.normalize("NFC")];
  const folded = letters.map(plain);
  const places = folded.flatMap((letter, place) => [...letter].map(() => place));
  return [...folded.join("").matchAll(WORD)].map((found) => {
    const first = [...found.input.slice(0, found.index)].length;
    const length = [...found[0]].length;
    return { word: found[0], from: places[first], to: places[first + length - 1] + 1 };
  });
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
