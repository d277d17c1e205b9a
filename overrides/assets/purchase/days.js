// Days as a field of a form has them, like 2026-11-27, in the reader's own time.

import { dated } from "../shell/words.js";

export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// As the texts of the page's language write it; nothing for no day.
export function inWords(day) {
  return day ? dated(new Date(day), { timeZone: "UTC" }) : "";
}
