// Finds pages of the page's language for what somebody typed; loads what that takes when it is first asked.

import { opened } from "./index.js";
import { partsOf } from "./query.js";
import { nearest, ranked, wordsOn } from "./ranking.js";
import { jsonOf, pageAt } from "../shell/served.js";

// Below this share of the best page's worth, a page beyond the first few only mentions a word of the question.
const LEAST = 0.25;
const FIRST = 3;
const MOST_NEAR = 3;

export class Finder {
  constructor(address, base) {
    this.address = new URL(address, document.baseURI).href;
    this.base = new URL(base, document.baseURI).href;
    this.read = new Map();
  }

  ready() {
    this.index ??= Promise.all([jsonOf(this.address), import("../vendor/minisearch.js")]).then(([data, engine]) =>
      opened(data, engine.default),
    );
    this.index.catch(() => {
      this.index = undefined;
    });
    return this.index;
  }

  async find(typed) {
    const index = await this.ready();
    const parts = partsOf(index, typed);
    const all = ranked(index, parts);
    const hits = all.filter(({ score }, place) => place < FIRST || score >= all[0].score * LEAST);
    const near = hits.length ? [] : nearest(index, parts).slice(0, MOST_NEAR);
    return { hits: hits.map((hit) => this.placed(index, { ...hit, words: wordsOn(index, parts, hit.page) })), near: near.map((hit) => this.placed(index, hit)) };
  }

  placed(index, { page, words }) {
    return { path: index.paths[page], kind: index.kinds[page], words };
  }

  url(path) {
    return pageAt(new URL(path || ".", this.base).href);
  }

  // What a result shows of a page, or of one place of it.
  async passages(path) {
    const [page, place = ""] = path.split("#");
    if (!this.read.has(page)) this.read.set(page, jsonOf(new URL(`${page}found.json`, this.base).href));
    try {
      return (await this.read.get(page))[place];
    } catch (error) {
      this.read.delete(page);
      throw error;
    }
  }
}
