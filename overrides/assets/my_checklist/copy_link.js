// Copy a list's address; where the browser refuses, it is there to be taken by hand.

import { toClipboard } from "../shell/clipboard.js";

// `place` holds where it is said, and the field.
export async function copyLink(address, words, place = document.querySelector("[data-copied]")) {
  const byHand = place.querySelector("[data-copied-by-hand]");
  place.hidden = false;
  byHand.hidden = await toClipboard(address);
  if (byHand.hidden) {
    place.querySelector("[data-copied-words]").textContent = words.copied;
    return;
  }
  const field = byHand.querySelector("input");
  field.value = address;
  field.focus();
  field.select();
}
