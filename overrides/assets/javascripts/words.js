// The interface's words stand in the page, in its language; here their places and plurals are filled.

const language = () => document.documentElement.lang;

export function wordsOf(element) {
  return JSON.parse(element.dataset.words);
}

export function say(pattern, values = {}) {
  let words = pattern;
  if (typeof words !== "string") {
    const form = new Intl.PluralRules(language()).select(values.count);
    words = words[form] ?? words.other;
  }
  return words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

export function listed(items) {
  return new Intl.ListFormat(language()).format(items);
}
