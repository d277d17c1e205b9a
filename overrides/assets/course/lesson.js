// A quiz that a course system opened: what the learner answers is kept there, and the result told.

import { keepIn } from "../shell/kept.js";
import { fill, percent } from "../shell/words.js";
import * as quiz from "../quiz/quiz.js";
import { Keeping } from "./keeping.js";
import { Sitting } from "./runtime.js";

const root = document.querySelector("[data-quiz]");
const sitting = Sitting.begun();

keepIn(new Keeping(sitting, root));
root.addEventListener("quiz-result", ({ detail }) => tell(detail));
quiz.start();

// Only a go at the whole quiz with every question answered is a result.
function tell({ points, asked, answered, whole }) {
  const place = root.querySelector("[data-told]");
  place.hidden = !sitting;
  if (!sitting) return;
  if (!whole || answered < asked) {
    place.textContent = whole ? place.dataset.unfinished : place.dataset.practice;
    return;
  }
  const { kept, best } = sitting.take(Math.round((10_000 * points) / asked) / 100);
  place.dataset.say = kept ? place.dataset.taken : place.dataset.refused;
  fill(place, { share: percent(best / 100) });
}
