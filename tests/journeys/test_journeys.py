"""What readers do, in a real Chromium."""

import itertools
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.derived.checklist import checklist_for
from scripts.guide.meeting import Meeting
from scripts.guide.voice import Voice
from scripts.texts import markdown as texts
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.hosting import wait_until
from tests.printed import squeezed, texts_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
KINDS_OF_PAGE = [
    "",
    "tricks/",
    "tricks/kickbacks/",
    "phases/using/",
    "countermeasures/",
    "countermeasures/put-it-in-the-annex/",
    "checklists/",
    "checklists/contract/",
    "checklists/mine/",
    "checklists/mine/?t=rent-or-buy,kickbacks,gone&c=put-it-in-the-annex",
    "quizzes/",
    "quizzes/people/",
    "assessment/",
    "glossary/",
    "sources/",
    "method/",
]


def test_the_language_is_the_readers_then_the_chosen_one_and_the_switch_keeps_the_place(page: Page) -> None:
    page.goto("")
    expect(page).to_have_url(re.compile(r"/es/$"))
    page.goto("es/tricks/rent-or-buy/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/tricks/rent-or-buy/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Subscribe or buy?")
    page.goto("")
    expect(page).to_have_url(re.compile(r"/en/$"))
    page.goto("en/tricks/rent-or-buy/#cost")
    page.get_by_role("link", name="Español").click()
    expect(page).to_have_url(re.compile(r"/es/tricks/rent-or-buy/#cost$"))


SEARCHES = {
    "es": {
        "demostracion": "demo-always-works",
        "precios": "attractive-price",
        "kickback": "kickbacks",
        "integracion": "integration-no-problem",
        "comision": "kickbacks",
        "actualizaciones": "unwelcome-updates",
    },
    "en": {
        "kickback": "kickbacks",
        "demos": "demo-always-works",
        "bribe": "kickbacks",
        "support package": "mandatory-support",
    },
}


@pytest.mark.parametrize("locale", SEARCHES)
def test_a_search_arrives(page: Page, locale: str, subtests: pytest.Subtests) -> None:
    page.goto(f"{locale}/glossary/")
    page.keyboard.press("/")
    for typed, arrives in SEARCHES[locale].items():
        with subtests.test(typed):
            page.get_by_role("searchbox").fill(typed)
            _is_found(page, locale, arrives)
    page.locator(f'.search-results a[href$="/{locale}/tricks/{arrives}/"]').click()
    expect(page).to_have_url(re.compile(f"/{locale}/tricks/{arrives}/$"))


def _is_found(page: Page, locale: str, arrives: str) -> None:
    result = page.locator(f'.search-results a[href$="/{locale}/tricks/{arrives}/"]')
    result.wait_for()
    summary = GUIDE.tricks[arrives].summary.root[locale]
    expect(result.locator(".result-summary")).to_have_text(summary)
    phase = GUIDE.phases[GUIDE.tricks[arrives].phase].name.root[locale]
    expect(result.locator(".result-kind")).to_contain_text(phase)
    assert (
        page.locator(".search-results a")
        .evaluate_all("links => links.map(l => l.href)")
        .index(result.evaluate("link => link.href"))
        < 4
    )


