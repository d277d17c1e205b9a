"""Following a guided path, with and without scripts."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from scripts.guide import path_to
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.started_pages import wait_for_scripts

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
PATH = min(
    (path for path in GUIDE.paths.values() if any(step.reference[0] == "trick" for step in path.steps)),
    key=lambda path: len(path.steps),
)
STEPS = [path_to(*step.reference) for step in PATH.steps]
FIRST = next(address for address in STEPS if address.startswith("tricks/"))


def test_a_path_from_the_home_page_to_its_end_and_back(page: Page) -> None:
    page.goto("en/")
    page.get_by_role("link", name=PATH.name.root["en"]).click()
    page.get_by_role("link", name="Start the path").click()
    for address in STEPS:
        expect(page).to_have_url(re.compile(rf"/en/{address}\?(.*&)?path={PATH.slug}(&|#|$)"))
        expect(page.locator(".beside:visible")).to_have_count(1)
        # Where a minute of the page is asked for, the way on stands where that minute ends.
        expect(page.locator(".minute + .path-way:visible")).to_have_count(int("#in-one-minute" in page.url))
        page.locator(".beside:visible [rel=next]").click()
    expect(page).to_have_url(re.compile(f"/en/paths/{PATH.slug}/$"))
    page.go_back()
    page.locator(".beside:visible [rel=prev]").click()
    expect(page).to_have_url(re.compile(rf"/en/{STEPS[-2]}\?path={PATH.slug}(#|$)"))


def test_the_path_is_kept_in_the_other_language(page: Page) -> None:
    page.goto(f"en/{FIRST}?path={PATH.slug}")
    page.get_by_role("link", name="Español").click()
    expect(page).to_have_url(re.compile(rf"/es/{FIRST}\?path={PATH.slug}$"))
    wait_for_scripts(page)
    expect(page.locator(".path-way:visible")).to_contain_text(PATH.name.root["es"])


def test_no_address_puts_a_reader_on_a_path_that_is_not(page: Page, subtests: pytest.Subtests) -> None:
    for value in ("", "?path=", "?path=constructor", "?path=<img src=x>", "?path=%E0%A4%A"):
        with subtests.test(value):
            page.goto(f"en/{FIRST}{value}")
            expect(page.locator(".beside:visible")).to_have_count(1)
            expect(page.locator(".path-way:visible")).to_have_count(0)


def test_without_a_script_the_ways_on_are_links(plain_page: Page) -> None:
    plain_page.goto(f"en/paths/{PATH.slug}/")
    plain_page.locator(".stops a").nth(STEPS.index(FIRST)).click()
    way = plain_page.locator(f'[data-path="{PATH.slug}"]')
    expect(way).to_be_visible()
    way.locator("[rel=next]").click()
    expect(plain_page).to_have_url(re.compile(STEPS[STEPS.index(FIRST) + 1]))


def test_no_faults(page: Page) -> None:
    for path, locale in zip(
        ("paths/", f"paths/{PATH.slug}/", f"{FIRST}?path={PATH.slug}"),
        cycle(GUIDE.site.locales),
    ):
        expect_no_faults_and_no_overflow(page, f"{locale}/{path}")
