// The only ways from a text to markup or to a script's address; the pages' Content-Security-Policy
// refuses every other (Trusted Types, W3C). What a reader brings in never comes here.

const types = window.trustedTypes;

const guide = types?.createPolicy("guide", {
  createHTML: (html) => html,
  createScriptURL: (address) => ourOwn(address, "service-worker.js"),
});

// Fill an element with pieces that the build made: `html` comes from a file of this site.
export function fillWithPieces(element, html) {
  element.innerHTML = guide ? guide.createHTML(html) : html;
}

// Return a page that the build made, as a document of its own in which nothing runs.
export function parsedPieces(html) {
  return new DOMParser().parseFromString(guide ? guide.createHTML(html) : html, "text/html");
}

export function workerAddress(address) {
  return guide ? guide.createScriptURL(address) : address;
}

function ourOwn(address, name) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin || !url.pathname.endsWith(`/${name}`)) {
    throw new TypeError(`not a script of this site: ${address}`);
  }
  return url.href;
}
