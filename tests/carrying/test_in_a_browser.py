"""The unpacked guide in Chromium, opened from its folder: what a laptop without a network shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built_site import sample_guide
from tests.quiz_readers import answer, current

pytestmark = pytest.mark.xdist_group("carried")


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A tab at the folder; a script error, a file that is not there or a request elsewhere fails the test."""
    context = browser.new_context(locale="en-GB")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on(
        "requestfailed",
        lambda asked: None if asked.failure == "net::ERR_ABORTED" else faults.append(f"failed: {asked.url}"),
    )
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(folder.as_uri()) else faults.append(asked.url),
    )
    opened.goto((folder / "index.html").as_uri())
    yield opened
    context.close()
    assert faults == []


def _scripts_have_run(page: Page) -> None:
    expect(page.locator("[data-theme-switch]")).to_be_visible()


@pytest.mark.parametrize(("locale", "typed"), [("en", "favoritism"), ("es", "coima")])
def test_home_search_trick_checklist_and_quiz(page: Page, folder: Path, locale: str, typed: str) -> None:
    # The root page has gone to the browser's own language.
    expect(page.locator("html")).to_have_attribute("lang", "en")
    if locale == "es":
        page.locator("[data-locale=es]").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "es")
    _scripts_have_run(page)
    page.locator(".tool-search").click()
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator(".search-results")).to_have_attribute("data-answers", typed)
    page.locator(".search-results a").first.click()
    trick = sample_guide().tricks["kickbacks"].name.root[locale]
    expect(page.locator("h1")).to_contain_text(trick)
    assert page.url == (folder / locale / "tricks/kickbacks/index.html").as_uri()

    page.locator("[data-add]").first.click()
    page.locator("[data-mine-tool]").click()
    expect(page.locator("[data-mine] .item").first).to_be_visible()
    page.locator("[data-mine-page] a[href$='tricks/kickbacks/index.html']").first.click()
    expect(page.locator("h1")).to_contain_text(trick)

    page.locator(".site-sections a[href*=checklists]").click()
    page.locator("main a[href$='/demo/index.html']").first.click()
    _scripts_have_run(page)
    box = page.locator("[data-checklist] [type=checkbox]").first
    box.check()
    page.reload()
    expect(box).to_be_checked()

    # Its questions stand on the pages of tricks.
    page.locator(".site-sections a[href*=quizzes]").click()
    page.locator("main a[href$='/ten-at-random/index.html']").first.click()
    page.locator("[data-start] [type=submit]").click()
    for number in range(3):
        question = current(page)
        answer(page, question, right=number > 0)
        question.locator("[type=submit]").press("Enter")
        answered = question.get_attribute("id")
        page.locator("[data-next]").press("Enter")
        # The next one comes from a page of its own: until it is here the answered one stays.
        expect(page.locator(f"#{answered}")).to_be_hidden()
    page.locator("[data-finish]").press("Enter")
    expect(page.locator("[data-points]")).to_contain_text("3")
    page.locator(".weak-tricks a").first.click()
    expect(page.locator("[data-question]").first).to_be_attached()


def test_every_library_hands_itself_over(page: Page, folder: Path) -> None:
    _scripts_have_run(page)
    names = [file.relative_to(folder).as_posix() for file in (folder / "assets/vendor").glob("*.js")]
    asked = (
        "names => Promise.all(names.map(async (name) => Object.values(await carried.module(name)).length))"
    )
    assert len(names) >= 5
    assert all(page.evaluate(asked, names))


def test_an_address_in_a_folder_names_a_file(modules: Page) -> None:
    asked = """async (addresses) => {
        const {pageAt} = await import("/carried/from_folder.js");
        return addresses.map(pageAt);
    }"""
    addresses = {
        "file:///a/": "file:///a/index.html",
        "es/": "es/index.html",
        "x/#sign": "x/index.html#sign",
        "x/?seed=1#a/": "x/index.html?seed=1#a/",
        "x/index.html?q=/": "x/index.html?q=/",
        "#sign": "#sign",
    }
    assert modules.evaluate(asked, list(addresses)) == list(addresses.values())
