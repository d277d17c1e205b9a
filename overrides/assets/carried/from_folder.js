// What the web server would give a script, where the pages were opened from a folder. A browser reads no file for such
// a page but runs its scripts: each file that a script asks for stands there as a script that hands it over.

const root = new URL(document.documentElement.dataset.root ?? "./", document.baseURI).href;
const asked = new Map();
const waiting = new Map();

// No script of these pages comes from anywhere else.
const policy = window.trustedTypes?.createPolicy("folder", {
  createScriptURL: (address) => {
    if (!address.startsWith(root) || !address.endsWith(".js")) throw new TypeError(`not of this folder: ${address}`);
    return address;
  },
});

window.carried = {
  // Called by the script that stands for the file of this name below the root.
  take: (name, content) => waiting.get(new URL(name, root).href)?.(content),
  module: (name) => handedOver(new URL(name, root), ""),
};

export function textOf(address) {
  const file = new URL(pageAt(address), document.baseURI);
  file.search = "";
  file.hash = "";
  return handedOver(file, ".js");
}

export async function jsonOf(address) {
  return JSON.parse(await textOf(address));
}

// A folder's own address shows a list of its files.
export function pageAt(address) {
  const path = address.split(/[?#]/, 1)[0];
  return path.endsWith("/") ? `${path}index.html${address.slice(path.length)}` : address;
}

function handedOver({ href }, ending) {
  if (!asked.has(href)) {
    asked.set(href, new Promise((resolve, reject) => run(href, ending, resolve, reject)));
    asked.get(href).catch(() => asked.delete(href));
  }
  return asked.get(href);
}

function run(href, ending, resolve, reject) {
  const script = document.createElement("script");
  const address = href + ending;
  waiting.set(href, resolve);
  script.src = policy ? policy.createScriptURL(address) : address;
  script.addEventListener("error", () => reject(new Error(`not in this folder: ${address}`)));
  script.addEventListener("load", () => script.remove());
  document.head.append(script);
}
