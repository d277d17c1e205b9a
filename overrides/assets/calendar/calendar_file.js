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
  const events = steps.map(({ step, day }) => ({
    // The same step for the same meeting is the same entry, in any language: a calendar then updates it.
    uid: `${keyOf(`${list.name}.${step.name}`)}@${location.hostname || "localhost"}`,
    revision: revisions[step.name],
    day,
    summary: `${list.title}: ${step.text}`,
    description: [step.text, step.effortWords, "", list.title, list.address].join("\n"),
    address: list.address,
    reminders: [0],
  }));
  return calendarOf(words, now, events);
}

// events: [{uid, revision, day, summary, description, address, reminders}], each of a whole day; `reminders` are how
// many days ahead they come, at nine in the morning.
export function calendarOf(words, now, events) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(words.site_name)}//${escaped(words.checklists)}//${document.documentElement.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    ...events.flatMap((each) => event(each, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function event({ uid, revision, day, summary, description, address, reminders }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${dateOf(dayOf(day) + DAY)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    ...reminders.flatMap((days) => ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${trigger(days)}`, "END:VALARM"]),
    "END:VEVENT",
  ];
}

// From the midnight at which the day begins.
function trigger(days) {
  return days ? `-P${days - 1}DT15H` : "PT9H";
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
