"""How quick a full device answers: `python -m tests.purchase_speed [SITE [PAGE]]` prints it, asserts nothing.

The device keeps PURCHASES purchases of VENDORS vendors, each of whom answered every question of the guide,
showed signs and promised things; the calculator knows all of MOST_OFFERS offers, from low to high. The
processor is slowed SLOWER times, as a cheap phone's is. Of each interaction, done TIMES times, the table has
the middle one in milliseconds, and the slowest:

- answered: what the browser itself reports, from the touch or key to the next picture (Event Timing, W3C);
- changed: from the touch or key to the picture after the last change of the page, which may wait for what
  the device keeps;
- task: the longest piece of work (Long Tasks API, W3C, which knows none below 50 ms).
"""

import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from scripts.guide import MOST_OFFERS
from scripts.guide.whole import Guide
from tests.built_site import built_site
from tests.chromium import FLAGS, find_chromium
from tests.conftest import hosted
from tests.purchases import Purchase, made_up
from tests.real_guide import real_guide
from tests.started_pages import wait_for_scripts

PURCHASES = 30
VENDORS = 8
SLOWER = 4
TIMES = 7
SCREENS = {"phone": (360, 740), "desk": (1280, 800)}
_PROMISES = 5
_REQUIREMENTS = 10
_SHARE_SEEN = 0.3

_OBSERVE = """
window.seen = {events: [], tasks: [], began: 0, changed: 0};
new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (each.interactionId) seen.events.push(each.duration);
}).observe({type: "event", durationThreshold: 16});
new PerformanceObserver((list) => {
    for (const each of list.getEntries()) seen.tasks.push(each.duration);
}).observe({type: "longtask", buffered: true});
for (const kind of ["pointerup", "keydown"]) {
    addEventListener(kind, (event) => { seen.began = event.timeStamp; }, {capture: true});
}
const port = new MessageChannel();
port.port1.onmessage = () => { seen.changed = performance.now(); };
new MutationObserver(() => requestAnimationFrame(() => port.port2.postMessage(0)))
    .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
_BEGIN = "() => { Object.assign(seen, {events: [], tasks: [], began: 0, changed: 0}); }"
_TOLD = """() => [Math.max(0, ...seen.events), seen.changed && seen.changed - seen.began,
    Math.max(0, ...seen.tasks)]"""
_STILL = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
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


@dataclass(frozen=True)
class Interaction:
    """What is done to the controls one after the other; to the first again and again where it is one."""

    name: str
    controls: str
    act: Callable[[Locator], None]
    first: Callable[[Page], None] = lambda page: None
    """What is done before, and not measured."""


@dataclass(frozen=True)
class Visit:
    """A page, what stands on it once it is ready, and what is done there."""

    address: str
    ready: str
    interactions: Sequence[Interaction]


def _press(*keys: str) -> Callable[[Locator], None]:
    """Return what presses keys in a control that has the focus; the last one is what counts."""

    def pressing(control: Locator) -> None:
        for key in keys:
            control.press(key)

    return pressing


def _touched(control: Locator) -> None:
    """Click where the control stands; to look first what takes the click costs the page as much again."""
    control.click(force=True)


def _turned(control: Locator) -> None:
    """Choose the next of a select's options, or the first after the last, by its first letter or arrow."""
    last = control.evaluate("(each) => each.selectedIndex === each.options.length - 1")
    control.press("Home" if last else "ArrowDown")


def _written(words: str) -> Callable[[Locator], None]:
    def writing(control: Locator) -> None:
        control.fill(words)
        control.page.evaluate(_BEGIN)
        control.press("Enter")

    return writing


def _named(control: Locator) -> None:
    """Write another text into a field and leave it."""
    control.fill(f"{control.input_value()[:40]}+")
    control.page.evaluate(_BEGIN)
    control.press("Tab")


def visits(meeting: str) -> Iterator[Visit]:
    """Yield what is measured; `meeting` is whose checklist is opened."""
    unfolded = "[data-promise-fold]:not([open]) > summary"
    yield Visit(
        f"en/checklists/{meeting}/",
        ".is-of-vendor [data-verdict]",
        (
            Interaction("a verdict", "[data-verdict=partly]:visible", _touched),
            Interaction("a box ticked", ".item[data-effort] > input:visible", _touched),
            Interaction("a letter of a note", ".note-field textarea:visible", _press("a")),
            Interaction(
                "a promise noted",
                "#promise-what",
                _written("A training day"),
                lambda page: page.locator(unfolded).click() if page.locator(unfolded).count() else None,
            ),
            Interaction("another vendor", "#meeting-vendor", _turned),
        ),
    )
    yield Visit(
        "en/purchase/",
        "[data-others] li",
        (
            Interaction("the purchase renamed", "#purchase-name", _named),
            Interaction("a vendor renamed", "[data-vendors] input", _named),
            Interaction("a promise's status", "[data-promise-groups] select", _turned),
            Interaction("the annex of another vendor", "#annex-vendor", _turned),
            Interaction(
                "a vendor added",
                "#vendor-new",
                _written("Vendor 9"),
                lambda page: page.locator("[data-vendors] button").last.click(),
            ),
            Interaction("another purchase", "[data-others] button", _touched),
        ),
    )
    yield Visit(
        "en/compare/",
        "table:not([aria-busy]) [data-row]",
        (
            Interaction("a must-have", "[data-must]", _touched),
            Interaction("a weight", "[data-weight]", _turned),
            Interaction("an own requirement's verdict", "[data-answer]", _turned),
            Interaction("an own requirement's note", "[data-said]", _named),
            Interaction("a requirement added", "#requirement-new", _written("Speaks our language")),
            Interaction("a requirement removed", "[data-remove]:visible", _touched),
        ),
    )
    yield Visit(
        "en/clauses/",
        "[data-pick] input",
        (Interaction("a clause picked", "[data-pick] input:visible", _touched),),
    )
    yield Visit(
        "en/calculator/",
        ".is-live",
        (
            Interaction("a letter of a number", "[data-end]:visible", _press("1")),
            Interaction("a number entered", "[data-end]:visible", _named_number),
            Interaction("another span of years", "[data-years]", _turned),
            Interaction("ranges shown or not", "[data-ranges]", _touched),
            Interaction("an offer renamed", "[data-name-of]", _named),
        ),
    )


