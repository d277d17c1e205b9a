// Check an answer at once and say why. Without this script the answers stand in <details>.

const MARKS = ["is-right", "is-wrong"];

export function start() {
  const forms = [...document.querySelectorAll('[data-quiz-question="one"], [data-quiz-question="truth"]')];
  const score = document.querySelector("[data-quiz-score]");
  const results = new Map();

  function showScore() {
    if (!score) return;
    const right = [...results.values()].filter(Boolean).length;
    score.hidden = results.size === 0;
    score.textContent = score.dataset.words
      .replace("%right%", right)
      .replace("%answered%", results.size);
  }

  for (const form of forms) {
    const feedback = form.querySelector(".feedback");
    const answers = form.querySelector(".answers");
    const [check, again] = form.querySelectorAll(".question-actions button");
    form.querySelector(".question-actions").hidden = false;
    answers.hidden = true;

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = form.querySelector("input:checked");
      clear(form, feedback);
      if (!chosen) {
        feedback.textContent = feedback.dataset.choose;
        form.querySelector("input").focus();
        return;
      }
      const right = chosen.closest("[data-option]").hasAttribute("data-correct");
      mark(form, chosen, right);
      tell(form, feedback, chosen.value, right);
      answers.hidden = false;
      check.hidden = true;
      again.hidden = false;
      again.focus();
      if (!results.has(form)) results.set(form, right);
      showScore();
    });

    form.addEventListener("reset", () => {
      clear(form, feedback);
      answers.hidden = true;
      answers.open = false;
      check.hidden = false;
      again.hidden = true;
      form.querySelector("input").focus();
    });
  }
}

function clear(form, feedback) {
  feedback.replaceChildren();
  feedback.classList.remove(...MARKS);
  for (const option of form.querySelectorAll("[data-option]")) option.classList.remove(...MARKS);
}

function mark(form, chosen, right) {
  form.querySelector("[data-correct]").classList.add("is-right");
  if (!right) chosen.closest("[data-option]").classList.add("is-wrong");
}

function tell(form, feedback, value, right) {
  const reason = form.querySelector(`[data-why="${value}"]`).cloneNode(true);
  reason.querySelector("strong").remove();
  const line = document.createElement("p");
  const verdict = document.createElement("strong");
  verdict.textContent = right ? feedback.dataset.right : feedback.dataset.wrong;
  line.append(verdict, " ", ...reason.childNodes);
  feedback.classList.add(right ? "is-right" : "is-wrong");
  feedback.append(line);
}
