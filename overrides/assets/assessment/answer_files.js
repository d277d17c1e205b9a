// Answers to a file and back.

import { saveFile } from "../checklist/exporting.js";
import { dated, say } from "../shell/words.js";
import { fromFile, toText } from "./saved_assessment.js";

export function saveAnswers(assessment, form, answers, name) {
  const text = toText(assessment, form, answers, new Date());
  saveFile(`${name}-${JSON.parse(text).saved}.json`, "application/json", text);
}

// Returns {answers, form, date, skipped}, `skipped` being words; null where there is nothing, of which `tell` is given
// the words that say why.
export async function answersOf(input, assessment, known, words, tell) {
  const [file] = input.files;
  if (!file) return null;
  const found = await fromFile(file, assessment, known);
  // Emptied, so that the same file chosen again is a change again.
  input.value = "";
  if (found.fault) {
    tell(words[found.fault]);
    return null;
  }
  const skipped = found.skipped ? say(words.file_skipped, { count: found.skipped }) : "";
  // A file that has nothing for today's statements takes nothing away either.
  if (!Object.keys(found.answers).length) {
    tell(skipped || words.file_foreign);
    return null;
  }
  return { ...found, skipped, date: found.saved ? dated(found.saved) : "–" };
}
