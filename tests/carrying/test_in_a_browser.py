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
    """A tab at the folder; the test fails on a script error, a file that is not there, a request elsewhere."""
    context = browser.new_context(locale="en-GB")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on("requestfailed", lambda asked: faults.append(f"failed: {asked.url}"))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(folder.as_uri()) else faults.append(asked.url),
    )
    opened.goto((folder / "index.html").as_uri())
    yield opened
    context.close()
    assert faults == []


@pytest.mark.parametrize(("locale", "typed"), [("en", "favoritism"), ("es", "coima")])
def test_home_search_trick_checklist_and_quiz(page: Page, folder: Path, locale: str, typed: str) -> None:
    # The root page has gone to the browser's own language.
    expect(page.locator("html")).to_have_attribute("lang", "en")
    if locale == "es":
        page.locator("[data-locale=es]").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "es")
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
    page.locator("[data-mine] a", has_text=trick).first.click()
    expect(page.locator("h1")).to_contain_text(trick)

    page.locator(".site-sections a[href*=checklists]").click()
    page.locator("a[href='demo/index.html']").first.click()
    box = page.locator("[data-checklist] [type=checkbox]").first
    box.check()
    page.reload()
    expect(box).to_be_checked()

    # Its questions stand on the pages of tricks.
    page.locator(".site-sections a[href*=quizzes]").click()
    page.locator("a[href='ten-at-random/index.html']").first.click()
    page.locator("[data-start] [type=submit]").click()
    for number in range(10):
        answer(page, current(page), right=number > 0)
        page.keyboard.press("Enter")
        current(page).locator("[type=submit]").press("Enter") if not page.locator(
            "[data-next]"
        ).is_visible() else None
        page.locator("[data-next]").press("Enter")
    expect(page.locator("[data-points]")).to_contain_text("10")
    expect(page.locator(".weak-tricks a")).to_have_attribute("href", "x")
