"""How quick a full device answers: `python -m tests.purchase_speed [SITE]` prints it and asserts nothing.

The device keeps PURCHASES purchases of MOST vendors, each of whom answered every question of the guide; its
processor is slowed four times, as a cheap phone's is. What an interaction takes is what the browser itself
reports (Event Timing, W3C: from the touch to the next picture); work of more than 50 ms in one piece is a
long task (Long Tasks API, W3C).
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts.guide.whole import Guide
from tests.built_site import built_site
from tests.chromium import FLAGS, find_chromium
from tests.conftest import hosted
from tests.purchases import made_up
from tests.real_guide import real_guide

PURCHASES = 30
VENDORS = 8
SLOWER = 4
_TIMES = 5

_OBSERVE = """
window.seen = {event: [], longtask: []};
for (const type of Object.keys(window.seen)) {
    new PerformanceObserver((list) => {
        const all = list.getEntries().filter((each) => type === "longtask" || each.interactionId);
        window.seen[type].push(...all.map((each) => Math.round(each.duration)));
    }).observe({type, buffered: true, durationThreshold: 16});
}
"""
_KEEP = """async (purchases) => {
    const [{name, version}] = (await indexedDB.databases()).filter(({name}) => name.endsWith(":purchases"));
    const opening = indexedDB.open(name, version);
    await new Promise((done) => { opening.onsuccess = done; });
    const change = opening.result.transaction("purchases", "readwrite");
    for (const each of purchases) change.objectStore("purchases").put(each);
    await new Promise((done) => { change.oncomplete = done; });
    localStorage.setItem(name.replace(/purchases$/, "purchase.open"),
        JSON.stringify({purchase: purchases[0].id, vendor: purchases[0].vendors[0].id}));
}"""


def fill(page: Page, guide: Guide, locale: str) -> None:
    """Let the device keep the purchases, the first of them open."""
    page.goto(f"{locale}/purchase/")
    page.locator("[data-purchases]").wait_for()
    names = [f"Vendor {number}" for number in range(1, VENDORS + 1)]
    purchases = [
        made_up(guide, names, name=f"Purchase {number}", id_=f"purchase-{number}", share=1)
        for number in range(PURCHASES)
    ]
    page.evaluate(_KEEP, purchases)


def _opened(page: Page, address: str, shown: str) -> None:
    page.goto(address)
    page.locator(shown).first.wait_for()
    took = round(page.evaluate("performance.now()"))
    print(f"{address}: ready {took} ms after the address; {_tasks(page)}")


def _tasks(page: Page) -> str:
    tasks = page.evaluate("window.seen.longtask.splice(0)")
    return f"{len(tasks)} long tasks, the longest {max(tasks, default=0)} ms"


def _touched(page: Page, what: str, controls: str) -> None:
    """Touch some of the controls one after the other, and tell the slowest."""
    page.evaluate("window.seen.event.splice(0)")
    for number in range(_TIMES):
        control = page.locator(controls).nth(number)
        control.scroll_into_view_if_needed()
        control.click()
        # The browser reports once the next picture is shown.
        page.wait_for_timeout(300)
    took = page.evaluate("window.seen.event.splice(0)")
    print(f"{what}: {_TIMES} touches, the slowest {max(took, default=0) or 'under 16'} ms; {_tasks(page)}")


def measure(site: Path, guide: Guide) -> None:
    """Print what opening and touching take on a full device."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        hosted(site, Path(folder)) as host,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page(base_url=host.address, viewport={"width": 360, "height": 740})
        page.add_init_script(_OBSERVE)
        fill(page, guide, "en")
        slowing = page.context.new_cdp_session(page)
        slowing.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        print(f"{PURCHASES} purchases of {VENDORS} vendors, a processor {SLOWER} times slower")
        meeting = next(iter(guide.meetings))
        _opened(page, f"en/checklists/{meeting}/", ".is-of-vendor [data-verdict]")
        _touched(page, "a verdict", "[data-verdict=partly]:visible")
        _opened(page, "en/purchase/", "[data-others] li")
        _opened(page, "en/compare/", "[data-row]")
        _touched(page, "a must-have", "[data-must]")
        browser.close()


if __name__ == "__main__":
    measure(Path(sys.argv[1]) if len(sys.argv) > 1 else built_site(), real_guide())
