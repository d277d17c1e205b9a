// What was heard from each vendor, read out of a purchase: answers, words and signs. Pure functions.

import { lastAnswer, USUAL_WEIGHT } from "./standing.js";
import { listOf, own, OWN_LIST } from "../purchase/purchase.js";

// What a vendor answered: a Map from a question's or requirement's id to [{meeting, answer, note}], by the order of
// `meetings`. What is only ticked was asked, with no answer noted.
export function heardFrom(purchase, vendor, meetings) {
  const found = new Map();
  for (const meeting of [OWN_LIST, ...meetings]) {
    for (const [id, heard] of heardAt(listOf(purchase, vendor, meeting), meeting)) {
      found.set(id, [...(found.get(id) ?? []), heard]);
    }
  }
  return found;
}

function heardAt({ ticks, notes, leftOut, verdicts }, meeting) {
  const here = new Map();
  const put = (id, fields) => here.set(id, { meeting, answer: undefined, note: "", ...here.get(id), ...fields });
  for (const id of ticks) if (id.startsWith("box-")) put(id.slice("box-".length), {});
  for (const [id, note] of Object.entries(notes)) if (id.startsWith("note-")) put(id.slice("note-".length), { note });
  for (const [id, answer] of Object.entries(verdicts)) put(id, { answer });
  for (const id of leftOut) if (id.startsWith("act-")) put(id.slice("act-".length), { answer: "not-applicable" });
  return here;
}

// The verdicts that count, by id.
export function answersOf(heard) {
  const answers = [...heard].map(([id, said]) => [id, lastAnswer(said.map(({ answer }) => answer))]);
  return Object.fromEntries(answers.filter(([, answer]) => answer));
}

// What the vendors are set side by side on, as the scoring has it, with its words and its meeting: the reader's
// requirements, then each question that somebody was asked or that the reader has weighed.
export function rowsOf(purchase, questions, heard) {
  const isAsked = ({ id }) => heard.some((ofVendor) => ofVendor.has(id));
  const isWeighed = ({ id }) => own(purchase.weights, id) !== undefined || purchase.musts.includes(id);
  const requirements = purchase.requirements.map(({ id, text }) => ({ id, text, meeting: OWN_LIST }));
  return [...requirements, ...questions.filter((each) => isAsked(each) || isWeighed(each))].map((each) => ({
    ...each,
    weight: own(purchase.weights, each.id) ?? USUAL_WEIGHT,
    must: purchase.musts.includes(each.id),
  }));
}

// How many signs of each trick were seen in a vendor's meetings: a Map in the order of `tricks`, which are slugs.
export function signsSeen(purchase, vendor, meetings, tricks) {
  const ticks = new Set(meetings.flatMap((meeting) => listOf(purchase, vendor, meeting).ticks));
  const signs = [...ticks].filter((id) => id.startsWith("sign-"));
  const longest = [...tricks].sort((one, other) => other.length - one.length);
  const trickOf = (id) => longest.find((slug) => id.startsWith(`sign-${slug}-`));
  const found = signs.map(trickOf);
  return new Map(tricks.map((slug) => [slug, found.filter((each) => each === slug).length]).filter(([, count]) => count));
}
