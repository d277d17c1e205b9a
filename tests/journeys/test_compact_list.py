"""The compact view of a checklist: of each act one line and its box, the rest behind a button."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.derived.checklist import checklist_for
from scripts.guide.voice import Voice
from tests.axe import expect_no_faults
from tests.built_site import sample_guide
from tests.hosting import wait_until
from tests.journeys.test_checklist_head import SHIFTS
from tests.kept import FORBIDDEN, NO_PAGE
from tests.purchases import made_up, open_purchase

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ACTS = [act.countermeasure for act in checklist_for(GUIDE, GUIDE.meetings["demo"]).acts]
PHONE = (360, 740)
LIST = "checklists/demo/"


def _say(locale: str, key: str) -> str:
    return Voice(GUIDE, locale).say(key)


def _switch(page: Page, locale: str = "en") -> Locator:
    return page.get_by_role("button", name=_say(locale, "compact_named"))


def _compact(page: Page, locale: str = "en", width: int = PHONE[0]) -> None:
    page.set_viewport_size({"width": width, "height": PHONE[1]})
    page.goto(f"{locale}/{LIST}")
    _switch(page, locale).click()


@pytest.mark.parametrize("locale", ["es", "en"])
def test_each_act_is_its_question_and_its_box(page: Page, locale: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(f"{locale}/{LIST}")
    whole = page.evaluate("document.body.scrollHeight")
    _switch(page, locale).focus()
    page.keyboard.press("Enter")
    expect(_switch(page, locale)).to_have_attribute("aria-pressed", "true")
    voice = Voice(GUIDE, locale)
    for act in ACTS:
        item = page.locator(f"#act-{act.slug}")
        shown = item.evaluate(
            """(item) => [...item.querySelectorAll("label, p, q, li, summary, textarea, .label")]
                .filter((part) => part.checkVisibility() && part.getBoundingClientRect().width > 1)
                .map((part) => ({ Q: "asked", LABEL: "check" })[part.tagName] ?? part.textContent)"""
        )
        assert shown == (["asked"] if act.ask else ["check"]), act.slug
        expect(item.get_by_role("checkbox", name=voice.words(act.check))).to_be_visible()
    assert page.evaluate("document.body.scrollHeight") < whole / 2


def test_the_details_of_an_act_are_one_key_away_and_what_is_written_stays_in_sight(page: Page) -> None:
    _compact(page, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    act = next(act for act in ACTS if act.ask and act.proof)
    item = page.locator(f"#act-{act.slug}")
    button = item.get_by_role(
        "button", name=f"{_say('en', 'compact_details')}: {Voice(GUIDE, 'en').words(act.check)}"
    )
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(item.locator(".proof").first).to_be_hidden()
    item.get_by_role("checkbox").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    for part in (".proof", ".how-link", ".note-field textarea", "[data-left-out]"):
        expect(item.locator(part).first).to_be_visible()
    expect(page.locator(".proof:visible")).to_have_count(item.locator(".proof").count())
    expect_no_faults(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(item.locator(".proof").first).to_be_hidden()
    _what_is_ticked_counts_and_what_is_written_stays_in_sight(page)
    # Paper is as ever.
    page.emulate_media(media="print")
    expect(page.locator("[data-fold]:visible, [data-compact-switch]:visible")).to_have_count(0)
    expect(page.locator(".proof:visible")).to_have_count(page.locator(".proof").count())
    expect(page.locator(".item > .item-body > label:visible")).to_have_count(page.locator("li.item").count())


def _what_is_ticked_counts_and_what_is_written_stays_in_sight(page: Page) -> None:
    item = page.locator(".item:has(.ask)").first
    item.get_by_role("checkbox").check()
    expect(page.locator("[data-progress]")).to_contain_text("1 of")
    item.locator("[data-fold]").click()
    item.locator("textarea").fill("Only in the dear edition")
    item.locator("[data-fold]").click()
    expect(item.locator("textarea")).to_be_visible()
    expect(page.locator(".item textarea:visible")).to_have_count(1)


def test_the_view_is_kept_for_every_list_and_nothing_moves_when_it_comes_back(page: Page) -> None:
    _compact(page, "es")
    page.add_init_script(SHIFTS)
    page.goto("en/checklists/contract/")
    expect(_switch(page)).to_have_attribute("aria-pressed", "true")
    acts = page.locator(".item[data-effort]").count()
    expect(page.locator("[data-fold]")).to_have_count(acts)
    expect(page.locator(".proof:visible")).to_have_count(0)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted") < 0.02
    _switch(page).click()
    expect(page.locator(".proof:visible").first).to_be_visible()
    page.reload()
    expect(_switch(page)).to_have_attribute("aria-pressed", "false")


def test_what_is_read_stays_where_it_is_and_a_link_to_an_act_finds_it_open(page: Page) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(f"en/{LIST}")
    item = page.locator(".signs .item").first
    item.evaluate("(item) => item.scrollIntoView({ block: 'start', behavior: 'instant' })")
    before, switch = item.bounding_box(), _switch(page).bounding_box()
    assert before
    assert switch
    # As a finger presses it: Playwright's own click scrolls first.
    page.mouse.click(switch["x"] + 8, switch["y"] + 8)
    expect(_switch(page)).to_have_attribute("aria-pressed", "true")
    after = item.bounding_box()
    assert after
    assert abs(before["y"] - after["y"]) < 2
    # A link to an act finds it open.
    act = next(act for act in reversed(ACTS) if act.proof)
    page.goto(NO_PAGE)
    page.goto(f"en/{LIST}#act-{act.slug}")
    expect(page.locator(f"#act-{act.slug} .proof").first).to_be_visible()
    expect(page.locator('[data-fold][aria-expanded="true"]')).to_have_count(1)


def test_verdicts_stay_at_hand(page: Page) -> None:
    open_purchase(page, "en", made_up(GUIDE, ["Acme", "Beta"]))
    _compact(page)
    page.locator("#meeting-vendor").select_option(label="Acme")
    wait_until(
        page,
        """() => {
            const asked = [...document.querySelectorAll(".item:has(.ask):not(.is-left-out)")];
            return asked.length && asked.every((item) => item.querySelector(".verdicts")?.checkVisibility());
        }""",
    )
    asked = page.locator(".item:has(.ask):not(.is-left-out)")
    button = asked.first.locator('[data-verdict="good"]')
    pressed = button.get_attribute("aria-pressed") == "true"
    button.click()
    expect(button).to_have_attribute("aria-pressed", str(not pressed).lower())


def test_where_nothing_can_be_kept_it_lasts_for_the_page(page: Page) -> None:
    page.add_init_script(FORBIDDEN)
    _compact(page)
    expect(_switch(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".proof:visible")).to_have_count(0)


def test_without_a_script_all_is_open(plain_page: Page) -> None:
    plain_page.goto(f"en/{LIST}")
    expect(plain_page.locator("[data-fold], [data-compact-switch]:visible")).to_have_count(0)
    expect(plain_page.locator(".proof:visible")).to_have_count(plain_page.locator(".proof").count())


def test_a_list_of_ones_own_has_it_too(page: Page) -> None:
    page.goto("en/checklists/mine/")
    page.get_by_role("button", name=re.compile("^Add: ")).first.click()
    _switch(page).click()
    acts = page.locator(".item[data-effort]")
    expect(page.locator("[data-fold]")).to_have_count(acts.count())
    expect(page.locator(".proof:visible")).to_have_count(0)
