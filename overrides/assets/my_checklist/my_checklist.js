// “My checklist”: one list of any tricks and countermeasures. It is kept on the device and stands in the
// address, so that it can be sent; a list that came by address never replaces the reader's own unasked.

import { Checklist } from "../checklist/checklist.js";
import { canKeep, isBlocked } from "../shell/kept.js";
import { cameBack, rememberPlace } from "../shell/place.js";
import { jsonOf } from "../shell/served.js";
import { say, wordsOf } from "../shell/words.js";
import { copyLink } from "./copy_link.js";
import { derive } from "./derivation.js";
import { ListView } from "./list_view.js";
import { ReplacedList } from "./replaced_list.js";
import * as choice from "./selection.js";
import { Selection } from "./selection.js";

export async function start() {
  const page = document.querySelector("[data-mine-page]");
  const words = wordsOf(page);
  const root = document.querySelector("[data-mine]");
  const backToPlace = rememberPlace("h2[id], .item[id]");
  choice.showHere();
  let guide;
  try {
    const { tricks, acts } = await jsonOf(root.dataset.source);
    // Slugs come from addresses: an object would know "constructor" without being told.
    guide = { tricks, acts: new Map(Object.entries(acts)) };
  } catch {
    const place = page.querySelector("[data-mine-unknown]");
    place.hidden = false;
    place.textContent = words.failed;
    return;
  }
  new MyChecklist(page, root, words, guide);
  backToPlace();
}

class MyChecklist {
  constructor(page, root, words, guide) {
    this.page = page;
    this.root = root;
    this.words = words;
    this.guide = guide;
    this.view = new ListView(page, root, words, guide);
    this.checklist = new Checklist(root);
    const [told, status] = ["[data-mine-replaced]", "[data-mine-status]"].map((name) => page.querySelector(name));
    this.replaced = new ReplacedList(told, status, words, () => this.focusOnList());
    this.foreign = null;
    page.querySelector("[data-mine-foreign]").addEventListener("click", (event) => this.answered(event));
    page.querySelector("[data-mine-unkept]").addEventListener("click", (event) => this.answered(event));
    page.querySelector(".chosen-list").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.remove(button);
    });
    page.querySelector("[data-mine-undo] button").addEventListener("click", () => this.undo());
    document
      .querySelector("[data-copy-link]")
      .addEventListener("click", () => copyLink(this.addressOf(this.selection), words));
    if (!cameBack()) this.replaced.endEarlierOffer();
    this.takeIn(Selection.inAddress(location.search));
    choice.whenSelectionChanges(() => this.show());
    this.show();
    if (!this.foreign) this.replaced.open();
  }

  // A list in the address that is not the reader's own is looked at until they decide; where nothing can be
  // kept, there is nothing to decide. An address that this page wrote for an earlier state of their own is theirs.
  takeIn(sent) {
    const own = history.state?.own && !isBlocked();
    if (sent.size === 0 || own || sent.equals(Selection.kept())) return;
    if (canKeep()) this.foreign = sent;
    else choice.showUnkept(sent);
  }

  get selection() {
    return this.foreign ?? choice.currentSelection();
  }

  show() {
    const { foreign, selection } = this;
    const unkept = choice.isUnkept();
    if (!foreign) this.writeAddress(selection, !unkept);
    this.page.querySelector("[data-mine-foreign]").hidden = !foreign;
    this.page.querySelector('[data-take="join"]').hidden = Selection.kept().size === 0;
    this.showUnkept(unkept && !foreign);
    this.view.showUnknown(selection);
    const list = derive(this.guide, selection);
    this.view.showChosen(list.tricks, selection, { fixed: foreign !== null, keepOpen: Boolean(this.before) });
    this.view.showList(list);
    const empty = list.acts.length === 0;
    this.root.hidden = empty;
    document.querySelector("[data-mine-actions]").hidden = empty;
    if (foreign) this.checklist.stopKeeping();
    this.checklist.show();
    this.replaced.show(!foreign);
    if (!empty) this.view.showWayBack(this.addressOf(selection));
  }

  writeAddress(selection, own) {
    const address = (selection.toAddress() || location.pathname) + location.hash;
    history.replaceState({ ...history.state, own }, "", address);
  }

  showUnkept(unkept) {
    const place = this.page.querySelector("[data-mine-unkept]");
    place.hidden = !unkept;
    if (!unkept) return;
    const blocked = isBlocked();
    place.querySelector("p").textContent = blocked ? this.words.blocked : this.words.no_room;
    place.querySelector("[data-take=retry]").hidden = blocked;
    place.querySelector("[data-take=leave]").hidden = Selection.kept().size === 0;
  }

  addressOf(selection) {
    return `${location.origin}${location.pathname}${selection.toAddress()}`;
  }

  answered(event) {
    const answer = event.target.closest("[data-take]")?.dataset.take;
    if (!answer) return;
    const shown = this.selection;
    this.foreign = null;
    this.checklist.keepAgain(answer !== "leave");
    if (answer === "leave") this.leave();
    else this.take(answer === "join" ? Selection.kept().with(shown) : shown);
    this.focusOnList();
  }

  leave() {
    choice.showUnkept(null);
    this.tell(say(this.words.size, { count: this.selection.size }));
  }

  take(wanted) {
    const kept = choice.replaceSelection(wanted);
    if (kept) this.replaced.open();
    else this.tell(isBlocked() ? this.words.blocked : this.words.no_room);
  }

  remove(button) {
    const buttons = [...this.page.querySelectorAll(".chosen-list button")];
    const place = buttons.indexOf(button);
    const { kind, slug } = button.dataset;
    this.before = this.selection;
    const gone = kind === "tricks" ? new Selection([slug]) : new Selection([], [slug]);
    const name = button.closest("li").querySelector("a").textContent;
    choice.keepSelection(this.selection.without(gone));
    this.tell(say(this.words.removed, { name }));
    this.page.querySelector("[data-mine-undo]").hidden = false;
    const left = [...this.page.querySelectorAll(".chosen-list button")];
    (left[Math.min(place, left.length - 1)] ?? this.page.querySelector("[data-mine-undo] button")).focus();
  }

  undo() {
    const before = this.before;
    this.before = undefined;
    this.page.querySelector("[data-mine-undo]").hidden = true;
    choice.keepSelection(before);
    this.tell(say(this.words.size, { count: before.size }));
    this.focusOnList();
  }

  tell(words) {
    this.page.querySelector("[data-mine-status]").textContent = words;
  }

  // To what is on the list, or to how one begins where nothing is.
  focusOnList() {
    const chosen = document.getElementById("chosen");
    const target = chosen.closest("section").hidden ? document.getElementById("start-from") : chosen;
    target.focus();
  }
}
