// “Add to my checklist” on the pages of tricks, countermeasures and meetings, and on the cards of tricks.

import { Selection, currentSelection, keepSelection, whenSelectionChanges } from "./selection.js";
import { say, wordsOf } from "../shell/words.js";

export function start() {
  const tool = document.querySelector("[data-mine-tool]");
  const words = wordsOf(tool);
  const status = document.querySelector("[data-selection-status]");
  const buttons = [...document.querySelectorAll("[data-add]"), ...buttonsOnCards(words)];

  const listIsHere = document.querySelector("[data-mine-page]") !== null;

  function show() {
    const kept = currentSelection();
    for (const button of buttons) showState(button, kept.has(entriesOf(button)));
    const count = kept.size;
    // Most readers have no list, and the first number that a page writes costs a phone much (shell/words.js).
    const name = count ? say(words.see, { count }) : "";
    for (const link of document.querySelectorAll("[data-mine-link]")) {
      link.hidden = count === 0;
      if (link === tool) link.setAttribute("aria-label", name);
      else link.textContent = name;
    }
    tool.querySelector("[data-mine-count]").textContent = count;
  }

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const entries = entriesOf(button);
      const kept = currentSelection();
      const adding = !kept.has(entries);
      const wanted = adding ? kept.with(entries) : kept.without(entries);
      if (keepSelection(wanted)) {
        status.textContent = say(adding ? words.added : words.removed, { count: wanted.size });
      } else if (listIsHere) {
        status.textContent = words.not_kept;
      } else {
        offerAddress(button, words, wanted, tool.href);
      }
    });
  }
  whenSelectionChanges(show);
  show();
}

function entriesOf(button) {
  const listed = (slugs) => slugs.split(" ").filter(Boolean);
  return new Selection(listed(button.dataset.tricks), listed(button.dataset.countermeasures));
}

function showState(button, on) {
  button.classList.toggle("is-on", on);
  const words = wordsOf(button);
  button.querySelector("[data-add-words]").textContent = on ? words.remove : words.add;
}

// A thousand cards share one template: the pages stay light.
function buttonsOnCards(words) {
  const template = document.querySelector("[data-add-on-card]");
  return [...document.querySelectorAll(".card[data-slug]")].map((card) => {
    const button = template.content.firstElementChild.cloneNode(true);
    const name = card.querySelector(".card-title").textContent.trim();
    button.dataset.tricks = card.dataset.kind === "trick" ? card.dataset.slug : "";
    button.dataset.countermeasures = card.dataset.kind === "countermeasure" ? card.dataset.slug : "";
    button.dataset.words = JSON.stringify({
      add: say(words.add_named, { name }),
      remove: say(words.remove_named, { name }),
    });
    card.querySelector(".card-meta").append(button);
    return button;
  });
}

// Where nothing can be kept, the list can still travel in its address.
function offerAddress(button, words, wanted, address) {
  button.parentElement.querySelector(".add-refused")?.remove();
  const notice = document.createElement("span");
  notice.className = "add-refused";
  notice.setAttribute("role", "status");
  button.after(notice);
  const link = document.createElement("a");
  link.href = `${address}${wanted.toAddress()}`;
  link.textContent = words.open;
  notice.append(words.not_kept, " ", link);
}
