// Copy a list's address; where the browser refuses, it is there to be taken by hand.

export async function copyLink(address, words) {
  const place = document.querySelector("[data-copied]");
  const byHand = place.querySelector("[data-copied-by-hand]");
  place.hidden = false;
  try {
    await navigator.clipboard.writeText(address);
    place.querySelector("[data-copied-words]").textContent = words.copied;
    byHand.hidden = true;
  } catch {
    byHand.hidden = false;
    const field = byHand.querySelector("input");
    field.value = address;
    field.focus();
    field.select();
  }
}
