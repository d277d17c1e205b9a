// Steps to put in order: each has two buttons, which work by keyboard, mouse and touch alike.

import { say } from "../shell/words.js";

export function startMoving(question) {
  for (const moves of question.form.querySelectorAll(".moves")) moves.hidden = false;
  question.form.querySelector(".steps").addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) move(question, button);
  });
  question.hint.textContent = question.hint.dataset.hint;
  showMoves(question);
}

function move(question, button) {
  const step = button.closest("[data-part]");
  const up = button.dataset.move === "-1";
  const beside = up ? step.previousElementSibling : step.nextElementSibling;
  if (!beside) return;
  // The neighbour moves, not the step, so that the button keeps the focus.
  if (up) step.after(beside);
  else step.before(beside);
  question.moved = true;
  showMoves(question);
  const steps = [...step.parentElement.children];
  question.hint.textContent = say(JSON.parse(question.hint.dataset.moved), {
    number: steps.indexOf(step) + 1,
    all: steps.length,
    step: step.querySelector(".step-words").textContent,
  });
}

// Disabled buttons would lose the focus, so the ends are only said to be disabled.
export function showMoves(question) {
  for (const button of question.form.querySelectorAll("[data-move]")) {
    const step = button.closest("[data-part]");
    const beside = button.dataset.move === "-1" ? step.previousElementSibling : step.nextElementSibling;
    button.setAttribute("aria-disabled", String(!beside));
  }
}
