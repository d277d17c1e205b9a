// “My checklist”: one list of any tricks and countermeasures. It is kept on the device and stands in the
// address, so that it can be sent; a list that came by address never replaces the reader's own unasked.

import { Checklist } from "../checklist/checklist.js";
import { derive, unknown } from "./derivation.js";
import { canKeep } from "../shell/kept.js";
import { Selection, keepSelection, whenSelectionChanges } from "./selection.js";
import { fillWithPieces } from "../shell/trusted.js";
import { listed, say, wordsOf } from "../shell/words.js";
import { qrCode } from "./way_back.js";

export async function start() {
  const page = document.querySelector("[data-mine-page]");
  const words = wordsOf(page);
  const root = document.querySelector("[data-mine]");
  let guide;
  try {
    const { tricks, acts } = await (await fetch(root.dataset.source)).json();
    // Slugs come from addresses: an object would know "constructor" without being told.
    guide = { tricks, acts: new Map(Object.entries(acts)) };
  } catch {
    notice(page.querySelector("[data-mine-unknown]"), words.failed);
    return;
  }
  new MyChecklist(page, root, words, guide);
}

class MyChecklist {
  constructor(page, root, words, guide) {
    this.page = page;
    this.root = root;
    this.words = words;
    this.guide = guide;
    this.sent = Selection.inAddress(location.search);
    this.checklist = new Checklist(root);
    page.querySelector("[data-mine-foreign]").addEventListener("click", (event) => {
      const answer = event.target.closest("[data-take]")?.dataset.take;
      if (answer) this.take(answer);
    });
    page.querySelector(".chosen-list").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.remove(button);
    });
    page.querySelector("[data-mine-undo] button").addEventListener("click", () => this.undo());
    document.querySelector("[data-copy-link]").addEventListener("click", () => this.copyLink());
    whenSelectionChanges(() => this.show());
    this.show();
  }

  // A list came by the address and is not the reader's own.
  get foreign() {
    return this.sent.size > 0 && !history.state?.own && !this.sent.equals(Selection.kept()) && canKeep();
  }

  get selection() {
    return this.foreign || !canKeep() ? this.sent : Selection.kept();
  }

  show() {
    const { foreign, selection } = this;
    if (!foreign) history.replaceState({ own: true }, "", selection.toAddress() || location.pathname);
    this.page.querySelector("[data-mine-foreign]").hidden = !foreign;
    this.page.querySelector('[data-take="join"]').hidden = Selection.kept().size === 0;
    this.showUnknown(unknown(this.guide, selection));
    const list = derive(this.guide, selection);
    this.showChosen(list.tricks, selection, foreign);
    this.showList(list);
    const empty = list.acts.length === 0;
    this.root.hidden = empty;
    document.querySelector("[data-mine-actions]").hidden = empty;
    if (foreign) this.checklist.stopKeeping();
    this.checklist.show();
    if (!empty) this.showWayBack(this.addressOf(selection));
  }

  // For paper: the address to come back to, in letters and as a QR code.
  async showWayBack(address) {
    const place = document.querySelector("[data-way-back]");
    place.querySelector("span").textContent = address.replace(/^https?:\/\//, "");
    const code = await qrCode(address);
    // A list longer than a QR code holds keeps its address in letters.
    place.querySelector("div").replaceChildren(...(code ? [code] : []));
  }

  addressOf(selection) {
    return `${location.origin}${location.pathname}${selection.toAddress()}`;
  }

  showUnknown(slugs) {
    const place = this.page.querySelector("[data-mine-unknown]");
    place.hidden = slugs.length === 0;
    if (slugs.length) notice(place, say(this.words.unknown, { count: slugs.length, names: listed(slugs) }));
  }

  showChosen(tricks, selection, foreign) {
    const acts = selection.countermeasures.filter((slug) => this.guide.acts.has(slug));
    const template = this.page.querySelector("[data-chosen-item]");
    const line = (kind, slug, link) => {
      const item = template.content.firstElementChild.cloneNode(true);
      const button = item.querySelector("button");
      fillWithPieces(item.querySelector("[data-link]"), link);
      item.querySelector("[data-remove-words]").textContent = say(this.words.remove, {
        name: item.querySelector("a").textContent,
      });
      button.hidden = foreign;
      button.dataset.kind = kind;
      button.dataset.slug = slug;
      return item;
    };
    this.page.querySelector(".chosen-list").replaceChildren(
      ...tricks.map((trick) => line("tricks", trick.slug, trick.link)),
      ...acts.map((slug) => line("countermeasures", slug, this.guide.acts.get(slug).link)),
    );
    this.page.querySelector("[data-mine-chosen]").hidden = tricks.length + acts.length === 0 && !this.before;
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
    for (const act of acts) this.showReferences(act, tricks);
  }

  showReferences(act, tricks) {
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

  take(answer) {
    const own = Selection.kept();
    const wanted = { replace: this.sent, join: own.with(this.sent), leave: own }[answer];
    this.sent = new Selection();
    this.checklist.keepAgain(answer !== "leave");
    this.change(wanted, this.words.kept);
    this.focusOnChosen();
  }

  remove(button) {
    const buttons = [...this.page.querySelectorAll(".chosen-list button")];
    const place = buttons.indexOf(button);
    const { kind, slug } = button.dataset;
    this.before = this.selection;
    const gone = kind === "tricks" ? new Selection([slug]) : new Selection([], [slug]);
    const name = button.closest("li").querySelector("a").textContent;
    this.change(this.selection.without(gone), say(this.words.removed, { name }));
    this.page.querySelector("[data-mine-undo]").hidden = false;
    const left = [...this.page.querySelectorAll(".chosen-list button")];
    (left[Math.min(place, left.length - 1)] ?? this.page.querySelector("[data-mine-undo] button")).focus();
  }

  undo() {
    const before = this.before;
    this.before = undefined;
    this.page.querySelector("[data-mine-undo]").hidden = true;
    this.change(before, say(this.words.size, { count: before.size }));
    this.focusOnChosen();
  }

  change(selection, words) {
    if (!canKeep()) this.sent = selection;
    keepSelection(selection);
    this.page.querySelector("[data-mine-status]").textContent = words;
  }

  focusOnChosen() {
    document.getElementById("chosen").focus();
  }

  async copyLink() {
    const address = this.addressOf(this.selection);
    const place = document.querySelector("[data-copied]");
    const byHand = place.querySelector("[data-copied-by-hand]");
    place.hidden = false;
    try {
      await navigator.clipboard.writeText(address);
      place.querySelector("[data-copied-words]").textContent = this.words.copied;
      byHand.hidden = true;
    } catch {
      byHand.hidden = false;
      const field = byHand.querySelector("input");
      field.value = address;
      field.focus();
      field.select();
    }
  }
}

function notice(place, words) {
  place.hidden = false;
  place.textContent = words;
}
