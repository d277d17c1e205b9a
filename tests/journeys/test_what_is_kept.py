"""What a browser keeps: below the guide's path, taken over from older keys once, told without room."""

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.conftest import serving
from tests.kept import NO_PAGE, empty_storage, fill_storage, keep, kept, key_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ASSESSMENT = next(iter(GUIDE.assessments.values()))
STATEMENT = ASSESSMENT.statements[0].id
QUIZ = next(iter(GUIDE.quizzes))
ACT = "work-in-the-demo-yourself"
OLD: Mapping[str, str] = {
    "selection": '{"tricks": ["kickbacks"], "countermeasures": []}',
    "checklist.demo": f'{{"ticks": ["box-{ACT}"], "notes": {{"field-vendor": "Acme"}}}}',
    f"assessment.{ASSESSMENT.slug}": f'{{"{STATEMENT}": "no"}}',
    f"quiz.{QUIZ}": '{"seed": 7, "names": [], "answers": {}, "at": 0}',
    "quiz-feedback": "end",
    "theme": "dark",
    "locale": "en",
}
"""What the pages kept when keys had no path; some of it as bare words."""


def _say(key: str, **values: object) -> str:
    return Voice(GUIDE, "en").say(key, **values)


@pytest.fixture(scope="module")
def _two_guides(browser: Browser, site: Any) -> Iterator[BrowserContext]:
    with serving(site, "other") as address:
        root = address.removesuffix("guide/")
        context = browser.new_context(base_url=root, locale="es-ES", service_workers="block")
        yield context
        context.close()


@pytest.fixture
def origin(_two_guides: BrowserContext) -> Iterator[BrowserContext]:
    """A browser at an origin that publishes two guides, /guide/ and /other/; it has kept nothing yet."""
    page = _a_page_without_scripts(_two_guides)
    page.evaluate("localStorage.clear()")
    page.close()
    yield _two_guides
    for each in _two_guides.pages:
        each.close()


def _keep_as_before(page: Page, values: Mapping[str, str] = OLD) -> None:
    page.evaluate(
        "all => all.forEach(([name, text]) => localStorage.setItem(`forewarned.${name}`, text))",
        [*values.items()],
    )


def _all_kept(page: Page) -> dict[str, str]:
    return dict(page.evaluate("Object.entries(localStorage)"))


