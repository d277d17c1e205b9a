// A single question on a trick's page: checked at once, and as often as the reader likes.

import { Question } from "./question.js";

export function start() {
  for (const form of document.querySelectorAll("[data-question]")) {
    if (!form.closest("[data-quiz]")) listen(new Question(form));
  }
}

function listen(question) {
  const [check, again] = question.actions.querySelectorAll("button");

  question.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = question.response();
    if (response === null) {
      question.ask();
      return;
    }
    question.mark(response);
    check.hidden = true;
    again.hidden = false;
    question.feedback.focus();
  });

  question.form.addEventListener("reset", (event) => {
    event.preventDefault();
    question.fill(null);
    check.hidden = false;
    again.hidden = true;
    question.legend.focus();
  });
}
