"""All clauses on one page: picked by keyboard into one text, kept, and told where two settle the same."""

from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from scripts.derived import caption_of, clauses_by_subject, shared_by_clauses
from scripts.guide.model import Countermeasure
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from tests.axe import expect_no_faults_and_no_overflow
from tests.built_site import sample_guide
from tests.printed import squeezed, texts_of

LOCALES = ("es", "en")


@pytest.fixture
def guide() -> Guide:
    return sample_guide()


def _clauses(guide: Guide) -> list[Countermeasure]:
    """Return the acts with a clause as the Spanish page has them."""
    return [act for acts in clauses_by_subject(Voice(guide, "es")).values() for act in acts]


def _same_matter(guide: Guide) -> list[Countermeasure]:
    """Return two acts whose clauses settle the same."""
    often = Counter(act.clause_matter for act in _clauses(guide) if act.clause_matter)
    matter = often.most_common(1)[0][0]
    return [act for act in _clauses(guide) if act.clause_matter == matter][:2]


def test_clauses_are_picked_by_keyboard_kept_and_copied(page: Page, guide: Guide) -> None:
    locale = "es"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{locale}/clauses/")
    expect(page.locator(".clause-item")).to_have_count(len(_clauses(guide)))
    expect(page.locator("[data-picked]")).to_be_hidden()
    first, last = _clauses(guide)[0], _clauses(guide)[-1]
    voice = Voice(guide, locale)
    # The button of a clause copies it without its words and rules: the page says how to have them too.
    expect(page.get_by_text(voice.say("clauses_copy_one"))).to_be_visible()
    assert voice.say("clauses_pick") in voice.say("clauses_copy_one")
    for number, act in enumerate((last, first), start=1):
        page.locator(f'[data-pick] input[value="{act.slug}"]').focus()
        page.keyboard.press("Space")
        expect(page.locator("[data-picked-count]")).to_contain_text(voice.say("clauses_picked", count=number))
    page.reload()
    expect(page.locator("[data-picked]")).to_be_visible()
    page.locator("[data-copy-picked]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-picked-status]")).to_have_text(voice.say("copied_text"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(voice.say("clauses_text_head"))
    assert all(each in copied for told in shared_by_clauses(voice).values() for each in told)
    # By subject, whatever was picked first, then what the words mean; the buyer's own moves stay on the page.
    parts = [
        f"1. {caption_of(voice, first)}\n\n",
        f"2. {caption_of(voice, last)}\n\n",
        *shared_by_clauses(voice),
    ]
    assert sorted(parts, key=copied.index) == parts
    assert [act.slug for act in (first, last) if voice.words(act.name) in copied] == []
    page.locator("[data-clear-picked]").click()
    expect(page.locator("[data-picked]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-pick] input:checked")).to_have_count(0)


def test_two_that_settle_the_same_are_told_and_everybody_can_read_it(page: Page, guide: Guide) -> None:
    same, locale = _same_matter(guide), "es"
    page.goto(f"{locale}/clauses/")
    for act in same:
        expect(page.locator("[data-conflicts] li")).to_have_count(0)
        page.locator(f'[data-pick] input[value="{act.slug}"]').check()
    expect_no_faults_and_no_overflow(page, f"{locale}/clauses/")
    told = page.locator("[data-conflicts] li")
    expect(told).to_have_count(1)
    for act in same:
        expect(told).to_contain_text(caption_of(Voice(guide, locale), act))
    page.locator(f'[data-pick] input[value="{same[0].slug}"]').uncheck()
    expect(told).to_have_count(0)


def test_whoever_picked_some_has_those_on_paper_and_no_subject_is_left_behind_by_its_clauses(
    page: Page, guide: Guide
) -> None:
    page.goto("es/clauses/")
    # Each clause has its own button to copy it.
    expect(page.locator('.clause [data-copy="clause"]')).to_have_count(len(_clauses(guide)))
    _no_subject_is_left_behind(page)
    clauses = page.locator(".clause-item")
    page.emulate_media(media="print")
    expect(clauses.filter(visible=True)).to_have_count(len(_clauses(guide)))
    page.emulate_media(media="screen")
    picked = page.locator("[data-pick] input").last
    picked.check()
    page.emulate_media(media="print")
    expect(clauses.filter(visible=True)).to_have_count(1)
    expect(page.locator(f'[data-slug="{picked.get_attribute("value")}"]')).to_be_visible()
    expect(page.locator(".clauses > section > h2").filter(visible=True)).to_have_count(1)


def _no_subject_is_left_behind(page: Page) -> None:
    """Wherever the text above ends on its sheet."""
    page.evaluate(
        "document.querySelector('.clauses > section').before("
        "Object.assign(document.createElement('div'), { id: 'filling' }))"
    )
    subjects = tuple(squeezed(each) for each in page.locator(".clauses > section > h2").all_inner_texts())
    left = []
    for height in range(0, 280, 14):
        page.evaluate(f"document.querySelector('#filling').style.height = '{height}mm'")
        left += [sheet[-40:] for sheet in texts_of(page.pdf(format="A4")) if sheet.endswith(subjects)]
    assert left == []


def test_what_was_kept_by_others_is_harmless(page: Page) -> None:
    page.goto("en/clauses/")
    for kept in ('{"a":1}', '["<img src=x>", 3, null, "no-such-act"]', "not json", '"text"'):
        page.evaluate(
            """(kept) => {
                const path = new URL(document.documentElement.dataset.root, document.baseURI).pathname;
                localStorage.setItem(`forewarned:${path}:clauses`, kept);
            }""",
            kept,
        )
        page.reload()
        expect(page.locator("[data-pick] input").first).to_be_visible()
        expect(page.locator("[data-pick] input:checked")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_script_they_are_a_list_to_read(plain_page: Page, guide: Guide, locale: str) -> None:
    plain_page.goto(f"{locale}/clauses/")
    assert plain_page.locator(".clause-item .clause").count() == len(_clauses(guide))
    assert plain_page.locator("[data-pick]:visible").count() == 0
