// Buttons that copy a question or a clause, to paste into an email or a draft.

import { toClipboard } from "../shell/clipboard.js";
import { wordsOf } from "../shell/words.js";

// On the pages of tricks and countermeasures; a checklist, whose acts come and go, has its own.
export function start() {
  new Copying(document.querySelector("[data-copies]").closest("article")).offer();
}

export class Copying {
  constructor(root) {
    this.root = root;
    this.tool = root.querySelector("[data-copy-tool]");
    this.status = root.querySelector("[data-copied-text]");
    this.words = wordsOf(this.status);
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (button) this.copy(button);
    });
  }

  // Give each question and clause that has none its button.
  offer() {
    for (const kind of ["question", "clause"]) {
      for (const part of this.root.querySelectorAll(`.${PARTS[kind]}:not(:has([data-copy]))`)) {
        const button = this.tool.content.firstElementChild.cloneNode(true);
        button.dataset.copy = kind;
        part.append(button);
        label(button, this.words[kind]);
      }
    }
  }

  async copy(button) {
    const { parts, text } = wordingOf(button.parentElement, button.dataset.copy);
    // Said anew each time, also twice in a row.
    this.status.textContent = "";
    const done = (await toClipboard(text)) || copiedAsSelection(parts);
    this.status.textContent = done ? this.words.copied : this.words.failed;
    this.show(button, done);
  }

  // The button that was pressed last says what became of it.
  show(button, done) {
    for (const other of this.root.querySelectorAll("[data-copy]")) {
      const words = other === button ? this.status.textContent : this.words[other.dataset.copy];
      label(other, words);
      other.classList.toggle("is-copied", other === button && done);
    }
  }
}

// What is read aloud begins with what is seen, and says of which act.
function label(button, words) {
  const act = button.closest(".item, .act").querySelector("label, h3, .act-check");
  button.querySelector("span").textContent = words;
  button.setAttribute("aria-label", `${words}: ${act.textContent.trim()}`);
}

const PARTS = { question: "ask", clause: "clause" };

function wordingOf(place, kind) {
  const parts = kind === "question" ? [place.querySelector("q")] : [...place.querySelectorAll(":is(p, li:not(:has(p)))")];
  const text = parts.map((part) => part.textContent.replace(/\s+/g, " ").trim()).join("\n\n");
  return { parts, text };
}

// Where the clipboard is closed to pages, as over plain HTTP: what is selected can still be copied, if need
// be by the reader's own hand.
function copiedAsSelection(parts) {
  getSelection().setBaseAndExtent(parts[0], 0, parts.at(-1), parts.at(-1).childNodes.length);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
