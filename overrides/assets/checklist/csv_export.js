// A checklist, and any rows of cells, as CSV after RFC 4180. The mark at the start tells spreadsheets that it is UTF-8.

const COLUMNS = ["moment", "step", "tricks", "effort", "ask", "proof", "clause", "done", "note"];

export function toCsv(list, words) {
  const rows = [COLUMNS.map((column) => words[column])];
  for (const section of list.sections) {
    for (const item of section.items) {
      const done = !item.applies ? words.does_not_apply : item.done ? words.yes : words.no;
      rows.push([
        section.heading,
        item.text,
        item.tricks.join("; "),
        item.effortWords,
        item.ask,
        item.proof,
        item.clause,
        done,
        item.note,
      ]);
    }
  }
  if (list.remarks) rows.push([words.remarks, "", "", "", "", "", "", "", list.remarks]);
  return csvOf(rows);
}

// rows: of strings and numbers.
export function csvOf(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

// A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text (OWASP).
function cell(value) {
  const text = String(value);
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
