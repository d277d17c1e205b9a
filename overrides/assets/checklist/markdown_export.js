// A checklist as Markdown: headings and task lists, as issue trackers and note books read them.

export function toMarkdown(list, words) {
  const lines = [`# ${escaped(list.title)}`, ""];
  for (const { label, value } of list.fields) {
    if (value) lines.push(`- ${escaped(label)}: ${escaped(value)}`);
  }
  lines.push(`- <${list.address}>`, "");
  for (const section of list.sections) {
    lines.push(`## ${escaped(section.heading)}`, "");
    for (const item of section.items) lines.push(...taskLines(item, words));
    lines.push("");
  }
  if (list.remarks) lines.push(`## ${escaped(words.remarks)}`, "", escaped(list.remarks), "");
  return `${lines.join("\n").trim()}\n`;
}

function taskLines(item, words) {
  const status = item.applies ? "" : words.does_not_apply;
  const aside = [status, item.effortWords, item.tricks.join(", ")].filter(Boolean).join(" · ");
  const lines = [`- [${item.done ? "x" : " "}] ${escaped(item.text)}${aside ? ` (${escaped(aside)})` : ""}`];
  for (const part of ["ask", "proof", "clause", "note"]) {
    if (item[part]) lines.push(`  - ${escaped(words[part])}: ${escaped(item[part], "    ")}`);
  }
  return lines;
}

// Marks that Markdown would read are escaped; a new line becomes a hard break.
function escaped(text, indent = "") {
  return text
    .split(/\s*\n\s*/)
    .map((line) =>
      line
        .replace(/[\\\x60*_[\]<>~|]/g, "\\$&")
        .replace(/&(?=#?\w+;)/g, "\\&")
        .replace(/^(\s*)([#+=-])/, "$1\\$2")
        .replace(/^(\s*\d+)([.)])/, "$1\\$2"),
    )
    .join(`\\\n${indent}`);
}
