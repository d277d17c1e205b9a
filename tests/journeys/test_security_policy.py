"""The strict policy of the pages holds while everything on them is in use."""

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from scripts.publishing import content_security_policy
from tests.built_site import sample_guide
from tests.hosting import Host, cut_off, visit_and_wait

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LISTENING = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


def _listening(page: Page, faults: list[str]) -> Page:
    page.add_init_script(LISTENING)
    page.on(
        "console", lambda said: faults.append(f"{page.url}: {said.text}") if said.type == "error" else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


@pytest.fixture
def strict(browser: Browser, server: str) -> Iterator[Page]:
    """A tab that fails the test on anything that the policy refuses."""
    context = browser.new_context(base_url=server, service_workers="block")
    faults: list[str] = []
    yield _listening(context.new_page(), faults)
    context.close()
    assert [fault for fault in faults if "Playwright" not in fault] == []


def _search(page: Page) -> None:
    page.goto("en/")
    page.keyboard.press("/")
    page.keyboard.type("price")
    expect(page.locator(".search-results a").first).to_be_visible()


def _quiz(page: Page) -> None:
    page.goto("en/quizzes/people/?seed=3")
    page.locator("[data-start] [type=submit]").click()
    while page.locator("[data-skip]").is_visible():
        page.locator("[data-skip]").click()
        if page.locator("form.question:visible [type=radio]").count():
            page.locator("form.question:visible [type=radio]").first.check()
            page.locator("form.question:visible [type=submit]").click()
            break
    page.locator("[data-finish]").click()
    expect(page.locator("[data-result]")).to_be_visible()


def _checklist(page: Page) -> None:
    page.goto("en/checklists/demo/")
    page.locator(".item input").first.check()
    page.locator("textarea:visible").first.fill("a note")
    page.locator(".exports summary").click()
    with page.expect_download():
        page.locator("[data-export=md]").click()


def _my_checklist(page: Page) -> None:
    page.goto("en/checklists/mine/?t=kickbacks&c=put-it-in-the-annex")
    expect(page.locator("[data-way-back] svg")).to_have_count(1)
    expect(page.locator(".sign-groups .item").first).to_be_visible()


def _assessment(page: Page) -> None:
    page.goto("en/assessment/")
    for answer in ("no", "yes"):
        page.locator(f'.statements input[value="{answer}"]').first.check(force=True)
    page.locator(".assessment-bar [type=submit]").click()
    expect(page.locator("[data-result]")).to_be_visible()
    with page.expect_download():
        page.locator("[data-save]").click()


def _catalogue(page: Page) -> None:
    page.goto("en/tricks/")
    page.locator(".filters input[type=search]").fill("price")
    page.locator(".add-on-card:visible").first.click()
    page.locator("[data-theme-switch]").click()


def _root(page: Page) -> None:
    page.goto("")
    expect(page).to_have_url(re.compile(r"/en/$"))


def test_no_kind_of_page_and_nothing_that_is_used_breaks_the_policy(
    strict: Page, subtests: pytest.Subtests
) -> None:
    """What the policy refuses fails the tab, which tells on which page."""
    for use in (_root, _search, _quiz, _checklist, _my_checklist, _assessment, _catalogue):
        with subtests.test(use.__name__[1:]):
            use(strict)
    trick, quiz = next(iter(GUIDE.tricks)), next(iter(GUIDE.quizzes))
    kinds = [
        "",
        f"tricks/{trick}/",
        "countermeasures/",
        "checklists/",
        f"quizzes/{quiz}/",
        "glossary/",
        "sources/",
    ]
    paths = [*kinds, "translations/", "about/", "offline.html"]
    for path, locale in zip(paths, itertools.cycle(GUIDE.site.locales), strict=False):
        strict.goto(f"{locale}/{path}")
        policy = strict.locator('meta[http-equiv="Content-Security-Policy"]')
        assert policy.get_attribute("content") == content_security_policy()


def test_what_is_kept_offline_breaks_no_policy(host: Host, keeping: BrowserContext) -> None:
    faults: list[str] = []
    page = _listening(keeping.new_page(), faults)
    visit_and_wait(page, "en/")
    cut_off(host, keeping)
    page.goto("en/tricks/kickbacks/")
    _search(page)
    page.goto("en/print/no-such.pdf")
    expect(page.locator("#again")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    assert [fault for fault in faults if "policy" in fault.lower()] == []


def test_markup_from_anywhere_else_is_refused(page: Page) -> None:
    page.goto("en/")
    for way in (
        "document.body.innerHTML = '<p>'",
        "new Worker('x.js')",
        "document.createElement('script').src = 'x'",
    ):
        with pytest.raises(Error, match="TypeError"):
            page.evaluate(f"() => {{ {way}; }}")
