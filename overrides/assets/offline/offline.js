// Keep the reader's language on the device, and say when there is no network.
//
// A service worker keeps the language that is being read; another at the site's root answers for the
// pages of the other languages. Nobody's data allowance is spent where the browser asks to save it:
// there the reader says so by a button.

import { workerAddress } from "../shell/trusted.js";
import { removeSigns, signAbsent } from "./absent.js";

export function start() {
  const sign = document.querySelector("[data-offline-sign]");
  const line = document.querySelector("[data-kept-guide]");
  const sayOffline = (offline) => {
    const words = offline ? sign.dataset.words : "";
    if (sign.textContent === words) return;
    sign.textContent = words;
    if (!offline) return removeSigns();
    const { worker, rootWorker, absent } = sign.dataset;
    const scopes = [worker, rootWorker].map((each) => new URL(scopeOf(each)).pathname);
    return signAbsent(scopes, absent, () => sign.textContent !== "").catch(() => {});
  };
  addEventListener("offline", () => sayOffline(true));
  addEventListener("online", () => sayOffline(false));
  if (!navigator.onLine) sayOffline(true);
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  afterLoading(async () => {
    const registration = await navigator.serviceWorker.getRegistration(scopeOf(sign.dataset.worker));
    const known = registration?.scope === scopeOf(sign.dataset.worker);
    if (!known && navigator.connection?.saveData) return offer(line, sign, sayOffline);
    return keep(line, sign, sayOffline);
  });
}

function afterLoading(task) {
  const run = () => (window.requestIdleCallback ?? setTimeout)(() => task().catch(() => {}));
  if (document.readyState === "complete") run();
  else addEventListener("load", run, { once: true });
}

function scopeOf(worker) {
  return new URL("./", new URL(worker, document.baseURI)).href;
}

async function keep(line, sign, sayOffline) {
  const options = { updateViaCache: "none" };
  let registration;
  try {
    registration = await navigator.serviceWorker.register(workerAddress(sign.dataset.worker), options);
    await navigator.serviceWorker.register(workerAddress(sign.dataset.rootWorker), options);
  } catch {
    // Storage may be forbidden, or the server gone: what was kept before still serves.
    registration ??= await navigator.serviceWorker.getRegistration();
  }
  if (!registration) return;
  show(line, registration.active ? "here" : "soon");
  registration.installing?.addEventListener("statechange", () => {
    show(line, registration.active ? "here" : registration.installing ? "soon" : undefined);
  });
  if (!navigator.serviceWorker.controller) return;
  // The browser believes in networks that lead nowhere; asking for the newest worker finds out.
  const look = () => registration.update().then(() => sayOffline(false), () => sayOffline(true));
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  await look();
}

async function offer(line, sign, sayOffline) {
  if (!line) return;
  const { bytes } = await (await fetch(sign.dataset.size)).json();
  const format = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 };
  const size = new Intl.NumberFormat(document.documentElement.lang, format).format(bytes / 1e6);
  show(line, "asked");
  const button = line.querySelector("button");
  button.textContent = button.dataset.words.replace("%size%", size);
  button.addEventListener("click", () => {
    line.tabIndex = -1;
    line.focus();
    keep(line, sign, sayOffline);
  });
}

// The line says one thing at a time, or is not there.
function show(line, state) {
  if (!line) return;
  const parts = [...line.querySelectorAll("template")].map((template) => template.content.firstElementChild);
  const part = parts.find((each) => each.dataset.keptWhen === state);
  for (const said of line.querySelectorAll(":scope > :not(template)")) said.remove();
  if (part) line.append(part.cloneNode(true));
  line.hidden = !part;
}
