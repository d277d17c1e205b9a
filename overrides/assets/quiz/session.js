// One go at a quiz: which questions in which order, what was answered, how far the reader is.

import { feedbackChoice } from "./progress.js";
import { drawn } from "./shuffle.js";

// A new session of `count` questions that the seed draws, those on the trick of slug `trick` first.
export function drawnSession(bank, seed, count, trick = null) {
  const names = drawn(bank.names(), seed, count);
  const first = (name) => bank.trickOf(name) === trick;
  return sessionOf(seed, [...names.filter(first), ...names.filter((name) => !first(name))]);
}

export function sessionOf(seed, names) {
  return { seed, names, answers: {}, at: 0, finished: false, feedback: feedbackChoice() };
}

// Return of a kept session what the guide still asks; null where no answer is left.
export function stillFitting(bank, session) {
  const names = session.names.filter((name) => bank.knows(name));
  const answers = Object.fromEntries(
    names.filter((name) => Object.hasOwn(session.answers, name))
      .map((name) => [name, session.answers[name]])
      .filter(([name, response]) => bank.fits(name, response)),
  );
  if (names.length === 0 || Object.keys(answers).length === 0) return null;
  return { ...session, names, answers, at: Math.min(session.at, names.length - 1) };
}

export function answeredOf({ names, answers }) {
  return names.filter((name) => Object.hasOwn(answers, name));
}

// The guide may have lost a question since the session began.
export function leaveOut(session, name) {
  session.names.splice(session.names.indexOf(name), 1);
  delete session.answers[name];
}
