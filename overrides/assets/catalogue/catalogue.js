// Filters, order and look of a list: the address keeps what is chosen, the counts follow it.

import { keepChoice, takeChoice } from "./choice.js";
import { Listing } from "./listing.js";
import { fill } from "../shell/words.js";

const WIDE = window.matchMedia("(min-width: 48em)");

export function start() {
  const form = document.querySelector("[data-catalogue]");
  const facets = [...form.querySelectorAll("select[data-facet]")];
  const words = form.querySelector('input[type="search"]');
  const order = form.querySelector("select[data-order]");
  const rows = form.querySelector('input[type="checkbox"]');
  const fold = form.querySelector("[data-fold]");
  const status = form.querySelector("[data-shown]");
  const reset = form.querySelector('[type="reset"]');
  const listing = new Listing(facets.map((facet) => facet.name));
  const labels = new Map(facets.flatMap((facet) => [...facet.options]).map((option) => [option, option.text]));

  function show() {
    const wanted = new Map(facets.map((facet) => [facet.name, facet.value]));
    if (order) listing.sort(order.value, facets.find((facet) => facet.name === order.value));
    const shown = listing.narrow(words.value, wanted);
    for (const facet of facets) {
      const counts = listing.counts(words.value, wanted, facet.name);
      for (const option of facet.options) {
        if (option.value) option.text = `${labels.get(option)} (${counts.get(option.value) ?? 0})`;
      }
    }
    if (rows) document.querySelector("article").classList.toggle("as-rows", rows.checked);
    fill(status, { shown, all: listing.size });
    const chosen = facets.filter((facet) => facet.value).length;
    fill(form.querySelector("[data-chosen]"), { count: chosen });
    form.querySelector("[data-chosen]").hidden = chosen === 0;
    reset.hidden = keepChoice(form) === 0;
  }

  takeChoice(form);
  fold.open = WIDE.matches;
  WIDE.addEventListener("change", () => (fold.open = WIDE.matches));
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of [words, ...facets, ...(order ? [order] : [])]) control.value = "";
    if (rows) rows.checked = false;
    show();
    words.focus();
  });
  form.hidden = false;
  show();
}
