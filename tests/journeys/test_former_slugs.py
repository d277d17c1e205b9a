"""What readers kept before an entry was renamed or merged keeps its place, in a real Chromium."""

import json
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from scripts.derived.former_addresses import former_addresses
from scripts.derived.quiz import all_asked
from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.renamed import as_if_renamed

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
LOCALES = GUIDE.site.locales
OLD, TODAY = "read-the-whole-site", "save-the-linked-pages"
OTHER = "put-it-in-the-annex"


def _name(locale: str, slug: str) -> str:
    return Voice(GUIDE, locale).words(GUIDE.countermeasures[slug].name)


def _age(page: Page, renamed: Mapping[str, str]) -> None:
    """Turn what the device keeps into what it kept under old slugs; `renamed` gives them by today's."""
    page.evaluate(
        """(renamed) => {
            for (const [key, value] of Object.entries({ ...localStorage })) {
                localStorage.removeItem(key);
                const aged = (text) =>
                    Object.entries(renamed).reduce((all, [today, old]) => all.replaceAll(today, old), text);
                localStorage.setItem(aged(key), aged(value));
            }
        }""",
        dict(renamed),
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_an_address_of_old_leads_on(page: Page, locale: str) -> None:
    for each in former_addresses(GUIDE):
        page.goto(f"{locale}/{each.address}")
        page.wait_for_url(f"**/{locale}/{each.target}")
        expect(page.get_by_role("heading", level=1)).to_have_text(Voice(GUIDE, locale).words(each.heir.name))


def test_a_list_sent_with_an_old_id_is_todays(page: Page) -> None:
    page.goto(f"en/checklists/mine/?c={OLD},{OTHER},{TODAY}")
    expect(page.locator(".chosen-list a")).to_have_text([_name("en", TODAY), _name("en", OTHER)])
    expect(page.locator("[data-mine-unknown]")).to_be_hidden()
    page.get_by_role("button", name=Voice(GUIDE, "en").say("mine_take")).click()
    assert f"c={TODAY},{OTHER}" in page.url


def test_a_kept_list_its_ticks_and_its_notes_keep_their_place(page: Page) -> None:
    add = Voice(GUIDE, "en").say("add_to_mine")
    for slug in (TODAY, OTHER):
        page.goto(f"en/countermeasures/{slug}/")
        page.get_by_role("button", name=add, exact=True).click()
    page.goto("en/checklists/mine/")
    page.locator(f"#box-{TODAY}").check()
    page.locator(f"#note-{TODAY}").fill("Twelve pages, two with a price.")
    _age(page, {TODAY: OLD})
    page.goto(f"en/countermeasures/{TODAY}/")
    remove = page.get_by_role("button", name=Voice(GUIDE, "en").say("on_mine_remove"), exact=True)
    expect(remove).to_be_visible()
    page.goto("en/checklists/mine/")
    expect(page.locator(".chosen-list a")).to_have_text([_name("en", TODAY), _name("en", OTHER)])
    expect(page.locator(f"#box-{TODAY}")).to_be_checked()
    expect(page.locator(f"#note-{TODAY}")).to_have_value("Twelve pages, two with a price.")
    # What is ticked or taken off now counts, not what was kept of old.
    page.locator(f"#box-{TODAY}").uncheck()
    page.reload()
    expect(page.locator(f"#box-{TODAY}")).not_to_be_checked()
    page.goto(f"en/countermeasures/{TODAY}/")
    remove.click()
    page.goto("en/checklists/mine/")
    expect(page.locator(".chosen-list a")).to_have_text([_name("en", OTHER)])


def test_notes_on_two_acts_that_are_one_today_are_both_kept(page: Page) -> None:
    page.goto(f"en/checklists/mine/?c={OTHER},{TODAY}")
    page.get_by_role("button", name=Voice(GUIDE, "en").say("mine_take")).click()
    page.locator(f"#note-{OTHER}").fill("Of today.")
    page.locator(f"#note-{TODAY}").fill("Of old.")
    # The other act is the one that took over, in this guide.
    as_if_renamed(page, {"countermeasure": {TODAY: OTHER}})
    page.reload()
    expect(page.locator(".chosen-list a")).to_have_text([_name("en", OTHER)])
    expect(page.locator(f"#note-{OTHER}")).to_have_value("Of today.\nOf old.")


def test_a_meetings_list_and_the_signs_of_a_trick_keep_their_place(page: Page) -> None:
    trick = GUIDE.tricks["demo-always-works"]
    sign = f"#sign-{trick.slug}-{trick.warning_signs[0].id}"
    page.goto("en/checklists/demo/")
    page.locator(sign).check()
    page.locator("#field-vendor").fill("A vendor")
    _age(page, {trick.slug: "was-a-demo", "checklist.demo": "checklist.show"})
    as_if_renamed(page, {"meeting": {"show": "demo"}, "trick": {"was-a-demo": trick.slug}})
    page.reload()
    expect(page.locator(sign)).to_be_checked()
    expect(page.locator("#field-vendor")).to_have_value("A vendor")
    page.get_by_role("button", name=Voice(GUIDE, "en").say("checklist_clear")).click()
    page.reload()
    expect(page.locator(sign)).not_to_be_checked()
    expect(page.locator("#field-vendor")).to_have_value("")


def test_answers_of_a_renamed_assessment_keep_their_place_on_the_device_and_in_files(page: Page) -> None:
    assessment = next(iter(GUIDE.assessments.values()))
    first = assessment.statements[0].id
    answered = page.locator(f'input[name="{first}"][value="partly"]')
    page.goto("en/assessment/")
    page.locator(f'label:has(input[name="{first}"][value="partly"])').click()
    expect(answered).to_be_checked()
    _age(page, {f"assessment.{assessment.slug}": "assessment.of-old"})
    as_if_renamed(page, {"assessment": {"of-old": assessment.slug}})
    page.reload()
    expect(answered).to_be_checked()
    other = page.locator(f'input[name="{first}"][value="no"]')
    saved = {"format": "forewarned-assessment", "version": 1, "assessment": "of-old", "saved": "2026-01-31"}
    file = json.dumps({**saved, "answers": {first: "no"}}).encode()
    page.locator("[data-continue]").set_input_files(
        {"name": "of-old.json", "mimeType": "application/json", "buffer": file}
    )
    expect(other).to_be_checked()


def test_a_renamed_quiz_goes_on_where_it_was_left(page: Page) -> None:
    quiz = next(quiz for quiz in GUIDE.quizzes.values() if quiz.select.random is None)
    shown = page.locator("[data-question]:visible")
    page.goto(f"en/quizzes/{quiz.slug}/?seed=1")
    page.locator("[data-start] [type=submit]").click()
    # To the first that is answered by a choice, whatever the order.
    while shown.get_attribute("data-question") not in ("one", "several", "truth"):
        page.locator("[data-skip]").click()
    shown.locator("input").first.check()
    shown.locator("[type=submit]").click()
    left = shown.get_attribute("id") or ""
    _age(page, {f"quiz.{quiz.slug}": "quiz.of-old"})
    trick = all_asked(GUIDE, quiz)[0].trick.slug
    as_if_renamed(page, {"quiz": {"of-old": quiz.slug}, "trick": {"trick-of-old": trick}})
    page.goto("en/glossary/")
    page.goto(f"en/quizzes/{quiz.slug}/")
    page.locator("[data-continue]").click()
    expect(shown).to_have_id(left)
    page.evaluate("localStorage.clear()")
    page.goto("en/glossary/")
    page.goto(f"en/quizzes/{quiz.slug}/#trick-of-old")
    expect(shown).to_have_attribute("data-trick", trick)
