// Search by Pagefind in a dialog: "/" opens it, arrows walk the results.

import { plainLetters } from "../shell/letters.js";

const SHOWN = 12;
// Signs that Pagefind leaves out of its words, though they make another word: C#, C++, R&D, .NET.
const SIGN = /[\p{S}#&@/%*\\]|^\.|(?<=\p{L})\.(?=\p{L})/u;
const MOST_READ = 60;
// A trick that answers to the word comes before the pages that mention it.
const RANKING = { metaWeights: { title: 6, trick: 12, aliases: 3, summary: 2, kind: 0.5 } };

export function start() {
  const dialog = document.querySelector("#search");
  const search = new Search(dialog);
  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search.open();
    });
  }
  const examples = document.querySelector("[data-search-examples]");
  if (examples) {
    examples.hidden = false;
    for (const button of examples.querySelectorAll("[data-search-for]")) {
      button.addEventListener("click", () => search.open(button.dataset.searchFor));
    }
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.open();
    }
  });
}

class Search {
  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("input");
    this.status = dialog.querySelector(".search-status");
    this.list = dialog.querySelector(".search-results");
    this.words = JSON.parse(dialog.dataset.words);
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.latest = 0;
    this.input.addEventListener("input", () => this.find(this.input.value));
    dialog.addEventListener("keydown", (event) => this.walk(event));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  open(words) {
    if (!this.dialog.open) this.dialog.showModal();
    if (words !== undefined) this.input.value = words;
    this.input.focus();
    this.input.select();
    this.find(this.input.value);
  }

  async engine() {
    this.pagefind ??= import(new URL(this.dialog.dataset.bundle, document.baseURI).href).then(
      async (pagefind) => {
        const root = new URL(this.dialog.dataset.root, document.baseURI);
        // A worker of Pagefind's would be asked for outside the language's folder, where the service
        // worker that keeps this page's version of the index does not answer.
        const noWorker = Boolean(navigator.serviceWorker?.controller);
        await pagefind.options({ baseUrl: root.pathname, ranking: RANKING, noWorker });
        await pagefind.init();
        return pagefind;
      },
    );
    return this.pagefind;
  }

  async find(words) {
    const turn = ++this.latest;
    const query = words.trim();
    if (!query) {
      this.list.replaceChildren();
      this.status.textContent = this.words.hint;
      this.engine().catch(() => {});
      return;
    }
    if (!this.list.childElementCount) this.status.textContent = this.words.working;
    try {
      const pagefind = await this.engine();
      const { pages, count } = await found(pagefind, query);
      if (turn !== this.latest) return;
      this.list.replaceChildren(...pages.slice(0, SHOWN).map(resultItem));
      this.status.textContent = this.summary(count);
    } catch {
      this.pagefind = undefined;
      if (turn !== this.latest) return;
      this.list.replaceChildren();
      this.status.textContent = this.words.failed;
    }
  }

  summary(count) {
    if (!count) return this.words.none;
    const forms = this.words.results;
    return (forms[this.plural.select(count)] ?? forms.other).replace("{count}", count);
  }

  walk(event) {
    const stops = [this.input, ...this.list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      stops[(here + step + stops.length) % stops.length].focus();
    } else if (event.key === "Enter" && document.activeElement === this.input) {
      event.preventDefault();
      stops[1]?.click();
    } else if (event.key === "Escape") {
      // A search field would take the first Escape for itself.
      event.preventDefault();
      this.dialog.close();
    }
  }
}

async function found(pagefind, query) {
  const signed = query.split(/\s+/).filter((word) => SIGN.test(word)).map(plainLetters);
  if (!signed.length) {
    const { results } = await pagefind.search(query);
    return { pages: await Promise.all(results.slice(0, SHOWN).map((result) => result.data())), count: results.length };
  }
  // Quotes keep "c" from finding every word that begins with it; then the signs must stand there too.
  const letters = query.replace(/[^\p{L}\p{M}\p{N}\s]/gu, " ").trim();
  if (!letters) return { pages: [], count: 0 };
  const { results } = await pagefind.search(`"${letters}"`);
  const read = await Promise.all(results.slice(0, MOST_READ).map((result) => result.data()));
  const pages = read.filter((page) => {
    const words = plainLetters([page.content, ...Object.values(page.meta)].join(" "));
    return signed.every((word) => words.includes(word));
  });
  return { pages, count: pages.length };
}

function resultItem(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.append(
    part("result-kind", page.meta.kind ?? ""),
    part("result-title", page.meta.title),
    part("result-summary", page.meta.summary ?? ""),
  );
  item.append(link);
  return item;
}

function part(name, words) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = words;
  return span;
}
