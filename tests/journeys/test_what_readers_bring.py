"""Addresses, saved files and what a device keeps are data: never markup, never a page that breaks.

The `page` of these tests fails on any script error.
"""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.kept import NO_PAGE, keep_text, kept
from tests.started_pages import wait_for_scripts

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ASSESSMENT = next(iter(GUIDE.assessments.values()))
MARKUP = "<img src=x onerror=alert(1)>"
NAMES = [
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "length",
    "item",
    MARKUP,
    "\x00",
    "x" * 5000,
]
"""What every object of the language knows, and what no slug, name or number is."""


def _keep(page: Page, values: dict[str, Any]) -> None:
    if page.url == "about:blank":
        page.goto(NO_PAGE)
    for name, each in values.items():
        keep_text(page, name, each if isinstance(each, str) else json.dumps(each))


def _reload_what_is_new(page: Page, name: str, loaded: list[object]) -> None:
    """Load the page anew, unless it was once with the very same kept by `name`."""
    now = kept(page, name)
    if now not in loaded:
        loaded.append(now)
        page.reload()


@pytest.mark.parametrize("parameter", ["t", "c"])
def test_no_address_breaks_ones_own_list(page: Page, parameter: str) -> None:
    _keep(page, {"selection": {"tricks": ["kickbacks"], "countermeasures": []}})
    page.goto(f"en/checklists/mine/?{parameter}={','.join(map(quote, NAMES))}")
    # The page fetches what it knows of tricks before it offers a list, or shows the reader's own.
    page.locator("[data-take=join]:visible, .chosen-list a").first.wait_for()
    if page.locator("[data-take=join]").is_visible():
        page.locator("[data-take=join]").click()
    for _ in range(2):
        expect(page.locator(".chosen-list a")).to_have_text([GUIDE.tricks["kickbacks"].name.root["en"]])
        page.goto("en/checklists/mine/")
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_no_address_breaks_the_catalogue(page: Page, subtests: pytest.Subtests) -> None:
    parameters = ["length", "elements", "item", "reset", "phase", "severity", "meeting", "nonsense"]
    for value in ("2", "constructor", MARKUP, ""):
        with subtests.test(value):
            page.goto("en/tricks/?" + "&".join(f"{name}={quote(value)}" for name in parameters))
            expect(page.locator(".trick-card:visible")).to_have_count(len(GUIDE.tricks))
            page.locator(".filters input[type=search]").fill("zzzz")
            expect(page.locator(".trick-card:visible")).to_have_count(0)


def test_no_address_breaks_a_quiz(page: Page, subtests: pytest.Subtests) -> None:
    seeds = ["-1", "1e9", "NaN", quote(MARKUP)]
    for tail in (*(f"?seed={seed}" for seed in seeds), "#constructor", "#%E0%A4%A"):
        with subtests.test(tail):
            page.goto(f"en/quizzes/people/{tail}")
            page.locator("[data-start] [type=submit]").click()
            expect(page.locator("form.question:visible")).to_have_count(1)


def _sessions(first: str, second: str) -> list[Any]:
    """What the quiz's modules let pass (see test_quiz_scripts.py) and the page must bear."""
    sound = {"seed": 5, "names": [first, second], "answers": {first: 1}, "at": 1, "finished": False}
    return [
        {**sound, "at": 1e9},
        {**sound, "names": [first, first, "constructor", 7, None]},
        {**sound, "answers": [1, 2]},
        {**sound, "answers": {"constructor": 1, second: 1}, "finished": "yes"},
        {**sound, "finished": True, "answers": {"constructor": 1}},
        MARKUP,
    ]


def test_no_spoilt_position_breaks_a_kept_quiz(page: Page) -> None:
    page.goto("en/quizzes/people/?seed=5")
    first, second = page.locator("form.question").evaluate_all("all => all.slice(0, 2).map((one) => one.id)")
    loaded: list[object] = []
    for session in _sessions(first, second):
        _keep(page, {"quiz.people": session, "quiz-feedback": MARKUP})
        page.goto("en/quizzes/people/?seed=5")
        for button in ("[data-continue]", "[data-start] [type=submit]"):
            if page.locator(button).is_visible():
                page.locator(button).click()
        seen = page.locator("form.question:visible, [data-result]:visible")
        expect(seen.first).to_be_visible()
        _reload_what_is_new(page, "quiz.people", loaded)