def _named_number(control: Locator) -> None:
    control.fill("1200")
    control.page.evaluate(_BEGIN)
    control.press("Tab")


def full(guide: Guide, number: int) -> Purchase:
    """Return a purchase that holds as much as the guide can ask and a reader will note."""
    names = [f"Vendor {each}" for each in range(1, VENDORS + 1)]
    purchase = made_up(guide, names, name=f"Purchase {number}", id_=f"purchase-{number}", share=1)
    chance = random.Random(number)  # noqa: S311 (test data)
    vendors = [each["id"] for each in purchase["vendors"]]
    for vendor in vendors:
        for meeting, kept in purchase["lists"][vendor].items():
            kept["ticks"] += [sign for sign in _signs_at(guide, meeting) if chance.random() < _SHARE_SEEN]
    purchase["requirements"] = [
        {"id": f"own-{place}", "text": f"Prints our labels, kind {place}"} for place in range(_REQUIREMENTS)
    ]
    purchase["promises"] = [
        {
            "id": f"promise-{vendor}-{place}",
            "vendor": vendor,
            "what": f"An interface to our shop, part {place}",
            "who": "Their sales manager",
            "price": "included",
            "by": "2027-04-01",
            "meeting": "demo",
            "heard": "2026-11-20",
            "status": "heard",
        }
        for vendor in vendors
        for place in range(_PROMISES)
    ]
    purchase["cost"] = _cost(guide)
    return purchase


def _cost(guide: Guide) -> str:
    """Return a comparison of offers with all that the calculator asks, as its address has it."""
    inputs = [each for group in guide.calculator.values() for each in group.inputs]

    def given(of_company: bool) -> str:
        return ";".join(f"{each.id}:1~2~3" for each in inputs if each.of_company == of_company)

    offers = [f"o=Offer{number};{given(of_company=False)}" for number in range(MOST_OFFERS)]
    return "&".join(["v=1", "y=10", "c=EUR", "r=1", f"b={given(of_company=True)}", *offers])


def _signs_at(guide: Guide, meeting: str) -> list[str]:
    tricks = [trick for trick in guide.tricks.values() if meeting in trick.meetings]
    return [f"sign-{trick.slug}-{sign.id}" for trick in tricks for sign in trick.warning_signs]


def fill(page: Page, guide: Guide, locale: str) -> None:
    """Let the device keep the purchases, the first of them open."""
    page.goto(f"{locale}/purchase/")
    page.locator("[data-purchases]").wait_for()
    page.evaluate(_KEEP, [full(guide, number) for number in range(PURCHASES)])


def _done(page: Page, each: Interaction) -> tuple[list[float], ...]:
    """Return what each time took, by kind of figure."""
    told = []
    for number in range(TIMES):
        each.first(page)
        controls = page.locator(each.controls)
        control = controls.nth(number % controls.count())
        control.scroll_into_view_if_needed()
        control.focus()
        page.evaluate(_STILL)
        page.evaluate(_BEGIN)
        each.act(control)
        # The browser reports once the next picture is shown.
        page.wait_for_timeout(400)
        page.evaluate(_STILL)
        told.append(page.evaluate(_TOLD))
    return tuple(list(figures) for figures in zip(*told, strict=True))


def _opened(page: Page, visit: Visit) -> None:
    page.goto(visit.address)
    wait_for_scripts(page)
    page.locator(visit.ready).first.wait_for()
    took = round(page.evaluate("performance.now()"))
    page.evaluate(_STILL)
    tasks = page.evaluate("seen.tasks")
    print(f"| {visit.address} ready | {took} | | {round(max(tasks, default=0))} |")


def _row(name: str, figures: Sequence[list[float]]) -> str:
    cells = [f"{round(statistics.median(each))} ({round(max(each))})" for each in figures]
    return f"| {' | '.join([name, *cells])} |"


def measure(site: Path, guide: Guide, wanted: str = "") -> None:
    """Print what opening and touching take on a full device, on the pages whose address holds `wanted`."""
    meeting = max(guide.meetings, key=lambda slug: len(_signs_at(guide, slug)))
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        hosted(site, Path(folder)) as host,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for screen, (width, height) in SCREENS.items():
            page = browser.new_page(base_url=host.address, viewport={"width": width, "height": height})
            page.add_init_script(_OBSERVE)
            fill(page, guide, "en")
            slowing = page.context.new_cdp_session(page)
            slowing.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            print(f"\n{screen}, {width} px; processor {SLOWER} times slower; load {os.getloadavg()[0]:.1f}\n")
            print("| ms: middle (slowest) | answered | changed | task |\n|---|---|---|---|")
            for visit in visits(meeting):
                if wanted not in visit.address:
                    continue
                _opened(page, visit)
                for each in visit.interactions:
                    print(_row(each.name, _done(page, each)), flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    measure(Path(sys.argv[1]) if len(sys.argv) > 1 else built_site(), real_guide(), *sys.argv[2:3])
