// Filters of the catalogue: words, moment, meeting, cost. The address keeps the choice.

import { plainLetters } from "../shell/letters.js";

export function start() {
  const form = document.querySelector("[data-catalogue]");
  const cards = [...document.querySelectorAll(".trick-card")].map((card) => ({
    card,
    words: plainLetters(card.dataset.words),
    phase: card.dataset.phase,
    severity: card.dataset.severity,
    meetings: card.dataset.meetings.split(" "),
  }));
  const sections = [...document.querySelectorAll(".catalogue-phase")];
  const status = form.querySelector("[data-shown]");

  function show() {
    const wanted = new FormData(form);
    const typed = plainLetters(wanted.get("text")).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of cards) {
      const fits =
        typed.every((word) => entry.words.includes(word)) &&
        (!wanted.get("phase") || entry.phase === wanted.get("phase")) &&
        (!wanted.get("severity") || entry.severity === wanted.get("severity")) &&
        (!wanted.get("meeting") || entry.meetings.includes(wanted.get("meeting")));
      entry.card.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector(".trick-card:not([hidden])");
    }
    status.textContent = status.dataset.shown.replace("%shown%", shown).replace("%all%", cards.length);
    const kept = new URLSearchParams([...wanted].filter(([, value]) => value));
    history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
  }

  const asked = new URLSearchParams(location.search);
  for (const control of form.querySelectorAll("input[name], select[name]")) {
    const value = asked.get(control.name);
    const known = !control.options || [...control.options].some((option) => option.value === value);
    if (value !== null && known) control.value = value;
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
}
