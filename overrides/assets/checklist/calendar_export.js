// What is still to do before the meeting as a calendar (RFC 5545). Events of a whole day, since Google's
// and Microsoft's calendars leave out to-dos (VTODO); one for each effort, early enough for it.

import { say } from "../shell/words.js";

// How many days before the meeting each effort should begin; an unknown effort begins the day before.
const DAYS_AHEAD = { days: 10, hours: 3, minutes: 1 };
const DAY = 24 * 60 * 60 * 1000;

// Returns nothing where nothing is left to do. `now` is a Date.
export function toCalendar(list, words, now) {
  const before = list.sections.find((section) => section.name === "before")?.items ?? [];
  const open = before.filter((item) => !item.done && item.applies);
  if (!open.length) return "";
  const events = [...Map.groupBy(open, (item) => item.effort)].flatMap(([effort, items]) =>
    event(list, words, now, effort, items),
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(words.site_name)}//${escaped(words.checklists)}//${document.documentElement.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function event(list, words, now, effort, items) {
  const meeting = Date.parse(list.date);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const early = meeting - (DAYS_AHEAD[effort] ?? 1) * DAY;
  // A meeting so near that the day has passed: begin today.
  const day = meeting >= today ? Math.max(early, today) : early;
  const summary = say(words.calendar_entry, {
    count: items.length,
    effort: items[0].effortWords.toLocaleLowerCase(document.documentElement.lang),
  });
  const steps = items.map((item) => `• ${item.text}`);
  return [
    "BEGIN:VEVENT",
    `UID:${list.name}-${list.date}-${effort || "any"}@${location.hostname}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + DAY)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped([list.title, "", ...steps, "", list.address].join("\n"))}`,
    `URL:${list.address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function dateOf(day) {
  return new Date(day).toISOString().slice(0, 10).replaceAll("-", "");
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
