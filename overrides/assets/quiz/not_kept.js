// Say truthfully whether the answers of a quiz are kept.

import { isBlocked } from "../shell/kept.js";

export function tellKept(root, kept) {
  const notice = root.querySelector("[data-not-kept]");
  const words = isBlocked() ? notice.dataset.blocked : notice.dataset.noRoom;
  root.querySelector("[data-kept]").hidden = !kept;
  notice.hidden = kept;
  if (!kept && notice.textContent !== words) notice.textContent = words;
}
