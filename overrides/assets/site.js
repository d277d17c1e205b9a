// What the pages do beyond HTML, from the moment that they are painted (first_paint.js).

import * as adding from "./my_checklist/adding.js";
import * as assessment from "./assessment/assessment.js";
import * as calendar from "./calendar/calendar.js";
import * as calculator from "./calculator/calculator.js";
import * as catalogue from "./catalogue/catalogue.js";
import * as checklist from "./checklist/checklist.js";
import * as clauses from "./clauses/clauses.js";
import * as compare from "./compare/compare.js";
import * as contents from "./shell/contents.js";
import * as copying from "./checklist/copying.js";
import * as exporting from "./checklist/exporting.js";
import * as languages from "./shell/languages.js";
import * as menu from "./shell/menu.js";
import * as myChecklist from "./my_checklist/my_checklist.js";
import * as offline from "./offline/offline.js";
import * as path from "./path/path.js";
import * as printing from "./shell/printing.js";
import * as purchase from "./purchase/purchase_page.js";
import * as question from "./quiz/alone.js";
import * as quiz from "./quiz/quiz.js";
import * as search from "./search/search.js";
import * as theme from "./shell/theme.js";
import { nextTurn } from "./shell/turns.js";

const parts = [
  ["[data-locale]", languages],
  [".menu", menu],
  ["#search", search],
  ["[data-theme-switch]", theme],
  ["[data-contents]", contents],
  ["[data-calculator]", calculator],
  ["[data-catalogue]", catalogue],
  ["[data-clauses]", clauses],
  ["[data-compare]", compare],
  ["[data-quiz]", quiz],
  ["[data-question]", question],
  ["[data-assessment]", assessment],
  ["[data-mine-tool]", adding],
  ["[data-checklist]:not([data-mine])", checklist],
  ["[data-mine-page]", myChecklist],
  ["[data-copies]", copying],
  ["[data-exports]", exporting],
  ["[data-calendar]", calendar],
  ["article", printing],
  ["[data-offline-sign]", offline],
  ["[data-path]", path],
  ["[data-purchases]", purchase],
];

const root = document.documentElement;

startAll();

// In turns, if the page is painted: none is long enough to be felt. Otherwise in one go.
async function startAll() {
  const painted = root.dataset.scripts === "coming";
  try {
    for (const [selector, part] of parts) {
      if (!document.querySelector(selector)) continue;
      if (painted) await nextTurn();
      part.start();
    }
    root.dataset.scripts = "here";
  } catch (error) {
    delete root.dataset.scripts;
    throw error;
  }
}
