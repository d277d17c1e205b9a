// Which form is answered, the whole or the few statements that weigh most. The address tells, so that Back,
// a reload and a shared link do; where it does not, the form last used on this device.

import { forget, keep, read } from "../shell/kept.js";
import { say } from "../shell/words.js";
import { ofForm } from "./scoring.js";

export class ChosenForm {
  constructor(root, { assessment, statements, short }, words, { whenChosen, whenGoingOn }) {
    this.root = root;
    this.name = `assessment-form.${assessment}`;
    this.all = statements;
    this.short = short;
    this.words = words;
    this.whenChosen = whenChosen;
    this.whenGoingOn = whenGoingOn;
    this.form = "all";
    this.links = [...root.querySelectorAll("[data-forms] a")];
  }

  get statements() {
    return ofForm(this.all, this.short, this.form);
  }

  // An assessment without a short form needs nothing of this.
  start() {
    if (!this.short.length) return;
    this.root.querySelector("[data-forms]").hidden = false;
    for (const link of this.links) this.#chooses(link, () => {});
    const rest = this.root.querySelector("[data-rest] a");
    this.#chooses(rest, this.whenGoingOn);
    window.addEventListener("popstate", () => this.#change(this.#told()));
    this.form = this.#told();
    if (this.form === "short") this.#address("replaceState");
    this.#show();
  }

  choose(form) {
    if (!this.short.length || form === this.form) return;
    this.form = form;
    this.#address("pushState");
    this.keep();
    this.#changed();
  }

  keep() {
    if (this.short.length) keep(this.name, this.form);
  }

  forget() {
    forget(this.name);
  }

  #chooses(link, then) {
    link.addEventListener("click", (event) => {
      // What opens another tab does so.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.choose(link.dataset.formChoice);
      then();
    });
  }

  #told() {
    const asked = new URLSearchParams(location.search).get("form");
    const linked = this.all.some(({ id }) => id === location.hash.slice(1) && !this.short.includes(id));
    return [asked, linked ? "all" : read(this.name)].find((form) => form === "short" || form === "all") ?? "all";
  }

  #address(how) {
    const address = new URL(location.href);
    address.searchParams.set("form", this.form);
    if (how === "pushState") address.hash = "";
    history[how](history.state, "", address);
  }

  #change(form) {
    if (form === this.form) return;
    this.form = form;
    this.#changed();
  }

  #changed() {
    this.#show();
    const count = this.statements.length;
    this.root.querySelector("[data-form-status]").textContent = say(this.words.form_shown, { count });
    this.whenChosen();
  }

  // Numbers begin at 1 in each form, so that nobody looks for those between.
  #show() {
    const shown = this.statements.map(({ id }) => id);
    for (const { id } of this.all) {
      const field = document.getElementById(id);
      field.hidden = !shown.includes(id);
      if (!field.hidden) field.querySelector(".statement-number").textContent = shown.indexOf(id) + 1;
    }
    for (const phase of this.root.querySelectorAll("[data-phase]")) {
      phase.hidden = !phase.querySelector(".statement:not([hidden])");
    }
    for (const sum of this.root.querySelectorAll("[data-sum]")) sum.hidden = sum.dataset.sum !== this.form;
    for (const link of this.links) {
      if (link.dataset.formChoice === this.form) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}
