// The result: points, each phase as a bar with its words, the tricks to read again.

import { SOLID, totalled } from "./marking.js";
import { fill, percent } from "../shell/words.js";

// `marked` are the answered questions as {question, phase, response, share}.
export function showResult(panel, marked, leftOut) {
  const { points, entirely, phases } = totalled(marked);
  fill(panel.querySelector("[data-points]"), { points, count: marked.length });
  fill(panel.querySelector("[data-entirely]"), { right: entirely, count: marked.length });
  const left = panel.querySelector("[data-left-out]");
  left.hidden = leftOut === 0;
  fill(left, { count: leftOut });
  for (const row of panel.querySelectorAll("[data-phase]")) showPhase(row, phases.get(row.dataset.phase));
  showWeak(panel, marked.filter(({ share }) => share < 1));
}

function showPhase(row, sum) {
  row.hidden = !sum;
  if (!sum) return;
  const share = sum.points / sum.all;
  row.classList.toggle("is-weak", share < SOLID);
  row.querySelector(".bar").style.setProperty("--share", share);
  fill(row.querySelector("[data-say]"), { ...sum, count: sum.all, share: percent(share) });
}

function showWeak(panel, wrong) {
  const tricks = new Set(wrong.flatMap(({ question, response }) => question.missed(response)));
  const items = [...panel.querySelectorAll("[data-weak] [data-trick]")];
  for (const item of items) item.hidden = !tricks.has(item.dataset.trick);
  panel.querySelector("[data-weak]").hidden = tricks.size === 0;
  panel.querySelector("[data-flawless]").hidden = tricks.size > 0;
  const link = panel.querySelector("[data-weak-list]");
  const slugs = items.map((item) => item.dataset.trick).filter((slug) => tricks.has(slug));
  link.search = `?t=${slugs.join(",")}`;
}
