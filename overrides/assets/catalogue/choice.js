// What is chosen in a form of filters, in the page's address: what the form does not know is passed over.

export function takeChoice(form) {
  const asked = new URLSearchParams(location.search);
  for (const control of form.querySelectorAll("input[name], select[name]")) {
    const value = asked.get(control.name);
    if (value === null) continue;
    if (control.type === "checkbox") control.checked = value === control.value;
    else if (control.options) control.value = known(control, value) ? value : "";
    else if (value.length <= control.maxLength) control.value = value;
  }
}

function known(select, value) {
  return [...select.options].some((option) => option.value === value);
}

// Returns how many choices there are.
export function keepChoice(form) {
  const kept = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const query = kept.size ? `?${kept}` : "";
  history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  return kept.size;
}
