// Save a checklist as a file: Markdown, CSV, calendar. Made on the device; nothing is sent.

import { toCalendar } from "./calendar_export.js";
import { toCsv } from "./csv_export.js";
import { toMarkdown } from "./markdown_export.js";
import { transcriptOf } from "./transcript.js";
import { wordsOf } from "../shell/words.js";

export function start() {
  const box = document.querySelector("[data-exports]");
  const root = document.querySelector("[data-checklist]");
  const status = box.querySelector("[data-exports-status]");
  const words = wordsOf(box);

  const makers = {
    md: ["text/markdown", toMarkdown],
    csv: ["text/csv", toCsv],
    ics: ["text/calendar", toCalendar],
  };
  for (const button of box.querySelectorAll("[data-export]")) {
    button.addEventListener("click", () => {
      const kind = button.dataset.export;
      const [type, make] = makers[kind];
      const list = transcriptOf(root);
      // A calendar knows years of four digits (RFC 5545, 3.3.4).
      if (kind === "ics" && !/^[1-9]\d{3}-/.test(list.date)) {
        status.textContent = words.date_first;
        root.querySelector('input[type="date"]').focus();
        return;
      }
      const text = make(list, words, new Date());
      status.textContent = text ? words.saved : words.nothing_before;
      if (text) save(`${root.dataset.file}.${kind}`, type, text);
    });
  }
  box.hidden = false;
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
