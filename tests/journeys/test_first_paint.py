"""What a page is painted with first, and what it asks for only after that."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

_BEFORE_SCRIPTS = """
addEventListener("DOMContentLoaded", () => {
  window.lettersAtFirst = document.documentElement.dataset.letters ?? "here";
});
"""
_TOO_EARLY = """() => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const asked = performance.getEntriesByType("resource");
  const late = asked.filter(({ name }) => /(woff2|site[.]\\w+[.]js)$/.test(name));
  const early = late.filter(({ startTime }) => startTime < painted);
  return { late: late.length, early: early.map(({ name }) => name) };
}"""
_AS_LETTERS_COME = """
new MutationObserver(() => {
  if (document.documentElement.dataset.letters) return;
  const here = [...document.fonts].filter(({ status }) => status === "loaded");
  window.came = here.map(({ family, style }) => `${family} ${style}`);
}).observe(document, { attributeFilter: ["data-letters"], subtree: true });
"""
_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.shifted += each.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
_WIDTHS_OF_TITLE = """() => {
  const title = document.querySelector("h1");
  title.style.whiteSpace = "nowrap";
  title.style.width = "max-content";
  return [false, true].map((later) => {
    document.documentElement.toggleAttribute("data-letters-later", later);
    return title.getBoundingClientRect().width;
  });
}"""
_TITLE_OF_WIDTH = """
new MutationObserver((_, watching) => {
  const title = document.querySelector("h1");
  if (!title) return;
  watching.disconnect();
  title.style.width = "%spx";
}).observe(document, { childList: true, subtree: true });
"""
_USED = """() => [...document.fonts].filter((one) => one.status === "loaded").map((one) => one.family)"""


@pytest.fixture
def page(new_tab: Page) -> Page:
    """A tab to which everything of the site is new."""
    return new_tab


def test_a_first_page_is_painted_before_its_letters_and_scripts_are_asked_for(page: Page) -> None:
    page.goto("en/tricks/kickbacks/")
    asked = page.evaluate(_TOO_EARLY)
    assert asked["early"] == []
    assert asked["late"] >= 3
    assert {"Atkinson", "Literata"} <= {family.strip('"') for family in page.evaluate(_USED)}


def test_letters_are_taken_into_use_together(page: Page) -> None:
    page.add_init_script(_AS_LETTERS_COME)
    page.goto("en/tricks/kickbacks/")
    came = {each.replace('"', "") for each in page.evaluate("window.came")}
    assert {"Atkinson normal", "Literata normal", "Literata italic"} <= came


@pytest.mark.parametrize("path", ["", "tricks/", "quizzes/people/"])
def test_nothing_moves_on_a_desk_when_the_scripts_start(page: Page, path: str) -> None:
    """Letters, which are another matter, do not come."""
    page.route("**/*.woff2", lambda route: route.abort())
    page.add_init_script(_SHIFTS)
    page.set_viewport_size({"width": 1350, "height": 940})
    page.goto(f"en/{path}")
    if path.startswith("quizzes/"):
        page.wait_for_selector("[data-ready]", state="attached")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted") < 0.005


@pytest.fixture
def first_visit(browser: Browser, server: str) -> Iterator[Callable[[str], Page]]:
    """Open a tab of a reader who has no letters yet; what is given runs before the page's own scripts."""
    contexts = []

    def opened(script: str = "") -> Page:
        context = browser.new_context(
            base_url=server, viewport={"width": 1350, "height": 900}, service_workers="block"
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(_SHIFTS + script)
        return page

    yield opened
    for context in contexts:
        context.close()


def test_letters_that_would_move_what_is_read_wait_for_the_next_page(
    first_visit: Callable[[str], Page],
) -> None:
    path = "en/tricks/infrastructure-silence/"
    measured = first_visit("")
    measured.goto(path)
    narrow, wide = sorted(measured.evaluate(_WIDTHS_OF_TITLE))
    # Else the title would break at the same width in both, and nothing could move.
    assert wide - narrow > 2
    reader = first_visit(_TITLE_OF_WIDTH % ((narrow + wide) / 2))
    reader.goto(path)
    assert "Atkinson" in "".join(reader.evaluate(_USED))
    expect(reader.locator("html[data-letters-later]")).to_be_attached()
    reader.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert reader.evaluate("window.shifted") < 0.005
    reader.goto("en/")
    expect(reader.locator("html:not([data-letters-later], [data-letters])")).to_be_attached()


def test_later_pages_do_not_change_their_letters_as_they_are_read(page: Page) -> None:
    page.add_init_script(_BEFORE_SCRIPTS)
    seen = []
    for path in ("en/", "en/tricks/kickbacks/"):
        page.goto(path)
        seen.append(page.evaluate("window.lettersAtFirst"))
    assert seen == ["coming", "here"]


def test_letters_come_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/")
    plain_page.evaluate("document.fonts.load('1rem Atkinson').then(() => null)")
    used = "getComputedStyle(document.body).fontFamily.startsWith('Atkinson')"
    assert plain_page.evaluate(f"{used} && document.fonts.check('1rem Atkinson') && document.fonts.size > 0")
