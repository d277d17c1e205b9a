"""“My checklist” when another list comes: said, undone, never lost; and the place on its page."""

import re
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.hosting import wait_until
from tests.kept import FORBIDDEN, NO_PAGE, empty_storage, fill_storage, keep, kept

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
ASSESSMENT = next(iter(GUIDE.assessments.values()))
SENT = "en/checklists/mine/?t=demo-always-works,rent-or-buy"
OWN = {"tricks": ["kickbacks"], "countermeasures": []}


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _names(*slugs: str) -> list[str]:
    return [GUIDE.tricks[slug].name.root["en"] for slug in GUIDE.tricks if slug in slugs]


def _has_own_list(page: Page, own: Any = None) -> None:
    page.goto(NO_PAGE)
    keep(page, "selection", OWN if own is None else own)


def _make_it_mine(page: Page, locale: str = "en") -> list[str]:
    """Answer the assessment and take its plan as one's checklist; return the plan's acts."""
    page.goto(f"{locale}/assessment/")
    for statement in ASSESSMENT.statements[:3]:
        page.locator(f"#{statement.id} input[value=no]").check()
    page.get_by_role("button", name=_say(locale, "show_result")).click()
    acts: list[str] = page.locator("[data-plan] > li").evaluate_all(
        "all => all.map((one) => one.dataset.item)"
    )
    page.get_by_role("link", name=_say(locale, "plan_to_checklist")).click()
    expect(page.locator(".chosen-list a")).to_have_count(len(acts))
    return acts


def test_the_assessments_plan_becomes_ones_own_and_it_is_said_as_long_as_the_visit_lasts(page: Page) -> None:
    locale = "es"
    _has_own_list(page)
    acts = _make_it_mine(page, locale)
    assert kept(page, "selection") == {"tricks": [], "countermeasures": acts}
    expect(page.locator("[data-mine-foreign]")).to_be_hidden()
    said = " ".join([_say(locale, "mine_replaced", count=len(acts)), _say(locale, "mine_had", count=1)])
    expect(page.locator("[data-mine-replaced] p").first).to_have_text(said)
    # A screen reader hears it once, where it listens.
    expect(page.locator("[data-mine-status]")).to_have_text(said)
    expect(page.locator("[data-mine-status]")).to_have_role("status")
    told = page.locator("[data-mine-replaced]")
    page.reload()
    expect(told).to_be_visible()
    page.goto("en/glossary/")
    page.go_back()
    expect(told).to_be_visible()
    page.goto(f"{locale}/checklists/mine/")
    expect(page.locator(".item").first).to_be_visible()
    expect(told).to_be_hidden()
    assert kept(page, "selection-before") is None


def test_it_is_undone_by_keyboard_and_said(page: Page) -> None:
    _has_own_list(page)
    _make_it_mine(page)
    undo = page.locator("[data-mine-replaced]").get_by_role("button", name="Undo")
    for _ in range(40):
        page.keyboard.press("Tab")
        if undo.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert kept(page, "selection") == OWN
    expect(page.locator(".chosen-list a")).to_have_text(_names("kickbacks"))
    expect(page.locator("[data-mine-status]")).to_have_text(_say("en", "mine_back", count=1))
    expect(page.locator("#chosen")).to_be_focused()
    expect(page.locator("[data-mine-replaced]")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"/mine/\?t=kickbacks$"))
    page.reload()
    expect(page.locator(".chosen-list a")).to_have_text(_names("kickbacks"))
    expect(page.locator("[data-mine-replaced]")).to_be_hidden()


def test_who_had_none_has_none_again(page: Page) -> None:
    acts = _make_it_mine(page)
    told = page.locator("[data-mine-replaced]")
    expect(told).to_contain_text(_say("en", "mine_replaced", count=len(acts)))
    expect(told).to_contain_text(_say("en", "mine_had_none"))
    told.get_by_role("button", name="Undo").click()
    expect(page.locator(".checklist")).to_be_hidden()
    expect(page.locator("[data-mine-status]")).to_have_text(_say("en", "mine_back_empty"))
    expect(page.locator("#start-from")).to_be_focused()


def test_asked_for_twice_it_is_the_first_list_that_comes_back(page: Page) -> None:
    _has_own_list(page)
    for _ in range(2):
        _make_it_mine(page)
    page.locator("[data-mine-replaced]").get_by_role("button", name="Undo").click()
    assert kept(page, "selection") == OWN


