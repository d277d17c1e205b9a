// What the pages do beyond HTML. Everything here runs before the reader can press a key.

import * as adding from "./adding.js";
import * as assessment from "./assessment.js";
import * as catalogue from "./catalogue.js";
import * as checklist from "./checklist.js";
import * as contents from "./contents.js";
import * as exporting from "./exporting.js";
import * as languages from "./languages.js";
import * as menu from "./menu.js";
import * as myChecklist from "./my_checklist.js";
import * as offline from "./offline.js";
import * as printing from "./printing.js";
import * as question from "./quiz/alone.js";
import * as quiz from "./quiz/quiz.js";
import * as search from "./search.js";
import * as theme from "./theme.js";

const parts = [
  ["[data-locale]", languages],
  [".menu", menu],
  ["#search", search],
  ["[data-theme-switch]", theme],
  ["[data-contents]", contents],
  ["[data-catalogue]", catalogue],
  ["[data-quiz]", quiz],
  ["[data-question]", question],
  ["[data-assessment]", assessment],
  ["[data-mine-tool]", adding],
  ["[data-checklist]:not([data-mine])", checklist],
  ["[data-mine-page]", myChecklist],
  ["[data-exports]", exporting],
  ["article", printing],
  ["[data-offline-sign]", offline],
];

for (const [selector, part] of parts) {
  if (document.querySelector(selector)) part.start();
}
