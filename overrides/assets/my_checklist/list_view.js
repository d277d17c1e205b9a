// Draw a list in the page: what was chosen, the acts and signs, the way back on paper.

import { fillWithPieces } from "../shell/trusted.js";
import { listed, say } from "../shell/words.js";
import { unknown } from "./derivation.js";
import { qrCode } from "./way_back.js";

export class ListView {
  constructor(page, root, words, guide) {
    this.page = page;
    this.root = root;
    this.words = words;
    this.guide = guide;
  }

  showUnknown(selection) {
    const slugs = unknown(this.guide, selection);
    const place = this.page.querySelector("[data-mine-unknown]");
    place.hidden = slugs.length === 0;
    if (slugs.length) place.textContent = say(this.words.unknown, { count: slugs.length, names: listed(slugs) });
  }

  // `fixed`: the reader only looks at the list. `keepOpen`: the place stays, though nothing stands in it.
  showChosen(tricks, selection, { fixed, keepOpen }) {
    const acts = selection.countermeasures.filter((slug) => this.guide.acts.has(slug));
    const template = this.page.querySelector("[data-chosen-item]");
    const line = (kind, slug, link) => {
      const item = template.content.firstElementChild.cloneNode(true);
      const button = item.querySelector("button");
      fillWithPieces(item.querySelector("[data-link]"), link);
      item.querySelector("[data-remove-words]").textContent = say(this.words.remove, {
        name: item.querySelector("a").textContent,
      });
      button.hidden = fixed;
      button.dataset.kind = kind;
      button.dataset.slug = slug;
      return item;
    };
    this.page.querySelector(".chosen-list").replaceChildren(
      ...tricks.map((trick) => line("tricks", trick.slug, trick.link)),
      ...acts.map((slug) => line("countermeasures", slug, this.guide.acts.get(slug).link)),
    );
    this.page.querySelector("[data-mine-chosen]").hidden = tricks.length + acts.length === 0 && !keepOpen;
  }

  showList({ tricks, acts }) {
    for (const section of this.root.querySelectorAll("section[data-section]")) {
      const inside = acts.filter((act) => act.section === section.dataset.section);
      section.hidden = inside.length === 0;
      const items = section.querySelector("ul.items");
      if (section.dataset.section === "signs") {
        section.hidden = tricks.length === 0;
        fillWithPieces(section.querySelector(".sign-groups"), tricks.map((trick) => trick.signs).join(""));
      } else if (items) {
        fillWithPieces(items, inside.map((act) => act.item).join(""));
      }
    }
    [...this.root.querySelectorAll("[data-trick]")].forEach((group, index) => {
      group.id = `trick-${index + 1}`;
      group.querySelector(".trick-number").textContent = index + 1;
    });
    for (const act of acts) this.#showReferences(act, tricks);
  }

  #showReferences(act, tricks) {
    const refs = document.getElementById(`act-${act.slug}`).querySelector(".refs");
    refs.hidden = act.answers.length === 0;
    for (const number of act.answers) {
      const link = this.page.querySelector("[data-ref]").content.firstElementChild.cloneNode(true);
      link.href = `#trick-${number}`;
      link.querySelector(".ref-number").textContent = number;
      link.querySelector(".ref-name").textContent = tricks[number - 1].name;
      refs.append(" ", link);
    }
  }

  // For paper: the address to come back to, in letters and as a QR code.
  async showWayBack(address) {
    const place = document.querySelector("[data-way-back]");
    place.querySelector("span").textContent = address.replace(/^https?:\/\//, "");
    const code = await qrCode(address);
    // A list longer than a QR code holds keeps its address in letters.
    place.querySelector("div").replaceChildren(...(code ? [code] : []));
  }
}
