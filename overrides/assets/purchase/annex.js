// The annex for the contract with one vendor: what it promised, and the clauses that were picked, in one numbering with
// blanks marked. It is printed with the page, or saved as a Word file.

import { saveFile } from "../checklist/exporting.js";
import { conflicts } from "../clauses/picks.js";
import { wordingOf } from "../clauses/wording.js";
import { element } from "../calculator/fields.js";
import { listed, say } from "../shell/words.js";
import { today } from "./days.js";
import { lineOf } from "./promises.js";
import { toWordFile } from "./word_file.js";

export class Annex {
  // words: those of the annex, with those of promises in `promises`.
  constructor(root, words) {
    Object.assign(this, { root, words });
    this.section = root.querySelector("[data-annex]");
    this.choice = this.section.querySelector("select");
    this.status = this.section.querySelector("[data-annex-status]");
    const items = this.section.querySelector("[data-clauses-known]").content.children;
    this.known = new Map([...items].map((item) => [item.dataset.slug, item]));
    this.choice.addEventListener("change", () => this.choose());
    this.section.querySelector("[data-annex-word]").addEventListener("click", () => this.save());
  }

  show(purchase) {
    this.purchase = purchase;
    const { vendors, promises } = purchase;
    this.section.hidden = !vendors.length;
    const before = this.choice.value;
    this.choice.replaceChildren(...vendors.map(({ id, name }) => new Option(name, id)));
    const first = vendors.find(({ id }) => promises.some(({ vendor }) => vendor === id)) ?? vendors[0];
    this.choice.value = (vendors.some(({ id }) => id === before) ? before : first?.id) ?? "";
    this.choose();
  }

  of(vendor) {
    this.choice.value = vendor;
    this.choose();
  }

  // On paper stands what is this vendor's alone: an annex is shown to the vendor.
  choose() {
    this.status.textContent = "";
    for (const group of this.root.querySelectorAll("[data-vendor-promises]")) {
      group.classList.toggle("is-of-another", group.dataset.vendorPromises !== this.choice.value);
    }
    const { vendor, promises, clauses, same } = this.parts();
    const named = { vendor: vendor?.name ?? "" };
    this.root.querySelector("[data-annex-contract]").textContent = say(this.words.contract, named);
    this.section.querySelector("[data-annex-vendor-signs]").textContent = say(this.words.sign_vendor, named);
    this.section.querySelector("[data-annex-clauses]").hidden = !clauses.length;
    this.section.querySelector("[data-no-clauses]").hidden = clauses.length > 0;
    const notices = same.map((text) => element("li", { class: "notice" }, text));
    this.section.querySelector("[data-conflicts]").replaceChildren(...notices);
    const list = this.section.querySelector("[data-annex-list]");
    list.start = promises.length + 1;
    list.replaceChildren(...clauses.map(({ item }) => item.cloneNode(true)));
  }

  // {vendor, promises, clauses: [{name, wording, item}], same: what is told of clauses that settle the same}.
  parts() {
    const { vendors, promises, clauses } = this.purchase;
    const vendor = vendors.find(({ id }) => id === this.choice.value);
    // By subject, as the list of all clauses has them.
    const slugs = [...this.known.keys()].filter((slug) => clauses.includes(slug));
    const nameOf = (slug) => this.known.get(slug).querySelector("strong").textContent.trim();
    return {
      vendor,
      promises: promises.filter((each) => each.vendor === vendor?.id),
      clauses: slugs.map((slug) => ({ name: nameOf(slug), wording: wordingOf(this.known.get(slug)), item: this.known.get(slug) })),
      same: conflicts(slugs, (slug) => this.known.get(slug).dataset.matter).map((all) =>
        say(this.words.conflict, { clauses: listed(all.map(nameOf)) }),
      ),
    };
  }

  shared() {
    return [...this.section.querySelectorAll("[data-annex-shared]")].map(({ children }) => {
      const [heading, ...plain] = [...children].map((each) => each.textContent);
      return { heading, plain };
    });
  }

  async save() {
    const { vendor, promises, clauses, same } = this.parts();
    if (!promises.length && !clauses.length) {
      this.status.textContent = this.words.empty;
      return;
    }
    const { words } = this;
    const annex = {
      title: words.title,
      subtitle: this.purchase.name,
      notice: words.for_lawyer,
      opening: say(words.contract, { vendor: vendor.name }),
      parts: [
        { heading: words.promises_head, items: promises.map((each) => [lineOf(each, words.promises)]) },
        { heading: words.clauses_head, items: clauses.map(({ name, wording }) => [name, ...wording]), notes: same, named: true },
        // Whoever opens it sees first what was agreed.
        ...this.shared(),
      ].filter(({ items }) => items?.length !== 0),
      end: words.blanks,
      signatures: {
        parties: [words.sign_customer, say(words.sign_vendor, { vendor: vendor.name })],
        lines: [words.sign_name, words.sign_post, words.date, words.sign_signature],
      },
    };
    try {
      saveFile(`${words.file}-${today()}.docx`, "", await toWordFile(annex));
      this.status.textContent = words.saved;
    } catch {
      this.status.textContent = words.failed;
    }
  }
}
