"""The guide without a network, in a real Chromium whose server is really stopped."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from scripts.derived.former_addresses import former_addresses
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.conftest import hosted
from tests.hosting import Host, cut_off, visit_and_wait

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = list(GUIDE.site.locales)


@pytest.fixture
def page(keeping: BrowserContext) -> Page:
    return keeping.new_page()


def _one_of(locale: str, guide: Guide = GUIDE) -> dict[str, str]:
    """The page of each kind that a meeting needs, by its address, with its heading."""
    voice = Voice(guide, locale)
    meeting, trick = next(iter(guide.meetings.values())), next(iter(guide.tricks.values()))
    quiz, countermeasure = next(iter(guide.quizzes.values())), next(iter(guide.countermeasures.values()))
    return {
        f"{locale}/": "",
        f"{locale}/checklists/{meeting.slug}/": voice.say("checklist_for", meeting=voice.words(meeting.name)),
        f"{locale}/tricks/{trick.slug}/": voice.words(trick.name),
        f"{locale}/quizzes/{quiz.slug}/": voice.words(quiz.name),
        f"{locale}/countermeasures/{countermeasure.slug}/": voice.words(countermeasure.name),
        f"{locale}/glossary/": voice.say("glossary_title"),
        f"{locale}/checklists/mine/": voice.say("mine_title"),
        f"{locale}/tricks/?phase=buying": voice.say("tricks_title"),
    }


@dataclass(frozen=True)
class Cut:
    """A device that has kept the guide in `locale` and has no network any more."""

    context: BrowserContext
    locale: str
    host: Host

    def say(self, key: str) -> str:
        return Voice(GUIDE, self.locale).say(key)


@pytest.fixture(scope="module", params=LOCALES)
def cut(
    request: pytest.FixtureRequest, browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cut]:
    """To keep a language takes seconds, and opening a page changes nothing of what is kept."""
    with hosted(site, tmp_path_factory.mktemp("cut")) as host:
        context = browser.new_context(base_url=host.address, locale=request.param, service_workers="allow")
        page = context.new_page()
        visit_and_wait(page, f"{request.param}/about/")
        cut_off(host, context)
        page.close()
        yield Cut(context, request.param, host)
        context.close()


@pytest.fixture
def cut_page(cut: Cut) -> Iterator[Page]:
    """A new tab of the device without a network; no script of it may fail."""
    faults: list[str] = []
    page = cut.context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    assert faults == []


# One worker keeps each language once for all of them.
@pytest.mark.xdist_group("offline")
class TestAfterOneVisitWithoutANetwork:
    def test_every_kind_of_page_opens(self, cut: Cut, cut_page: Page) -> None:
        for path, heading in _one_of(cut.locale).items():
            cut_page.goto(path)
            expect(cut_page.get_by_role("heading", level=1)).to_contain_text(heading)
            expect(cut_page.locator("[data-offline-sign]")).to_have_text(cut.say("offline_sign"))
            assert cut_page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Atkinson")

    def test_a_list_of_ones_own_opens(self, cut: Cut, cut_page: Page) -> None:
        slug, trick = next(iter(GUIDE.tricks.items()))
        cut_page.goto(f"{cut.locale}/checklists/mine/?t={slug}")
        expect(cut_page.locator(".chosen-list a")).to_have_text([trick.name.root[cut.locale]])
        # The line about the guide is no field of the list's, nor the other way round.
        expect(cut_page.get_by_label(cut.say("field_vendor"))).to_be_visible()

    def test_search_works(self, cut: Cut, cut_page: Page) -> None:
        cut_page.goto(f"{cut.locale}/glossary/")
        cut_page.keyboard.press("/")
        cut_page.keyboard.type("demo")
        result = cut_page.locator(f'.search-results a[href$="/{cut.locale}/tricks/demo-always-works/"]')
        expect(result).to_be_visible()
        result.click()
        expect(cut_page.get_by_role("heading", level=1)).to_have_text(
            Voice(GUIDE, cut.locale).words(GUIDE.tricks["demo-always-works"].name)
        )

    def test_every_page_of_the_language_is_kept(self, cut: Cut, cut_page: Page) -> None:
        cut_page.goto(f"{cut.locale}/")
        moved = {f"{cut.locale}/{each.address}" for each in former_addresses(GUIDE)}
        folder = cut.host.folder / cut.locale
        addresses = [
            address
            for file in sorted(folder.rglob("index.html"))
            if (address := f"{cut.locale}/{file.parent.relative_to(folder).as_posix()}/") not in moved
        ]
        statuses = cut_page.evaluate(
            """async (addresses) => Promise.all(addresses.map(
                async (address) => (await fetch(address)).status))""",
            [urljoin(cut.host.address, address) for address in addresses],
        )
        assert len(addresses) > len(GUIDE.tricks) + len(GUIDE.countermeasures) + len(GUIDE.meetings)
        assert set(statuses) == {200}

    def test_what_is_not_kept_is_said_in_the_language_asked_for(self, cut: Cut, cut_page: Page) -> None:
        page, locale = cut_page, cut.locale
        other = next(code for code in LOCALES if code != locale)
        for path, language in (
            (f"{other}/tricks/kickbacks/", other),
            (f"{locale}/print/no-such.pdf", locale),
            (f"{locale}/tricks/no-such/", locale),
        ):
            page.goto(path)
            heading = page.get_by_role("heading", level=1)
            expect(heading).to_have_text(Voice(GUIDE, language).say("offline_title"))
            assert page.evaluate("document.documentElement.lang") == language
            # It leads to what this device keeps, and to nothing else.
            links = page.locator("main a:visible")
            expect(links).to_have_count(5)
            assert {link.get_attribute("hreflang") for link in links.all()} == {locale}
        expect_no_faults(page)
        page.get_by_role("link", name=cut.say("all_checklists")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(cut.say("checklists_title"))

    def test_the_root_leads_to_the_kept_language(self, cut: Cut, cut_page: Page) -> None:
        cut_page.goto("")
        cut_page.wait_for_url(f"**/{cut.locale}/")
        expect(cut_page.locator("[data-offline-sign]")).not_to_be_empty()

    def test_the_sign_is_a_status_that_axe_finds_no_fault_with(self, cut: Cut, cut_page: Page) -> None:
        cut_page.set_viewport_size({"width": 360, "height": 740})
        cut_page.goto(f"{cut.locale}/checklists/")
        expect(cut_page.get_by_role("status").filter(has_text=cut.say("offline_sign"))).to_be_visible()
        if cut.locale == "es":
            expect_no_faults(cut_page)


def test_who_saves_data_is_asked_first(page: Page, host: Host, keeping: BrowserContext) -> None:
    keeping.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto("es/checklists/demo/")
    facts = json.loads((host.folder / "es/kept.json").read_text(encoding="utf-8"))
    size = f"{facts['bytes'] / 1e6:.1f} MB".replace(".", ",")
    button = page.get_by_role("button", name=Voice(GUIDE, "es").say("keep_here", size=size))
    expect(button).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert not [path for path in host.asked if "countermeasures/" in path]
    button.click()
    expect(page.get_by_text(Voice(GUIDE, "es").say("kept_here"))).to_be_visible(timeout=60_000)
    expect(button).to_be_hidden()


_SHOWN_WITH = """performance.getEntriesByType("resource")
  .filter((each) => ["css", "link", "script", "img", "other"].includes(each.initiatorType))
  .map((each) => new URL(each.name).pathname)"""


def test_from_the_first_visit_to_a_paper_that_is_there_without_a_network(
    page: Page, host: Host, keeping: BrowserContext
) -> None:
    locale = "es"
    page.goto(f"{locale}/checklists/demo/")
    _the_visit_was_not_held_up(page, host)
    # The checklist says that it is kept.
    expect(page.get_by_text(Voice(GUIDE, locale).say("kept_here"))).to_be_visible(timeout=60_000)
    expect(page.get_by_text(Voice(GUIDE, locale).say("kept_soon"))).to_be_hidden()
    paper = host.folder / locale / "print/demo-questions.xlsx"
    address = f"{host.address}{locale}/print/{paper.name}"
    visit_and_wait(page, f"{locale}/")
    assert page.evaluate(_GET, address) == [200, paper.stat().st_size]
    _the_sign_goes_when_the_network_comes_back(page, host)
    cut_off(host, keeping)
    _papers_once_opened_are_kept_and_no_other(page, paper, address)


def _the_visit_was_not_held_up(page: Page, host: Host) -> None:
    shown_with = [path for path in page.evaluate(_SHOWN_WITH) if "/assets/" in path]
    # The browser tells of a worker before it has asked for one.
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    worker = next(place for place, path in enumerate(host.asked) if path.endswith("service-worker.js"))
    assert len(shown_with) >= 5
    assert [path for path in shown_with if host.asked.index(path) > worker] == []


def _the_sign_goes_when_the_network_comes_back(page: Page, host: Host) -> None:
    # The device believes in its network; only the server is gone.
    host.stop()
    page.goto("es/tricks/")
    sign = page.locator("[data-offline-sign]")
    expect(sign).not_to_be_empty()
    language = page.locator(".tool-language .needs-network")
    expect(language).to_be_visible()
    host.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(sign).to_be_empty()
    expect(language).to_have_count(0)


_GET = "async (address) => { const r = await fetch(address); return [r.status, (await r.blob()).size]; }"


def _papers_once_opened_are_kept_and_no_other(page: Page, paper: Path, address: str) -> None:
    page.goto("es/checklists/demo/")
    # What needs a network says so before it is pressed; what is kept bears no sign.
    needs = page.get_by_role("link", name=Voice(GUIDE, "es").say("offline_absent"))
    expect(needs.filter(has_text="PDF").first).to_be_visible()
    signed = {str(link.get_attribute("href")).rsplit("/", 1)[-1] for link in needs.all()}
    assert f"{paper.stem}-all.xlsx" in signed
    assert paper.name not in signed
    expect(page.locator(".site-logo .needs-network, .crumbs .needs-network")).to_have_count(0)
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate(_GET, address.replace(".xlsx", "-all.xlsx"))
    # A click downloads it; the copy that answers is the one kept.
    page.goto("es/checklists/")
    kept = page.evaluate(
        """async (address) => {
            const names = (await caches.keys()).filter((name) => name.endsWith("opened"));
            const copy = await caches.match(address, { cacheName: names[0] });
            return (await copy.blob()).size;
        }""",
        address,
    )
    assert kept == paper.stat().st_size
