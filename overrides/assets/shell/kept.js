// Keep values on this device and nowhere else. Storage may be forbidden, full or spoilt: then nothing
// is kept, and `keep` says so.

const PREFIX = "forewarned.";

export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name);
    return true;
  } catch {
    return false;
  }
}

let possible;

export function canKeep() {
  possible ??= keep("probe", 1) && forget("probe");
  return possible;
}

// Calls back when another tab changes the value.
export function whenChangedElsewhere(name, callback) {
  window.addEventListener("storage", (event) => {
    if (event.key === PREFIX + name || event.key === null) callback();
  });
}
