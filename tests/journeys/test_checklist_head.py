"""The head of a checklist: the list begins on a phone's and a tablet's first screen, nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from scripts.derived.paper_names import sheet_paths
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults
from tests.built_site import sample_guide

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.shifted += each.value)))
    .observe({ type: "layout-shift", buffered: true });
"""


def _say(locale: str, key: str) -> str:
    return Voice(GUIDE, locale).say(key)


def _is_all_there(page: Page, meeting: str, locale: str, *, scripts: bool) -> None:
    """Whatever can be done with the list is shown."""
    head = page.locator(".page-head")
    for papers in sheet_paths(GUIDE.meetings[meeting]).values():
        for path in papers.values():
            expect(head.locator(f'a[href$="{path}"]')).to_be_visible()
    expect(head.get_by_role("link", name=_say(locale, "questions_jump"))).to_be_visible()
    expect(head.get_by_role("link", name=_say(locale, "purchase_invitation"))).to_be_visible()
    for key in ("print", "add_all_to_mine") if scripts else ():
        expect(head.get_by_role("button", name=_say(locale, key))).to_be_visible()
    if scripts:
        expect(head.get_by_text(_say(locale, "export"), exact=True)).to_be_visible()


SCREENS = ((360, 740), (390, 740), (768, 1024), (1024, 768))
_LINE_AND_BAR = """() => {
    const line = document.querySelector(".checklist .item label").getBoundingClientRect();
    return [line.height, line.bottom, document.querySelector(".checklist-bar").getBoundingClientRect().top];
}"""


def test_the_list_begins_on_the_first_screen(page: Page) -> None:
    """Its first line stands whole above the bar at the foot; what is folded follows from the width alone."""
    late = []
    for locale in GUIDE.site.locales:
        for meeting in GUIDE.meetings:
            page.set_viewport_size({"width": SCREENS[0][0], "height": SCREENS[0][1]})
            page.goto(f"{locale}/checklists/{meeting}/")
            for width, height in SCREENS:
                page.set_viewport_size({"width": width, "height": height})
                line, ends, bar = page.evaluate(_LINE_AND_BAR)
                assert line > 0
                if ends > bar:
                    late.append(f"{locale} {meeting}, {width}: {ends} > {bar}")
    assert not late, "\n".join(late)


@pytest.mark.parametrize("locale", ["es", "en"])
def test_on_a_phone_the_rest_is_one_key_away(page: Page, locale: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{locale}/checklists/demo/")
    expect(page.locator(".page-head").locator(".button:visible")).to_have_count(2)
    more = page.locator(".more-actions > summary")
    more.focus()
    page.keyboard.press("Enter")
    _is_all_there(page, "demo", locale, scripts=True)
    page.get_by_text(_say(locale, "export"), exact=True).click()
    expect(page.locator("[data-export]").first).to_be_visible()
    # What axe looks at is the same in both languages.
    if locale == "es":
        expect_no_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_text(_say(locale, "export"), exact=True).click()
    page.get_by_text(_say(locale, "meeting_aim"), exact=True).click()
    expect(page.locator(".goal")).to_be_visible()
    expect(page.locator(".paper-fields")).to_be_visible()


def test_without_a_script_it_folds_and_unfolds_too(plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 360, "height": 740})
    plain_page.goto("en/checklists/demo/")
    expect(plain_page.locator(".paper-links")).to_be_hidden()
    plain_page.locator(".more-actions > summary").click()
    _is_all_there(plain_page, "demo", "en", scripts=False)
    plain_page.locator(".meeting-aim > summary").click()
    expect(plain_page.locator(".goal")).to_be_visible()


def test_on_a_desk_nothing_is_folded(page: Page, plain_page: Page) -> None:
    for each, scripts in ((page, True), (plain_page, False)):
        each.goto("en/checklists/demo/")
        for width in (1280, 1100):
            each.set_viewport_size({"width": width, "height": 800})
            expect(each.locator(".more-actions > summary, .meeting-aim > summary").first).to_be_hidden()
            expect(each.locator(".goal")).to_be_visible()
            _is_all_there(each, "demo", "en", scripts=scripts)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_once_the_scripts_run(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(SHIFTS)
    page.goto("en/checklists/demo/")
    expect(page.locator("[data-progress]")).not_to_be_empty()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted") < 0.02
