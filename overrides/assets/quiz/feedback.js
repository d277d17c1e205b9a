// Say what was right, what was not, and why, in the words that the page brings along.

import { inPlace } from "./marking.js";
import { percent, say } from "../shell/words.js";

const MARKS = ["is-right", "is-partly", "is-wrong", "is-missed"];

export function clearFeedback({ feedback, parts }) {
  feedback.replaceChildren();
  for (const element of [feedback, ...parts]) element.classList.remove(...MARKS);
}

// `response` is null where the question was left out.
export function giveFeedback(question, response) {
  const { feedback, kind } = question;
  clearFeedback(question);
  const share = question.share(response);
  feedback.append(line("p", verdict(feedback.dataset, share, response)));
  feedback.classList.add(share === 1 ? "is-right" : share > 0 ? "is-partly" : "is-wrong");
  if (kind === "match") feedback.append(list("ul", matches(question, response)));
  else if (kind === "order") feedback.append(list("ol", places(question, response)));
  else if (kind === "several") feedback.append(list("ul", ticks(question, response ?? [])));
  else chosen(question, response);
}

function verdict(words, share, response) {
  if (response === null) return words.notAnswered;
  if (share === 1) return words.right;
  return share > 0 ? say(JSON.parse(words.partly), { share: percent(share) }) : words.wrong;
}

function chosen(question, response) {
  const { feedback, key } = question;
  if (response !== null) feedback.firstChild.append(" ", ...reason(question, response));
  question.part(key).classList.add("is-right");
  if (response === key) return;
  if (response !== null) question.part(response).classList.add("is-wrong");
  feedback.append(line("p", feedback.dataset.rightMark, reason(question, key)));
}

function ticks(question, response) {
  const { rightMark, missedMark, wrongMark } = question.feedback.dataset;
  return question.parts
    .map((part) => ({ part, number: Number(part.dataset.part) }))
    .filter(({ number }) => response.includes(number) || question.key.includes(number))
    .map(({ part, number }) => {
      const right = question.key.includes(number);
      const state = !right ? "is-wrong" : response.includes(number) ? "is-right" : "is-missed";
      part.classList.add(state);
      const mark = { "is-right": rightMark, "is-missed": missedMark, "is-wrong": wrongMark }[state];
      const words = part.querySelector("label > span:last-child");
      return line("li", mark, [quoted(words), " ", ...reason(question, number)], state);
    });
}

function matches(question, response) {
  const { rightMark, matchMark } = question.feedback.dataset;
  const right = response === null ? [] : inPlace(response);
  return question.parts.map((part) => {
    const number = Number(part.dataset.part);
    const state = right[number - 1] ? "is-right" : "is-wrong";
    part.classList.add(state);
    const mark = right[number - 1] ? rightMark : matchMark;
    const item = line("li", mark, reason(question, number), state);
    item.prepend(quoted(part.querySelector(".sign")), " ");
    return item;
  });
}

function places(question, response) {
  const { rightMark, placed } = question.feedback.dataset;
  return Array.from({ length: question.key }, (_, index) => {
    const number = index + 1;
    const given = response === null ? number : response.indexOf(number) + 1;
    const state = given === number ? "is-right" : "is-wrong";
    if (response !== null) question.part(number).classList.add(state);
    const mark = given === number ? rightMark : say(JSON.parse(placed), { number: given });
    return line("li", response === null ? "" : mark, reason(question, number), state);
  });
}

// The reason's words without the mark that stands before them in <details>.
function reason(question, number) {
  const copy = question.why(number).cloneNode(true);
  copy.querySelector(":scope > strong")?.remove();
  return [...copy.childNodes];
}

// What somebody said has its quotation marks already.
function quoted(element) {
  const quote = document.createElement(/^\s*[\p{Pi}„‚"]/u.test(element.textContent) ? "span" : "q");
  quote.append(...element.cloneNode(true).childNodes);
  return quote;
}

function line(tag, mark, words = [], state = "") {
  const element = document.createElement(tag);
  if (state) element.className = state;
  if (mark) {
    const strong = document.createElement("strong");
    strong.textContent = mark;
    element.append(strong, " ");
  }
  element.append(...words);
  return element;
}

function list(tag, items) {
  const element = document.createElement(tag);
  element.append(...items);
  return element;
}