def test_an_offer_of_an_earlier_visit_does_not_come_back_beside_a_sent_list(page: Page) -> None:
    _has_own_list(page)
    acts = _make_it_mine(page)
    page.goto(SENT)
    page.locator("[data-mine-foreign]").get_by_role("button", name=_say("en", "mine_leave")).click()
    expect(page.locator(".chosen-list a")).to_have_count(len(acts))
    expect(page.locator("[data-mine-replaced]")).to_be_hidden()


def test_the_offer_ends_when_the_list_goes_on(page: Page) -> None:
    _has_own_list(page)
    _make_it_mine(page)
    page.locator(".chosen-list").get_by_role("button").first.click()
    expect(page.locator("[data-mine-replaced]")).to_be_hidden()
    _has_own_list(page)
    _make_it_mine(page)
    page.get_by_role("button", name=_say("en", "mine_leave_so")).click()
    expect(page.locator("[data-mine-replaced]")).to_be_hidden()
    expect(page.locator("#chosen")).to_be_focused()


@pytest.mark.parametrize("answer", ["mine_take", "mine_join"])
def test_a_sent_list_that_is_taken_can_be_given_back(page: Page, answer: str) -> None:
    _has_own_list(page)
    page.goto(SENT)
    page.get_by_role("button", name=_say("en", answer)).click()
    expect(page.locator("#chosen")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert kept(page, "selection") == OWN


class TestWithoutRoom:
    """The storage is full: a list that came by address stays on the page and in the address."""

    @pytest.fixture
    def full(self, page: Page) -> Page:
        _has_own_list(page)
        page.goto(SENT)
        expect(page.locator("[data-mine-foreign]")).to_be_visible()
        fill_storage(page)
        return page

    def _is_there(self, page: Page, *tricks: str) -> None:
        expect(page.locator(".chosen-list a")).to_have_text(_names(*tricks))
        expect(page.locator(".item").first).to_be_visible()
        address = ",".join(slug for slug in SENT.partition("=")[2].split(",") if slug in tricks)
        expect(page).to_have_url(re.compile(rf"\?t={address}$"))
        assert kept(page, "selection") == OWN

    def test_it_is_not_lost_when_it_cannot_be_kept_nor_is_ones_own(self, full: Page) -> None:
        full.get_by_role("button", name=_say("en", "mine_take")).click()
        self._is_there(full, "demo-always-works", "rent-or-buy")
        expect(full.locator("[data-mine-unkept] p").first).to_have_text(_say("en", "mine_no_room"))
        expect(full.locator("[data-mine-status]")).to_have_text(_say("en", "mine_no_room"))
        expect(full.locator("#chosen")).to_be_focused()
        expect(full.locator("[data-mine-replaced]")).to_be_hidden()
        full.reload()
        self._is_there(full, "demo-always-works", "rent-or-buy")
        self._can_be_ticked_changed_and_sent_on(full)
        unkept = full.locator("[data-mine-unkept]")
        unkept.get_by_role("button", name=_say("en", "mine_leave")).click()
        expect(full.locator(".chosen-list a")).to_have_text(_names("kickbacks"))
        expect(unkept).to_be_hidden()
        full.goto("en/checklists/mine/")
        expect(full.locator(".chosen-list a")).to_have_text(_names("kickbacks"))
        self._a_meeting_added_on_the_page_stays_on_it(full)

    def _can_be_ticked_changed_and_sent_on(self, full: Page) -> None:
        full.context.grant_permissions(["clipboard-read", "clipboard-write"])
        full.locator(".item input").first.check()
        expect(full.locator("[data-progress]")).to_contain_text("1 of")
        expect(full.locator("[data-not-kept]")).to_have_text(_say("en", "checklist_no_room"))
        full.locator(".chosen-list").get_by_role("button").last.click()
        self._is_there(full, "demo-always-works")
        full.get_by_role("button", name="Copy link").click()
        assert full.evaluate("navigator.clipboard.readText()") == full.url
        full.locator("[data-mine-undo]").get_by_role("button").click()
        self._is_there(full, "demo-always-works", "rent-or-buy")

    def _a_meeting_added_on_the_page_stays_on_it(self, full: Page) -> None:
        full.get_by_role("button", name="Add: The demo").click()
        demo = [trick.slug for trick in GUIDE.tricks_of_meeting("demo")]
        expect(full.locator(".chosen-list a")).to_have_text(_names("kickbacks", *demo))
        expect(full.locator("[data-mine-unkept]")).to_be_visible()
        full.reload()
        expect(full.locator(".chosen-list a")).to_have_text(_names("kickbacks", *demo))

    def test_it_is_kept_once_there_is_room_and_can_be_undone(self, full: Page) -> None:
        full.reload()
        retry = full.get_by_role("button", name=_say("en", "mine_try_again"))
        retry.click()
        self._is_there(full, "demo-always-works", "rent-or-buy")
        empty_storage(full)
        retry.click()
        expect(full.locator("[data-mine-unkept]")).to_be_hidden()
        assert kept(full, "selection") == {
            "tricks": ["demo-always-works", "rent-or-buy"],
            "countermeasures": [],
        }
        full.locator("[data-mine-replaced]").get_by_role("button", name="Undo").click()
        assert kept(full, "selection") == OWN

    def test_an_entry_added_elsewhere_comes_with_the_whole_list_and_a_plan_is_there_too(
        self, full: Page
    ) -> None:
        full.goto("en/tricks/rent-or-buy/")
        full.get_by_role("button", name=_say("en", "add_to_mine"), exact=True).click()
        expect(full.locator(".add-refused")).to_contain_text(_say("en", "mine_not_kept"))
        full.get_by_role("link", name=_say("en", "mine_open")).click()
        expect(full.locator(".chosen-list a")).to_have_text(_names("kickbacks", "rent-or-buy"))
        # Nor is the assessment's plan lost.
        _make_it_mine(full)
        expect(full.locator("[data-mine-unkept]")).to_be_visible()
        assert kept(full, "selection") == OWN


def test_where_storage_is_forbidden_it_is_said_and_the_plan_is_there(page: Page) -> None:
    locale = "es"
    page.add_init_script(FORBIDDEN)
    acts = _make_it_mine(page, locale)
    unkept = page.locator("[data-mine-unkept]")
    expect(unkept).to_have_text(re.compile(re.escape(_say(locale, "mine_blocked"))))
    expect(unkept.get_by_role("button")).to_have_count(0)
    page.reload()
    expect(page.locator(".chosen-list a")).to_have_count(len(acts))


class TestThePlaceOnThePage:
    def test_it_is_found_again(self, page: Page, subtests: pytest.Subtests) -> None:
        """The page of a long list, read down to its ninth act."""
        _has_own_list(page, {"tricks": list(GUIDE.tricks), "countermeasures": []})
        page.goto("en/checklists/mine/")
        act = page.locator(".item").nth(8)
        act.evaluate("item => item.scrollIntoView({behavior: 'instant'})")
        # What is noted once the reader stops there.
        wait_until(page, f"() => history.state.place?.id === '{act.get_attribute('id')}'")
        place = self._top_of(act)
        with subtests.test("after a reload"):
            for _ in range(2):
                page.reload()
                self._is_there(page, place)
        with subtests.test("after a change of the list"):
            page.locator(".item input").nth(8).check()
            place = self._top_of(act)
            page.reload()
            self._is_there(page, place)
        with subtests.test("after leaving and coming back"):
            page.locator(".how-link").nth(8).click()
            expect(page).to_have_url(re.compile("/countermeasures/"))
            page.go_back()
            self._is_there(page, place)
        with subtests.test("though the letters do not come"):
            height = page.evaluate("document.body.scrollHeight")
            page.route("**/*.woff2", lambda route: route.abort())
            page.reload()
            self._is_there(page, place)
            assert page.evaluate("document.body.scrollHeight") != height
        with subtests.test("not on a new visit"):
            page.goto("en/glossary/")
            page.goto("en/checklists/mine/")
            expect(page.locator(".item").first).to_be_visible()
            assert page.evaluate("scrollY") == 0

    def _top_of(self, act: Locator) -> float:
        """How far below the window's edge it stands: what a reader sees, whatever the page's height."""
        return cast("float", act.evaluate("item => item.getBoundingClientRect().top"))

    def _is_there(self, page: Page, place: float) -> None:
        top = "document.querySelectorAll('.item')[8]?.getBoundingClientRect().top"
        wait_until(page, f"() => Math.abs({top} - {place}) < 2")

    def test_an_address_that_names_an_act_leads_to_it(self, page: Page) -> None:
        acts = list(GUIDE.countermeasures)
        page.goto(f"en/checklists/mine/?c={','.join(acts)}#act-{acts[-1]}")
        expect(page.locator(f"#act-{acts[-1]}")).to_be_in_viewport()
        assert page.url.endswith(f"#act-{acts[-1]}")