def test_search_by_keyboard_alone(page: Page) -> None:
    page.goto("es/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("precio")
    page.locator(".search-results a").first.wait_for()
    expect(page.locator(".search-status")).to_contain_text(re.compile(r"\d+ resultados?"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    # It says when it finds nothing.
    page.get_by_role("link", name="Buscar un truco").click()
    page.get_by_role("searchbox").fill("xyzzyq")
    expect(page.locator(".search-status")).to_contain_text("Sin resultados")


def test_the_catalogue_filters_and_remembers(page: Page) -> None:
    page.goto("es/tricks/")
    page.get_by_label("Palabras").fill("integracion")
    expect(page.get_by_role("heading", name="«¿Integración? Sin problema»")).to_be_visible()
    expect(page.get_by_role("heading", name="Comisiones encubiertas")).to_be_hidden()
    page.get_by_label("Palabras").fill("")
    page.get_by_label("Momento").select_option("people")
    expect(page.locator(".trick-card:visible")).to_have_count(len(GUIDE.tricks_of_phase("people")))
    page.reload()
    expect(page.get_by_label("Momento")).to_have_value("people")


def test_the_theme_is_chosen_and_kept_and_the_skip_link_comes_first(page: Page) -> None:
    page.goto("en/")
    button = page.get_by_role("button", name=re.compile("Theme follows"))
    button.click()
    page.get_by_role("button", name=re.compile("Light theme")).click()
    page.goto("en/tricks/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 25, 27)"
    # On each page the way past its head comes first.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


FILLED_BY_SCRIPT = {"checklists/mine/?t": ".checklist .item", "quizzes/people/": "[data-quiz][data-ready]"}
"""What a page shows only once its script has fetched something, by how its address begins."""


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, path: str) -> None:
    """Axe looks at each page in one language: what differs between them is words."""
    widths = (1280, 768, 360, 320)
    for number, locale in enumerate(GUIDE.site.locales):
        page.set_viewport_size({"width": widths[0], "height": 800})
        page.goto(f"{locale}/{path}")
        for begins, filled in FILLED_BY_SCRIPT.items():
            if path.startswith(begins):
                expect(page.locator(filled).first).to_be_visible()
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)
            if width == 1280 and number == KINDS_OF_PAGE.index(path) % len(GUIDE.site.locales):
                expect_no_faults(page)
        # The next begins where this one ends.
        widths = widths[::-1]


def test_on_the_narrowest_phone_the_table_of_translations_fits_and_on_a_narrower_one_it_alone_scrolls(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("es/translations/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    table = page.get_by_role("region", name=Voice(GUIDE, "es").say("translations_title"))
    assert table.evaluate("scroll => scroll.scrollWidth <= scroll.clientWidth")
    # As of a page enlarged further.
    page.set_viewport_size({"width": 200, "height": 800})
    table.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "async () => document.activeElement.scrollLeft > 0")


PAPERS = {"A4": (210, 297), "Letter": (215.9, 279.4)}


def test_a_checklist_on_paper(page: Page, subtests: pytest.Subtests) -> None:
    for meeting, locale in zip(GUIDE.meetings.values(), itertools.cycle(GUIDE.site.locales), strict=False):
        page.emulate_media(media="screen")
        page.goto(f"{locale}/checklists/{meeting.slug}/")
        page.emulate_media(media="print", color_scheme="dark")
        for paper in PAPERS:
            with subtests.test(f"{meeting.slug} on {paper}"):
                assert _sticking_out(page, paper) == []
        with subtests.test(meeting.slug):
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
            _holds_everything(_printed(page), meeting, Voice(GUIDE, locale))


def _sticking_out(page: Page, paper: str) -> object:
    # The paper's width less both margins of print.css, in CSS pixels.
    width = int((PAPERS[paper][0] - 30) / 25.4 * 96)
    page.set_viewport_size({"width": width, "height": 1000})
    return page.evaluate(
        "width => [...document.querySelectorAll('article *')]"
        ".filter(e => e.getBoundingClientRect().right > width + 1).map(e => e.outerHTML.slice(0, 80))",
        width,
    )


def _printed(page: Page) -> str:
    page.emulate_media(media="print")
    return "".join(texts_of(page.pdf(format="A4", prefer_css_page_size=False)))


def _holds_everything(printed: str, meeting: Meeting, voice: Voice) -> None:
    for trick in GUIDE.tricks_of_meeting(meeting.slug):
        for sign in trick.warning_signs:
            assert _letters(voice.words(sign.text)) in printed
    for act in checklist_for(GUIDE, meeting).acts:
        assert squeezed(voice.words(act.countermeasure.check)) in printed
        if act.countermeasure.clause:
            assert _letters(voice.words(act.countermeasure.clause).split("\n\n")[0]) in printed
    assert squeezed(voice.say("search_tricks")) not in printed
    assert squeezed(voice.say("countermeasures_title")) not in printed[:200]


def _letters(markdown: str) -> str:
    """The first letters of a Markdown text as they are printed."""
    return squeezed(texts.words(markdown))[:30]


def test_everything_reads_without_javascript(
    browser: Browser, server: str, subtests: pytest.Subtests
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    for path in ("tricks/kickbacks/", "checklists/demo/", "quizzes/people/", "tricks/", ""):
        with subtests.test(path):
            page.goto(f"es/{path}")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.get_by_role("button", name="Comprobar")).to_have_count(0)
            expect(
                page.locator("[data-print]:visible, [data-catalogue]:visible, [data-theme-switch]:visible")
            ).to_have_count(0)
            if path.startswith("quizzes"):
                answers = page.locator("details.answers").first
                answers.locator("summary").click()
                expect(answers.locator(".is-right")).to_be_visible()
    context.close()


def test_the_menu_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto("es/tricks/kickbacks/")
    page.locator(".site-menu summary").click()
    page.locator(".site-menu").get_by_role("link", name="Glosario").click()
    expect(page).to_have_url(re.compile("/es/glossary/$"))
