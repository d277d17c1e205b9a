// “Does not apply”: an act that stays on the list, greyed, and is not counted. The same button brings it back.

export function offerToLeaveOut(root) {
  const tool = root.querySelector("[data-left-out-tool]");
  for (const item of root.querySelectorAll(".item[data-effort]:not(:has([data-left-out]))")) {
    const button = tool.content.firstElementChild.cloneNode(true);
    const label = item.querySelector("label");
    button.dataset.leftOut = "";
    // Each says of which act, as the eye can tell from where it stands.
    button.setAttribute("aria-label", `${button.textContent.trim()}: ${label.textContent.trim()}`);
    item.querySelector(".item-meta").append(button);
  }
}

export function applies(item) {
  return !item.classList.contains("is-left-out");
}

export function leaveOut(item, out) {
  item.classList.toggle("is-left-out", out);
  item.querySelector('input[type="checkbox"]').disabled = out;
  item.querySelector("[data-left-out]").setAttribute("aria-pressed", String(out));
}
