"""The assessment's gauge: the reader's line falls through the bands as far as the plan's steps bring it."""

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.pictures import PLOT
from tests.journeys.test_assessment import IDS, LOCALES, MIXED, _exposure, _open, _plan, _share, _show

pytestmark = pytest.mark.browser
_STEPS = 7
_STRUCK = """() => {
    const bands = [...document.querySelectorAll(".exposure-scale .exposure-band")];
    const words = bands.map((band) => {
        const range = document.createRange();
        range.selectNodeContents(band);
        return [...range.getClientRects()];
    });
    const marks = bands.slice(1).map((band) => band.getBoundingClientRect());
    return {
        lines: words.map((lines) => lines.length),
        struck: words.flat().filter((line) => marks.some((mark) =>
            line.left < mark.left && mark.left < line.right &&
            line.top + 2 < mark.bottom && mark.top < line.bottom)).length,
    };
}"""


def _height(percent: int | None) -> float:
    assert percent is not None
    return PLOT["bottom"] - (PLOT["bottom"] - PLOT["top"]) * percent / 100


@pytest.mark.parametrize("locale", LOCALES)
def test_the_line_falls_as_far_as_the_steps_bring_it_and_the_words_of_the_scale_are_whole(
    page: Page, locale: str
) -> None:
    voice = _open(page, locale, MIXED)
    _show(page, voice)
    whole, steps = _exposure(MIXED).whole, _plan(MIXED)[:_STEPS]
    gauge = page.locator("[data-gauge]")
    expect(gauge).to_be_visible()
    expect(gauge.locator("figcaption")).to_have_text(
        voice.say(
            "gauge_said",
            count=len(steps),
            now=_share(voice, whole),
            after=_share(voice, steps[-1].left),
        )
    )
    line = gauge.locator("[data-fall]").get_attribute("d") or ""
    heights = [float(y) for y in re.findall(r"(?:V|M\d+ )([\d.]+)", line)]
    assert heights == pytest.approx([_height(each.percent) for each in (whole, *(s.left for s in steps))])
    assert heights == sorted(heights)
    end = gauge.locator("[data-fall-end]")
    assert float(end.get_attribute("cy") or "") == pytest.approx(heights[-1])
    _words_of_the_scale_are_whole_and_no_mark_goes_through_them(page)


def test_nothing_open_has_no_gauge(page: Page) -> None:
    voice = _open(page, "es", dict.fromkeys(IDS, "yes"))
    _show(page, voice)
    expect(page.locator("[data-nothing-open]")).to_be_visible()
    expect(page.locator("[data-gauge]")).to_be_hidden()


def _words_of_the_scale_are_whole_and_no_mark_goes_through_them(page: Page) -> None:
    expect(page.locator(".exposure-scale")).to_be_visible()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        told = page.evaluate(_STRUCK)
        assert told["struck"] == 0, width
        if width < 720:
            assert told["lines"] == [1, 1, 1]
