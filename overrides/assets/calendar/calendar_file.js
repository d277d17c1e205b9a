// What is still to do before the meeting as a calendar (RFC 5545). Events of a whole day, since Google's
// and Microsoft's calendars leave out to-dos (VTODO); one for each step, early enough for its effort.

import { keyOf } from "../shell/kept.js";

// How many days before the meeting each effort should begin; an unknown effort begins the day before.
const DAYS_AHEAD = { days: 10, hours: 3, minutes: 1 };
const DAY = 24 * 60 * 60 * 1000;

// The steps that are still to do before the meeting as {step, day}, `day` being like 20270120. `now` is a Date.
export function datedSteps(list, now) {
  const meeting = Date.parse(list.date);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const before = list.sections.find((section) => section.name === "before")?.items ?? [];
  return before
    .filter((step) => !step.done && step.applies)
    .map((step) => {
      const early = meeting - (DAYS_AHEAD[step.effort] ?? 1) * DAY;
      // A meeting so near that the day has passed: begin today.
      return { step, day: dateOf(meeting >= today ? Math.max(early, today) : early) };
    });
}

// `revisions` holds the revision of each step by its name.
export function toCalendar(list, words, now, steps, revisions) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(words.site_name)}//${escaped(words.checklists)}//${document.documentElement.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    ...steps.flatMap(({ step, day }) => event(list, now, step, day, revisions[step.name])),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function event(list, now, step, day, revision) {
  const summary = escaped(`${list.title}: ${step.text}`);
  return [
    "BEGIN:VEVENT",
    // The same step for the same meeting is the same entry, in any language: a calendar then updates it.
    `UID:${escaped(`${keyOf(`${list.name}.${step.name}`)}@${location.hostname || "localhost"}`)}`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${dateOf(dayOf(day) + DAY)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped([step.text, step.effortWords, "", list.title, list.address].join("\n"))}`,
    `URL:${list.address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${summary}`,
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function dateOf(day) {
  return new Date(day).toISOString().slice(0, 10).replaceAll("-", "");
}

function dayOf(date) {
  return Date.UTC(date.slice(0, 4), date.slice(4, 6) - 1, date.slice(6));
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

// At most 75 octets a line, never within a letter.
function folded(line) {
  const octets = (text) => new TextEncoder().encode(text).length;
  const lines = [""];
  let size = 0;
  for (const letter of line) {
    const more = octets(letter);
    if (size + more > 75) {
      lines.push(" ");
      size = 1;
    }
    lines[lines.length - 1] += letter;
    size += more;
  }
  return lines.join("\r\n");
}
