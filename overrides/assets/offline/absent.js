// Without a network: a sign beside each link to what this device does not keep, before anyone presses it.

const SIGN = "needs-network";

// Which addresses of the site the device keeps, whatever version they came with.
async function keptAddresses(scopes) {
  const kept = new Set();
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (!scopes.some((scope) => name.startsWith(`forewarned ${scope} `))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) kept.add(bare(new URL(url)));
  }
  return kept;
}

function bare(url) {
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

function isFile(url) {
  return !url.pathname.endsWith("/") && !url.pathname.endsWith(".html");
}

// `scopes` are the paths of the site's service workers, the whole site's last; `words` say what is missing;
// `wanted` says whether there still is no network once it is known what is kept.
export async function signAbsent(scopes, words, wanted) {
  const kept = await keptAddresses(scopes);
  if (!wanted()) return;
  const root = location.origin + scopes.at(-1);
  removeSigns();
  for (const link of document.querySelectorAll("a[href]")) {
    const url = new URL(link.href);
    const ours = bare(url).startsWith(root) && bare(url) !== bare(new URL(location.href));
    // A browser that keeps nothing may still have a page from before; of papers it has none to show.
    if (ours && !kept.has(bare(url)) && (kept.size > 0 || isFile(url))) link.append(sign(words));
  }
}

export function removeSigns() {
  for (const each of document.querySelectorAll(`.${SIGN}`)) each.remove();
}

function sign(words) {
  const whole = document.createElement("span");
  const mark = document.createElement("span");
  const said = document.createElement("span");
  whole.className = SIGN;
  mark.className = `${SIGN}-mark`;
  mark.ariaHidden = "true";
  said.className = `${SIGN}-words`;
  said.textContent = ` (${words})`;
  whole.append(mark, said);
  return whole;
}
