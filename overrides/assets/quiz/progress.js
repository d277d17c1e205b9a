// What stays on the reader's device: where they are in each quiz, and when they want the answers.
// Storage may be forbidden; everything then lasts as long as the page.

import * as device from "../shell/kept.js";
import { isSeed } from "./shuffle.js";

const FEEDBACK = "quiz-feedback";

// Return what `keep` kept, or null; whether it still fits the page is for the caller to judge.
export function kept(quiz) {
  const session = device.read(nameOf(quiz));
  const { seed, names, answers, at } = session ?? {};
  if (!isSeed(seed) || !Array.isArray(names) || typeof answers !== "object" || !answers) return null;
  const place = Number.isInteger(at) && at >= 0 ? at : 0;
  return { seed, names: [...new Set(names)], answers, at: place, finished: session.finished === true };
}

// Returns whether it is kept.
export function keep(quiz, session) {
  return device.keep(nameOf(quiz), session);
}

export function forget(quiz) {
  device.forget(nameOf(quiz));
}

export function feedbackChoice() {
  return device.read(FEEDBACK) === "end" ? "end" : "once";
}

export function keepFeedbackChoice(choice) {
  device.keep(FEEDBACK, choice);
}

function nameOf(quiz) {
  return `quiz.${quiz}`;
}
