// Compare words as people type them: without accents or capitals.

export function plainLetters(words) {
  return words.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
