// What stays on the reader's device: where they are in each quiz, and when they want the answers.
// Storage may be forbidden; everything then lasts as long as the page.

import { isSeed } from "./shuffle.js";

const PREFIX = "forewarned.quiz.";
const FEEDBACK = "forewarned.quiz-feedback";

function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // See above.
  }
}

// Return what `keep` kept, or null; whether it still fits the page is for the caller to judge.
export function kept(quiz) {
  try {
    const session = JSON.parse(read(PREFIX + quiz));
    const { seed, names, answers, at } = session ?? {};
    if (!isSeed(seed) || !Array.isArray(names) || typeof answers !== "object" || !answers) return null;
    const place = Number.isInteger(at) && at >= 0 ? at : 0;
    return { seed, names: [...new Set(names)], answers, at: place, finished: session.finished === true };
  } catch {
    return null;
  }
}

export function keep(quiz, session) {
  write(PREFIX + quiz, JSON.stringify(session));
}

export function forget(quiz) {
  write(PREFIX + quiz, null);
}

export function feedbackChoice() {
  return read(FEEDBACK) === "end" ? "end" : "once";
}

export function keepFeedbackChoice(choice) {
  write(FEEDBACK, choice);
}