def test_nothing_kept_breaks_a_checklist(page: Page, subtests: pytest.Subtests) -> None:
    strange: list[object] = [
        *(7, "text", [], None, "{", MARKUP),
        {"ticks": {"length": 3}, "notes": "text"},
        {"ticks": 7, "notes": [3]},
        {"ticks": ["constructor", 7, None], "notes": ["a", {"b": 1}]},
        {"ticks": [], "notes": {"field-date": "275760-09-14", "field-vendor": MARKUP, "__proto__": "x"}},
    ]
    loaded: list[object] = []
    for spoilt in strange:
        with subtests.test(str(spoilt)):
            _keep(page, {"checklist.demo": spoilt, "checklist.mine": spoilt})
            page.goto("en/checklists/demo/")
            expect(page.locator("[data-progress]")).to_contain_text("0 of")
            page.locator(".item input").first.check()
            page.locator(".exports summary").click()
            page.locator("[data-calendar] [type=submit]").click()
            expect(page.locator("[data-progress]")).to_contain_text("1 of")
            expect(page.locator("img[src=x]")).to_have_count(0)
            _reload_what_is_new(page, "checklist.demo", loaded)
            expect(page.locator(".item input:checked")).to_have_count(1)


def test_nothing_kept_breaks_the_choice(page: Page, subtests: pytest.Subtests) -> None:
    name = GUIDE.tricks["kickbacks"].name.root["en"]
    strange: list[object] = [
        *(7, "text", [], "{"),
        {"tricks": {"length": 3}},
        {"tricks": ["constructor", 5, None, "../x", MARKUP]},
        {"tricks": "kickbacks"},
    ]
    loaded: list[object] = []
    for spoilt in strange:
        with subtests.test(str(spoilt)):
            _keep(page, {"selection": spoilt})
            page.goto("en/checklists/mine/")
            page.get_by_role("button", name="Add: The demo").click()
            expect(page.locator(".item").first).to_be_visible()
            _keep(page, {"selection": spoilt})
            page.goto("en/tricks/kickbacks/")
            page.locator("[data-add]").click()
            now = kept(page, "selection")
            if now not in loaded:
                page.goto("en/checklists/mine/")
                expect(page.locator(".chosen-list a")).to_have_text([name])
                loaded.append(now)


def test_nothing_kept_breaks_theme_or_language(page: Page, subtests: pytest.Subtests) -> None:
    values = ("constructor", '"]', "../../elsewhere", MARKUP)
    for spoilt in (*values, *map(json.dumps, values)):
        with subtests.test(spoilt):
            _keep(page, {"theme": spoilt, "locale": spoilt})
            page.goto("")
            page.wait_for_url(re.compile(r"/es/$"))
            wait_for_scripts(page)
            assert page.locator("html").get_attribute("data-theme") is None
            page.locator("[data-theme-switch]").click()
            assert page.locator("html").get_attribute("data-theme") == "light"


def _chosen(page: Page) -> list[str]:
    answers: list[str] = page.locator(".statements input:checked").evaluate_all(
        "all => all.map((one) => `${one.name}=${one.value}`)"
    )
    return answers


def test_a_file_without_known_answers_takes_nothing_away(
    page: Page, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    statement = ASSESSMENT.statements[0].id
    _keep(page, {f"assessment.{ASSESSMENT.slug}": {statement: "no", "constructor": "yes"}})
    page.goto("en/assessment/")
    file = tmp_path / "saved.json"
    saved = {
        "format": "forewarned-assessment",
        "version": 1,
        "assessment": ASSESSMENT.slug,
        "saved": "2026-99-99",
    }
    words = Voice(GUIDE, "en")
    loaded: list[object] = []
    strange: list[dict[str, Any]] = [{"gone": "yes"}, {"constructor": "no", "__proto__": "no"}, {}]
    for answers in (*strange, {statement: ["yes"]}):
        with subtests.test(str(answers)):
            file.write_text(json.dumps({**saved, "answers": answers}), encoding="utf-8")
            page.locator("[data-continue]").set_input_files(file)
            said = words.say("file_skipped", count=len(answers)) if answers else words.say("file_foreign")
            expect(page.locator("[data-status]")).to_have_text(said)
            assert _chosen(page) == [f"{statement}=no"]
            _reload_what_is_new(page, f"assessment.{ASSESSMENT.slug}", loaded)
            assert _chosen(page) == [f"{statement}=no"]


def test_a_search_for_signs_finds_what_has_them_or_nothing(page: Page, subtests: pytest.Subtests) -> None:
    none = Voice(GUIDE, "en").say("search_none")
    page.goto("en/glossary/")
    page.keyboard.press("/")
    for typed in ("C#", "c++", "R&D", "#", "%%%", "<img src>", '"'):
        with subtests.test(typed):
            page.get_by_role("searchbox").fill("price")
            page.locator(".search-results a").first.wait_for()
            page.get_by_role("searchbox").fill(typed)
            page.locator(".search-status").get_by_text(none, exact=True).wait_for()
    # What every object of JavaScript has is no word of the index; it is taken for a slip, like any other.
    page.get_by_role("searchbox").fill("constructor")
    expect(page.locator(".search-results a").first).to_be_visible()
    expect(page.locator(".search-results")).to_have_attribute("data-answers", "constructor")