def _a_page_without_scripts(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("guide/robots.txt")
    return page


def test_two_guides_of_one_origin_do_not_mix(origin: BrowserContext) -> None:
    page = origin.new_page()
    page.goto("guide/en/checklists/demo/")
    page.locator(".item input").first.check()
    page.get_by_label("Vendor", exact=True).fill("Acme")
    page.get_by_role("button", name=_say("add_all_to_mine")).first.click()
    page.locator("[data-theme-switch]").click()
    page.get_by_role("link", name="Español").click()
    page.goto("guide/en/assessment/")
    page.locator(f"#{STATEMENT} input[value=no]").check()
    page.goto("guide/en/quizzes/people/")
    page.locator("[data-start] [type=submit]").click()
    assert all(key.startswith(key_of("")) for key in _all_kept(page)), "a key without the guide's path"
    before = _all_kept(page)

    page.goto("other/en/checklists/demo/")
    expect(page.locator(".item input:checked")).to_have_count(0)
    expect(page.get_by_label("Vendor", exact=True)).to_have_value("")
    expect(page.locator("[data-mine-tool]")).to_be_hidden()
    assert page.locator("html").get_attribute("data-theme") is None
    page.locator(".item input").nth(1).check()
    page.goto("other/en/assessment/")
    expect(page.locator("[data-form] input:checked")).to_have_count(0)
    page.goto("other/en/quizzes/people/")
    expect(page.locator("[data-continue]")).to_be_hidden()
    assert {key: text for key, text in _all_kept(page).items() if key in before} == before


def test_what_older_keys_held_is_taken_over(origin: BrowserContext) -> None:
    page = _a_page_without_scripts(origin)
    _keep_as_before(page)
    page.goto("guide/en/checklists/demo/")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    expect(page.locator(f"#box-{ACT}")).to_be_checked()
    expect(page.get_by_label("Vendor", exact=True)).to_have_value("Acme")
    assert [key for key in _all_kept(page) if key.startswith("forewarned.")] == []
    for name, text in OLD.items():
        value = json.loads(text) if text.startswith("{") else text
        assert kept(page, name) == value, name
    page.goto("guide/en/checklists/mine/")
    expect(page.locator(".chosen-list a")).to_have_count(1)
    page.goto("guide/en/assessment/")
    expect(page.locator("[data-form] input:checked")).to_have_count(1)
    page.goto("guide/")
    expect(page).to_have_url(re.compile(r"/guide/en/$"))


def test_it_is_taken_over_once_and_by_one_guide(origin: BrowserContext) -> None:
    page = _a_page_without_scripts(origin)
    _keep_as_before(page)
    page.goto("guide/en/checklists/demo/")
    page.goto("other/en/checklists/demo/")
    expect(page.locator(".item input:checked")).to_have_count(0)
    page.goto("guide/en/checklists/demo/")
    page.get_by_role("button", name=_say("checklist_clear")).click()
    # An older edition of another guide goes on as before: what it keeps is its own.
    _keep_as_before(page)
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(0)
    assert {f"forewarned.{name}" for name in OLD} <= set(_all_kept(page))


def test_who_kept_something_before_takes_nothing_of_an_older_neighbour(origin: BrowserContext) -> None:
    page = origin.new_page()
    page.goto("guide/en/checklists/demo/")
    page.locator(".item input").nth(1).check()
    _keep_as_before(page)
    page.goto("guide/en/checklists/mine/")
    expect(page.locator(".chosen-list a")).to_have_count(0)


def test_what_finds_no_room_to_be_taken_over_is_read_where_it_is(origin: BrowserContext) -> None:
    page = _a_page_without_scripts(origin)
    _keep_as_before(page)
    fill_storage(page)
    page.goto("guide/en/checklists/demo/")
    expect(page.locator(f"#box-{ACT}")).to_be_checked()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert {f"forewarned.{name}": text for name, text in OLD.items()}.items() <= _all_kept(page).items()
    empty_storage(page)
    # Changed before the next visit, so that it is not taken from the old place again.
    page.locator(f"#box-{ACT}").uncheck()
    page.reload()
    expect(page.locator(f"#box-{ACT}")).not_to_be_checked()
    expect(page.get_by_label("Vendor", exact=True)).to_have_value("Acme")
    assert [key for key in _all_kept(page) if key.startswith("forewarned.")] == []


def test_nothing_spoilt_under_older_keys_breaks_a_page(page: Page, subtests: pytest.Subtests) -> None:
    """Each page in its turn is the first to find it; test_what_readers_bring.py tells the rest."""
    firsts = itertools.cycle(
        ("en/checklists/demo/", "en/checklists/mine/", "en/assessment/", "en/quizzes/people/")
    )
    for spoilt, first in zip(("", "{", "[]", "7", "null", '"x"'), firsts, strict=False):
        with subtests.test(spoilt):
            if page.url == "about:blank":
                page.goto(NO_PAGE)
            page.evaluate("localStorage.clear()")
            _keep_as_before(page, dict.fromkeys(OLD, spoilt))
            page.goto(first)
            page.goto("en/tricks/kickbacks/")
            page.get_by_role("button", name=_say("add_to_mine"), exact=True).click()
            assert kept(page, "selection") == {"tricks": ["kickbacks"], "countermeasures": []}


def test_a_warning_of_no_room_goes_when_there_is_room(page: Page) -> None:
    page.goto("en/checklists/demo/")
    page.locator(".item input").nth(0).check()
    fill_storage(page)
    page.locator(".item input").nth(1).check()
    told = page.locator("[data-not-kept]")
    expect(told).to_have_text(_say("checklist_no_room"))
    # As it says, what was kept before is still there.
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(1)
    expect(told).to_be_visible()
    empty_storage(page)
    page.locator(".item input").nth(1).check()
    expect(told).to_be_hidden()
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(2)


def test_coming_back_shows_what_was_kept_meanwhile(page: Page) -> None:
    page.goto("en/checklists/demo/")
    page.goto("en/checklists/mine/")
    keep(page, "checklist.demo", {"ticks": [f"box-{ACT}"], "notes": {}})
    page.go_back()
    expect(page.locator(f"#box-{ACT}")).to_be_checked()
