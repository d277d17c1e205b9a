// The page that stands in for one that is not kept: what can be read now, and back when there is a network.

const kept = new Set(
  ((await navigator.serviceWorker?.getRegistrations()) ?? [])
    .filter((registration) => registration.active)
    .map((registration) => registration.scope),
);
for (const list of document.querySelectorAll("[data-scope]")) {
  list.hidden = !kept.has(new URL(list.dataset.scope, document.baseURI).href);
}
document.querySelector("#again").addEventListener("click", () => location.reload());
// Devices believe in networks that lead nowhere; a HEAD request passes by what is kept.
addEventListener("online", async () => {
  const found = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (found) location.reload();
});
