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

// Offer below the result to look again at what was missed, or at every question that was answered; return which
// questions are to show.
export function showReview(panel, marked, all) {
  const shown = new Set(marked.filter(({ share }) => all || share < 1).map(({ question }) => question));
  panel.querySelector("[data-review]").hidden = shown.size === 0;
  offer(panel, "[data-show-right]", all ? 0 : marked.length - shown.size);
  return (question) => shown.has(question);
}

export function offer(panel, selector, count) {
  const button = panel.querySelector(selector);
  button.hidden = count === 0;
  fill(button, { count });
}

// Whoever stands around the quiz may hear how it went; `whole` says whether it was a go at all of it.
export function tellResult(root, marked, asked, all) {
  const { points } = totalled(marked);
  const detail = { points, asked, answered: marked.length, whole: asked >= all };
  root.dispatchEvent(new CustomEvent("quiz-result", { detail }));
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
  const phases = [...panel.querySelectorAll("[data-phase]")].map((row) => row.dataset.phase);
  const missed = wrong.flatMap(({ question, response }) => question.missed(response));
  const tricks = [...new Map(missed.map((trick) => [trick.slug, trick])).values()].sort(
    (one, other) => phases.indexOf(one.phase) - phases.indexOf(other.phase),
  );
  panel.querySelector(".weak-tricks").replaceChildren(...tricks.map(linked));
  panel.querySelector("[data-weak]").hidden = tricks.length === 0;
  panel.querySelector("[data-flawless]").hidden = tricks.length > 0;
  panel.querySelector("[data-weak-list]").search = `?t=${tricks.map(({ slug }) => slug).join(",")}`;
}

function linked({ name, href }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  // In a course whose site has no address yet, tricks are named and nothing is linked.
  if (href) link.href = href;
  link.textContent = name;
  item.append(link);
  return item;
}
