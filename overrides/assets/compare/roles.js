// The roles that a table's parts have by themselves, said aloud: where a style lays them out as no table, as on a
// phone, some browsers forget them. In HTML as it is written they would be one word too many (ARIA in HTML, 4).

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

export function sayRoles(root) {
  for (const part of root.querySelectorAll("table, thead, tbody, tr, th, td")) {
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }
}
