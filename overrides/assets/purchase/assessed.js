// What a vendor of a purchase was found to be by an assessment, as pure functions: `assessments` holds by vendor and
// assessment {answers, results}, the answers of now and each result that was kept, {id, day, form, answers}.

import { mergedChoices, own } from "./purchase.js";

export function assessmentOf(purchase, vendor, assessment) {
  return { answers: {}, results: [], ...own(own(purchase.assessments, vendor) ?? {}, assessment) };
}

// A vendor that is gone meanwhile takes nothing.
function withAssessment(purchase, vendor, assessment, change) {
  if (!purchase.vendors.some((each) => each.id === vendor)) return purchase;
  const kept = assessmentOf(purchase, vendor, assessment);
  const ofVendor = { ...own(purchase.assessments, vendor), [assessment]: { ...kept, ...change(kept) } };
  return { ...purchase, assessments: { ...purchase.assessments, [vendor]: ofVendor } };
}

// What one page changed since it read `base`: what another page answered meanwhile stays.
export function withAnswers(purchase, vendor, assessment, base, mine) {
  return withAssessment(purchase, vendor, assessment, ({ answers }) => ({ answers: mergedChoices(base, mine, answers) }));
}

// The same result of the same day is kept once.
export function withResult(purchase, vendor, assessment, result) {
  return withAssessment(purchase, vendor, assessment, ({ results }) => ({
    results: [...results.filter((each) => !isSame(each, result)), result],
  }));
}

export function withoutResult(purchase, vendor, assessment, id) {
  return withAssessment(purchase, vendor, assessment, ({ results }) => ({ results: results.filter((each) => each.id !== id) }));
}

function isSame(one, other) {
  const ids = Object.keys(one.answers);
  return (
    one.day === other.day &&
    one.form === other.form &&
    ids.length === Object.keys(other.answers).length &&
    ids.every((id) => own(other.answers, id) === one.answers[id])
  );
}
