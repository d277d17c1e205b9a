// The guide without a network: keeps one version of it whole, and serves a page from one version only.
//
// The build puts Workbox and the constants VERSION, FILES, FALLBACKS and ON_DEMAND before this text.
// FILES is [address, SHA-256]: a file that is not byte for byte the one the build made is refused, so
// that a site which is being published never gives a version made of two. The new version is fetched
// whole before it takes over; it then serves the pages opened from there on. A page that is open
// stays with the version it came from until it is closed, also for what it loads later.

const SCOPE = new URL(registration.scope).pathname;
const OURS = `forewarned ${SCOPE} `;
const CURRENT = OURS + VERSION;
const OPENED = `${OURS}opened`;
const PAGES = `${OURS}pages`;
const NETWORK = "";
const HOUR = 3_600_000;

const controller = new workbox.precaching.PrecacheController({ cacheName: CURRENT });
controller.addToCacheList(
  FILES.map(([url, hash]) => ({ url, revision: hash, integrity: `sha256-${hash}` })),
);

addEventListener("install", (event) => event.waitUntil(prepare(event)));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? openPage(event, url) : loadPart(event, url));
});

async function prepare(event) {
  await carryOver();
  await controller.install(event);
  await skipWaiting();
}

// What has not changed since an older version, or came before a fetch broke off, is not fetched again.
async function carryOver() {
  const wanted = new Set(controller.getURLsToCacheKeys().values());
  const current = await caches.open(CURRENT);
  for (const request of await current.keys()) wanted.delete(request.url);
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || [CURRENT, OPENED, PAGES].includes(name)) continue;
    const older = await caches.open(name);
    for (const request of await older.keys()) {
      if (wanted.delete(request.url)) await current.put(request, await older.match(request));
    }
  }
}

// Drop the versions that no page holds. A page that is just opening is no client yet, hence the hour.
async function tidy() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const pages = await caches.open(PAGES);
  const needed = new Set([CURRENT, OPENED, PAGES]);
  for (const request of await pages.keys()) {
    const { version, since } = await (await pages.match(request)).json();
    if (open.has(pageOf(request)) || Date.now() - since < HOUR) needed.add(version);
    else await pages.delete(request);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !needed.has(name)) await caches.delete(name);
  }
}

async function openPage(event, url) {
  const page = await kept(CURRENT, url);
  await remember(event.resultingClientId, page ? CURRENT : NETWORK);
  if (page) return page;
  try {
    return await fetchAndKeep(event.request, url);
  } catch {
    return (await caches.match(bare(url), { cacheName: OPENED })) ?? sayOffline(event, url);
  }
}

async function loadPart(event, url) {
  const version = await versionOf(event.clientId);
  // The browser's own cache may hold a part that is older than the page.
  if (version === NETWORK) return fetchAndKeep(event.request, url, { cache: "no-cache" });
  return (await kept(version, url)) || fetchAndKeep(event.request, url);
}

function kept(version, url) {
  const address = bare(url);
  if (version !== CURRENT) return caches.match(address, { cacheName: version, ignoreSearch: true });
  const key = controller.getCacheKeyForURL(address);
  return key && caches.match(key, { cacheName: CURRENT });
}

// Papers are too many to keep unasked: one that the reader opened is kept from then on.
async function fetchAndKeep(request, url, options) {
  const response = await fetch(request, options);
  if (response.status === 200 && ON_DEMAND && url.pathname.startsWith(SCOPE + ON_DEMAND)) {
    const opened = await caches.open(OPENED);
    await opened.put(bare(url), response.clone());
  }
  return response;
}

async function sayOffline(event, url) {
  await remember(event.resultingClientId, CURRENT);
  const place = url.pathname.slice(SCOPE.length);
  const [, address] = FALLBACKS.find(([start]) => place.startsWith(start));
  const page = new URL(address, registration.scope);
  const text = await (await kept(CURRENT, page)).text();
  // The page stands at whatever address was asked for; its links start from its own.
  const based = text.replace("<head>", `<head><base href="${page.href}">`);
  return new Response(based, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Which version each open page came from, kept apart from memory, which a sleeping worker loses.
const known = new Map();

async function remember(page, version) {
  if (!page) return;
  known.set(page, version);
  const pages = await caches.open(PAGES);
  await pages.put(noteOf(page), new Response(JSON.stringify({ version, since: Date.now() })));
}

async function versionOf(page) {
  if (!page) return CURRENT;
  if (!known.has(page)) {
    const note = await caches.match(noteOf(page), { cacheName: PAGES });
    known.set(page, note ? (await note.json()).version : CURRENT);
  }
  return known.get(page);
}

function noteOf(page) {
  return new URL(`?page=${encodeURIComponent(page)}`, registration.scope).href;
}

function pageOf(request) {
  return new URL(request.url).searchParams.get("page");
}

function bare(url) {
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}
