"""What axe finds at fault on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a theme can spoil; all else is the same in every theme.
_OF_COLOURS = ["color-contrast", "link-in-text-block"]


def expect_no_faults(page: Page, *, everything: bool = True) -> None:
    """Expect axe to find no fault in the light, nor in the dark.

    The dark theme changes colours alone, and only these are looked at in it; without `everything`
    only these are looked at in the light as well.
    """
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _run(page, {"runOnly": _EVERYTHING} if everything else _rules(_OF_COLOURS))
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    _run(page, _rules(_OF_COLOURS))


def expect_no_faults_and_no_overflow(page: Page, path: str) -> None:
    """Expect axe to find no fault at `path` on a desk, and nothing to stick out on the narrowest phone."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(path)
    expect_no_faults(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def _rules(names: list[str]) -> dict[str, object]:
    return {"runOnly": {"type": "rule", "values": names}}


def _run(page: Page, options: dict[str, object]) -> None:
    # Only of faults axe need work out where they stand: most of its time went into telling what is right.
    results = Axe().run(page, options={**options, "resultTypes": ["violations"]})
    assert results.violations_count == 0, f"{page.url}: {results.generate_report()}"
