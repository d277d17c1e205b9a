// A checklist as it stands in the page, ticks and notes included, as plain data for the exports.

import { applies } from "./left_out.js";

export function transcriptOf(root) {
  return {
    name: root.dataset.checklist,
    title: wordsIn(document.querySelector("h1")),
    address: location.href.split("#")[0],
    fields: [...root.querySelectorAll(".paper-field")].filter((field) => !field.closest(".item")).map((field) => ({
      label: wordsIn(field.querySelector("label")),
      value: wordsIn(field.querySelector("[data-written]")),
    })),
    date: root.querySelector("#field-date").value,
    sections: [...root.querySelectorAll("section[data-section]")]
      .filter((section) => !section.hidden)
      .map((section) => ({
        name: section.dataset.section,
        heading: wordsIn(section.querySelector("h2")),
        items: [...section.querySelectorAll(".item")].map(itemOf),
      }))
      .filter((section) => section.items.length),
    remarks: root.querySelector("[data-remarks] textarea")?.value.trim() ?? "",
  };
}

function itemOf(item) {
  const trick = item.closest("[data-trick]")?.querySelector("h3 a");
  return {
    name: item.id.replace(/^act-/, ""),
    done: item.querySelector("input").checked,
    applies: applies(item),
    text: [numberOf(item), wordsIn(item.querySelector("label"))].filter(Boolean).join(" "),
    tricks: trick ? [wordsIn(trick)] : [...item.querySelectorAll(".ref-name")].map(wordsIn),
    effort: item.dataset.effort ?? "",
    effortWords: wordsIn(item.querySelector(".effort")),
    ask: wordsIn(item.querySelector(".ask q")),
    proof: wordsIn(item.querySelector(".proof > :last-child")),
    clause: [...item.querySelectorAll(".clause > :not(.label, button) , .clause > [lang] > *")]
      .filter((part) => !part.matches("[lang]"))
      .map(wordsIn)
      .join("\n\n"),
    note: [...notedIn(item), item.querySelector("textarea")?.value.trim()].filter(Boolean).join("\n"),
  };
}

// As on the meeting sheet.
function numberOf(item) {
  const number = wordsIn(item.querySelector("[data-sheet-number]"));
  return number && `${number}.`;
}

// What is ticked or noted of the answer, a line each.
function notedIn(item) {
  return [...item.querySelectorAll(".noted-here > :is(fieldset, .paper-field)")]
    .map((one) => {
      const ticked = [...one.querySelectorAll("input:checked + label"), one.querySelector("[data-written]")].map(wordsIn);
      return [wordsIn(one.querySelector("legend, label")), ticked.filter(Boolean).join(", ")];
    })
    .filter(([, told]) => told)
    .map((line) => line.join(": "));
}

function wordsIn(element) {
  return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
}
