// Results as links: the kind of page, its title, its summary, and the sentence that holds what was typed.

import { bestSentence, held, marked } from "./sentences.js";

export function resultItems(finder, hits) {
  return Promise.all(hits.map(async (hit) => resultItem(finder.url(hit.path), hit, await finder.passages(hit.path))));
}

function resultItem(url, { words }, { label, title, summary, said }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.append(part("result-kind", [label]), part("result-title", marked(title, words)), part("result-summary", marked(summary, words)));
  const sentence = bestSentence(said, words, held(`${title} ${summary}`, words));
  if (sentence) link.append(part("result-said", marked(sentence, words)));
  item.append(link);
  return item;
}

// Where nothing was found: pages whose words look alike, else words that others look for.
export function nearThings(items, words, search) {
  const line = document.createElement("p");
  line.textContent = items.length ? words.near : words.others;
  const list = document.createElement("ul");
  list.append(...(items.length ? items : words.examples.split(",").map((word) => example(word.trim(), search))));
  if (!items.length) list.className = "search-examples";
  return [line, list];
}

function example(word, search) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.addEventListener("click", () => search(word));
  item.append(button);
  return item;
}

function part(name, nodes) {
  const span = document.createElement("span");
  span.className = name;
  span.append(...nodes);
  return span;
}
