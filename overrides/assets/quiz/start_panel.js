// What stands before the first question: how many there are, where one left off, the way to pass the quiz on.

import { feedbackChoice } from "./progress.js";
import { copyLink } from "../my_checklist/copy_link.js";
import { fill } from "../shell/words.js";

// `session` is one to continue, or null.
export function showStartPanel(panel, session) {
  panel.hidden = false;
  panel.elements.feedback.value = feedbackChoice();
  const proceed = panel.querySelector("[data-continue]");
  const begin = panel.querySelector("[type=submit]");
  begin.dataset.start ??= begin.textContent;
  proceed.hidden = !session;
  begin.textContent = session ? begin.dataset.again : begin.dataset.start;
  begin.classList.toggle("button-quiet", Boolean(session));
  if (session) fill(proceed, { count: Object.keys(session.answers).length });
}

// The address to pass on leads to the quiz, not to the questions of the trick that the reader came from.
export function offerAddress(root, seedNow) {
  for (const button of root.querySelectorAll("[data-copy-quiz]")) {
    const place = button.closest("[data-start], [data-result]").querySelector("[data-copied]");
    button.addEventListener("click", () => {
      const address = `${location.origin}${location.pathname}?seed=${seedNow()}`;
      copyLink(address, { copied: button.dataset.copyQuiz }, place);
    });
  }
}
