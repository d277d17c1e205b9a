// Save a checklist as a file: Markdown or CSV. Made on the device; nothing is sent.

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
  };
  for (const button of box.querySelectorAll("[data-export]")) {
    button.addEventListener("click", () => {
      const kind = button.dataset.export;
      const [type, make] = makers[kind];
      saveFile(`${root.dataset.file}.${kind}`, type, make(transcriptOf(root), words));
      status.textContent = words.saved;
    });
  }
  box.hidden = false;
}

// content: text, or a Blob that has its own type.
export function saveFile(name, type, content) {
  const file = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
