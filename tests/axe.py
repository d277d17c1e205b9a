"""What axe finds at fault on a page as it stands."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

_EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a theme can spoil; all else is the same in every theme.
_OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

_RUN = """async (options) => {
    const bare = "rgba(0, 0, 0, 0)";
    const grounds = new Map();
    const ground = (element) => {
        if (element === null) return "";
        if (!grounds.has(element)) {
            const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
            const own = backgroundColor === bare && backgroundImage === "none" && opacity === "1"
                && filter === "none" ? "" : [backgroundColor, backgroundImage, opacity, filter].join();
            grounds.set(element, own + "/" + ground(element.parentElement));
        }
        return grounds.get(element);
    };
    const written = (element) => element.matches("input, select, textarea")
        || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const look = (element) => {
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const off = element.closest(":disabled, [aria-disabled=true]") !== null || element.control?.disabled;
        return [element.tagName, element.className, color, fontSize, fontWeight, textShadow, off,
            ground(element)].join("|");
    };
    const looks = new Set();
    for (const element of document.body.querySelectorAll("*")) {
        if (!element.checkVisibility({ visibilityProperty: true }) || !written(element)) continue;
        const alike = look(element);
        element.toggleAttribute("data-look", !looks.has(alike));
        looks.add(alike);
    }
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
    return await axe.run(document, options);
}"""
"""Axe over the page, and its rule of contrast over one of all texts of the same look.

To tell the contrast of each text alone was two thirds of axe's work; it follows from the colours, the
size and weight of the letters and what lies behind them, and is the same wherever these are.
"""


def expect_no_faults(page: Page, *, everything: bool = True) -> None:
    """Expect axe to find no fault in the light, nor in the dark.

    The dark theme changes colours alone, and only these are looked at in it; without `everything`
    only these are looked at in the light as well.
    """
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _run(page, _EVERYTHING if everything else _OF_COLOURS)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    _run(page, _OF_COLOURS)


def expect_no_faults_and_no_overflow(page: Page, path: str) -> None:
    """Expect axe to find no fault at `path` on a desk, and nothing to stick out on the narrowest phone."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(path)
    expect_no_faults(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def _run(page: Page, only: object) -> None:
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    # Only of faults axe need work out where they stand: most of its time went into telling what is right.
    results = AxeResults(page.evaluate(_RUN, {"runOnly": only, "resultTypes": ["violations"]}))
    assert results.violations_count == 0, f"{page.url}: {results.generate_report()}"
