"""What a page is painted with first, and what it asks for only after that."""

import pytest
from playwright.sync_api import Page

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
_USED = """() => [...document.fonts].filter((one) => one.status === "loaded").map((one) => one.family)"""


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
