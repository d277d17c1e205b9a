"""The lists of tricks and of countermeasures, narrowed by a reader."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.derived import costliest
from scripts.guide import SEVERITIES
from scripts.pages.list_pages import given_by
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
PHASE = "pricing"
OF_PHASE = GUIDE.tricks_of_phase(PHASE)
MEETING = OF_PHASE[0].meetings[0]
HOSTILE = ("constructor", "<img src=x onerror=alert(1)>", "2", "%", "pricing ", "x" * 5000)


def _cards(page: Page) -> Locator:
    return page.locator("[data-listed]:visible")


def _slugs(page: Page) -> list[str]:
    slugs: list[str] = _cards(page).evaluate_all("cards => cards.map((card) => card.dataset.slug)")
    return slugs


def _options(page: Page, name: str) -> dict[str, int]:
    """Return how many each value of a filter says it would leave."""
    found = {}
    for option in page.locator(f"select[name={name}] option[value]:not([value=''])").all():
        count = re.search(r"\((\d+)\)$", option.text_content() or "")
        assert count, option.text_content()
        found[str(option.get_attribute("value"))] = int(count[1])
    return found


def test_filters_together_their_counts_follow_and_all_is_as_it_was_left(page: Page) -> None:
    page.goto("en/tricks/")
    page.get_by_label("Moment").select_option(PHASE)
    expect(_cards(page)).to_have_count(len(OF_PHASE))
    meetings = {slug: sum(slug in trick.meetings for trick in OF_PHASE) for slug in GUIDE.meetings}
    assert _options(page, "meeting") == meetings
    # A filter's own values are counted as if it were not set: they say what choosing them would bring.
    assert _options(page, "phase") == {phase: len(GUIDE.tricks_of_phase(phase)) for phase in GUIDE.phases}
    page.get_by_label("Meeting").select_option(MEETING)
    left = [trick.slug for trick in OF_PHASE if MEETING in trick.meetings]
    assert _slugs(page) == left
    expect(page.get_by_role("status").filter(has_text="Showing")).to_have_text(
        f"Showing {len(left)} of {len(GUIDE.tricks)}."
    )
    expect(page.locator("[data-group]:visible small")).to_have_text(
        f"{len(left)} trick" if len(left) == 1 else f"{len(left)} tricks"
    )
    # Back from a trick, the list is as it was left.
    _cards(page).first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/tricks/{left[0]}/$"))
    page.go_back()
    expect(page.get_by_label("Moment")).to_have_value(PHASE)
    assert _slugs(page) == left


def test_every_filter_of_countermeasures_fits_the_data(page: Page) -> None:
    page.goto("es/countermeasures/")
    acts = GUIDE.countermeasures.values()
    assert _options(page, "when") == {
        when: sum(act.when == when for act in acts) for when in ("before", "during", "after")
    }
    assert _options(page, "effort") == {
        effort: sum(act.effort == effort for act in acts) for effort in ("minutes", "hours", "days")
    }
    given = {kind: sum(kind in given_by(act) for act in acts) for kind in _options(page, "gives")}
    assert _options(page, "gives") == given
    page.get_by_label("Lo que le da").select_option("clause")
    expect(_cards(page)).to_have_count(given["clause"])


def test_the_address_keeps_everything_and_reset_takes_it_back(page: Page) -> None:
    page.goto("en/tricks/")
    before = _slugs(page)
    page.get_by_label("Cost").select_option("high")
    page.get_by_label("Order").select_option("name")
    page.get_by_label("Compact rows").check()
    page.get_by_label("Words").fill("the")
    expect(page).to_have_url(re.compile(r"/en/tricks/\?text=the&severity=high&sort=name&view=rows$"))
    chosen = _slugs(page)
    page.reload()
    assert _slugs(page) == chosen
    expect(page.locator("article")).to_have_class(re.compile("as-rows"))
    page.get_by_role("button", name="Clear filters").click()
    expect(page).to_have_url(re.compile(r"/en/tricks/$"))
    assert _slugs(page) == before
    expect(page.get_by_label("Words")).to_be_focused()
    expect(page.get_by_role("button", name="Clear filters")).to_be_hidden()


def test_the_orders(page: Page) -> None:
    page.goto("en/tricks/?sort=severity")
    severities = [GUIDE.tricks[slug].severity for slug in _slugs(page)]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert len(severities) == len(GUIDE.tricks)
    page.get_by_label("Order").select_option("name")
    names = [GUIDE.tricks[slug].name.root["en"].strip("“").casefold() for slug in _slugs(page)]
    assert names == sorted(names)
    page.goto("en/countermeasures/?sort=answers")
    answered = [len(GUIDE.tricks_by_countermeasure[slug]) for slug in _slugs(page)]
    assert answered == sorted(answered, reverse=True)
    assert len(answered) == len(GUIDE.countermeasures)


def test_what_an_address_does_not_know_changes_nothing(page: Page) -> None:
    for path, names in (
        ("tricks", ("phase", "meeting", "severity", "sort", "view", "nonsense", "__proto__")),
        ("countermeasures", ("when", "effort", "gives", "sort", "view")),
    ):
        page.goto(f"en/{path}/")
        whole = _slugs(page)
        for value in HOSTILE:
            page.goto(f"en/{path}/?" + "&".join(f"{name}={quote(value)}" for name in names))
            assert _slugs(page) == whole, value
            expect(page.locator("article")).not_to_have_class(re.compile("as-rows"))
            expect(page).to_have_url(re.compile(f"/en/{path}/$"))
    page.goto(f"en/tricks/?text={'x' * 5000}")
    expect(_cards(page)).to_have_count(len(GUIDE.tricks))


def test_on_a_phone_the_filters_fold(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"en/tricks/?phase={PHASE}")
    expect(page.get_by_label("Moment")).to_be_hidden()
    expect(page.get_by_label("Words")).to_be_visible()
    fold = page.get_by_text("Filter and sort (1 filter)")
    fold.click()
    expect(page.get_by_label("Moment")).to_have_value(PHASE)
    expect(page.get_by_label("Moment")).to_be_visible()


@pytest.mark.parametrize(
    "address", ["es/tricks/?sort=name&view=rows", "en/countermeasures/?phase=pricing&view=rows"]
)
def test_rows_have_no_faults(page: Page, address: str) -> None:
    expect_no_faults_and_no_overflow(page, address)


def test_without_a_script_the_lists_are_whole(plain_page: Page) -> None:
    for path, entries in (("tricks", GUIDE.tricks), ("countermeasures", GUIDE.countermeasures)):
        plain_page.goto(f"en/{path}/")
        expect(plain_page.locator(".filters")).to_be_hidden()
        expect(_cards(plain_page)).to_have_count(len(entries))


def test_home_shows_the_few_that_cost_most(plain_page: Page) -> None:
    plain_page.goto("en/")
    for phase in GUIDE.phases.values():
        column = plain_page.locator(".phase-column").filter(has_text=phase.summary.root["en"])
        names = [trick.name.root["en"] for trick in costliest(GUIDE, phase.id)]
        assert column.locator("li a").all_text_contents() == names
