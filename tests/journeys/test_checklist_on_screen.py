"""A meeting's checklist in a real Chromium: ticks, notes, progress, clearing, paper, no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.guide.meeting import Meeting
from scripts.guide.voice import Voice
from scripts.texts.localized import Text
from tests.built_site import ADDRESS, sample_guide
from tests.kept import FORBIDDEN
from tests.printed import words_of

pytestmark = pytest.mark.browser

GUIDE = sample_guide()
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


def _boxes(page: Page) -> int:
    return page.locator('.checklist section:not([data-section="signs"]) .item > input').count()


def _say(locale: str, key: str, **values: object) -> str:
    return Voice(GUIDE, locale).say(key, **values)


def _printed(page: Page, paper: str = "A4") -> str:
    return " ".join(words_of(page.pdf(format=paper)))


def test_what_is_ticked_and_written_stays_and_paper_has_the_tables_of_the_meeting(
    page: Page, subtests: pytest.Subtests
) -> None:
    for meeting in GUIDE.meetings:
        page.emulate_media(media="screen")
        page.goto(f"es/checklists/{meeting}/")
        page.locator(".item input").first.check()
        page.locator(".signs .item input").first.check()
        page.get_by_label("Respuesta", exact=True).first.fill("Dos semanas")
        page.get_by_label("Proveedor", exact=True).fill("Ejemplo, S. A.")
        page.get_by_label("Fecha", exact=True).fill("2026-12-03")
        page.reload()
        expect(page.locator(".item input:checked")).to_have_count(2)
        expect(page.get_by_label("Respuesta", exact=True).first).to_have_value("Dos semanas")
        expect(page.get_by_label("Proveedor", exact=True)).to_have_value("Ejemplo, S. A.")
        expect(page.get_by_label("Fecha", exact=True)).to_have_value("2026-12-03")
        with subtests.test(f"{meeting} on paper"):
            _has_its_tables_on_paper(page, GUIDE.meetings[meeting])


def _has_its_tables_on_paper(page: Page, meeting: Meeting) -> None:
    """Promises have one where a vendor makes them."""
    expect(page.locator(".promises:visible")).to_have_count(0)
    page.emulate_media(media="print")
    made = 0 if meeting.vendor == "absent" else 1
    expect(page.locator(".promises:not(.own-grid):visible")).to_have_count(made)
    expect(page.locator(".own-grid:visible")).to_have_count(1 if meeting.grid else 0)
    expect(page.locator(".asked-back dd")).to_have_count(len(meeting.asked_back))
    expect(page.locator(".first-asked a")).to_have_count(len(meeting.first))
    expect(page.locator(".for-the-record")).to_have_count(1 if meeting.record else 0)


def test_what_is_seen_in_the_room_is_noted_and_is_no_act(page: Page) -> None:
    meeting, observed = next(
        (slug, each.observed)
        for slug, each in GUIDE.meetings.items()
        if {bool(one.choices) for one in each.observed} == {True, False}
    )
    ticked = next(one for one in observed if one.choices).choices
    written = next(one for one in observed if not one.choices).what
    spanish, english = Voice(GUIDE, "es").words, Voice(GUIDE, "en").words
    page.goto(f"es/checklists/{meeting}/")
    noted = page.locator(".observed")
    expect(noted.locator("input[type=checkbox]")).to_have_count(sum(len(one.choices) for one in observed))
    told = page.locator("[data-progress]").inner_text()
    noted.get_by_label(spanish(ticked[0]), exact=True).check()
    noted.get_by_label(spanish(written), exact=True).fill("Los permisos")
    expect(page.locator("[data-progress]")).to_have_text(told)
    page.goto(f"en/checklists/{meeting}/")
    expect(noted.get_by_label(english(ticked[0]), exact=True)).to_be_checked()
    expect(noted.get_by_label(english(ticked[1]), exact=True)).not_to_be_checked()
    expect(noted.get_by_label(english(written), exact=True)).to_have_value("Los permisos")
    assert "Los permisos" in _printed(page)


def test_what_is_noted_of_an_answer_stands_below_its_question_and_is_no_act(page: Page) -> None:
    page.goto("es/checklists/demo/")
    act = page.locator(".item:has(.noted-here input[type=checkbox]):has(.noted-here input[type=text])").first
    # By its id: the purchase's tools change what else is in the item.
    act = page.locator(f"#{act.get_attribute('id')}")
    noted = GUIDE.meetings["demo"].noted_of(str(act.get_attribute("id")).removeprefix("act-"))
    ticked = next(one for one in noted if one.choices)
    written = next(one for one in noted if not one.choices)
    spanish, english = Voice(GUIDE, "es").words, Voice(GUIDE, "en").words
    told = page.locator("[data-progress]").inner_text()

    def tick(words: Callable[[Text], str]) -> Locator:
        group = act.get_by_role("group", name=words(ticked.what), exact=True)
        return group.get_by_role("checkbox", name=words(ticked.choices[0]), exact=True)

    tick(spanish).check()
    act.get_by_label(spanish(written.what), exact=True).fill("El jueves")
    expect(page.locator("[data-progress]")).to_have_text(told)
    expect(act.locator("> input")).not_to_be_checked()
    page.goto("en/checklists/demo/")
    expect(tick(english)).to_be_checked()
    expect(act.get_by_label(english(written.what), exact=True)).to_have_value("El jueves")
    printed = _printed(page)
    assert "El jueves" in printed
    assert english(ticked.choices[0]) in printed


def test_progress_is_told_as_a_whole_and_by_section_in_either_language_of_this_meeting(page: Page) -> None:
    locale = "es"
    page.goto(f"{locale}/checklists/demo/")
    count = _boxes(page)
    status = page.locator("[data-progress]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text(_say(locale, "checklist_progress", done=0, count=count))
    section = page.locator('section[data-section="before"]')
    inside = section.locator(".item > input")
    inside.nth(0).check()
    inside.nth(1).check()
    page.locator(".signs .item input").first.check()
    expect(status).to_have_text(_say(locale, "checklist_progress", done=2, count=count))
    bar = page.get_by_role("progressbar", name=_say(locale, "checklist_progress", done=2, count=count))
    expect(bar).to_have_js_property("value", 2)
    expect(section.locator("[data-section-progress]")).to_have_text(
        _say(locale, "checklist_progress", done=2, count=inside.count())
    )
    signs = page.locator('section[data-section="signs"]')
    expect(signs.locator("[data-section-progress]")).to_have_text(
        _say(locale, "signs_seen", done=1, count=signs.locator("input").count())
    )
    # The other language has the same ticks, and another meeting has not.
    page.get_by_role("link", name="English").click()
    expect(inside.nth(1)).to_be_checked()
    expect(page.locator(".item input:checked")).to_have_count(3)
    page.goto("en/checklists/contract/")
    expect(page.locator(".item input:checked")).to_have_count(0)


def test_ticking_by_keyboard_and_clearing_which_can_be_undone(page: Page) -> None:
    page.goto("en/checklists/demo/")
    clear = page.get_by_role("button", name="Clear ticks and notes")
    expect(clear).to_be_hidden()
    page.locator(".item input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".item input").first).to_be_checked()
    expect(page.locator("[data-progress]")).to_contain_text("1 of")
    page.get_by_label("Answer", exact=True).first.fill("In March")
    clear.click()
    expect(page.locator(".item input:checked")).to_have_count(0)
    expect(page.get_by_label("Answer", exact=True).first).to_have_value("")
    expect(page.locator("[data-progress]")).to_have_text("Ticks and notes cleared.")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".item input:checked")).to_have_count(1)
    expect(page.get_by_label("Answer", exact=True).first).to_have_value("In March")
    expect(clear).to_be_focused()
    clear.click()
    page.reload()
    expect(page.locator(".item input:checked")).to_have_count(0)


def test_another_tab_shows_the_same(page: Page) -> None:
    page.goto("en/checklists/demo/")
    other = page.context.new_page()
    other.goto("en/checklists/demo/")
    page.locator(".item input").first.check()
    expect(other.locator(".item input").first).to_be_checked()


@pytest.mark.parametrize(
    ("trouble", "word"),
    [(FORBIDDEN, "checklist_not_kept"), (FULL, "checklist_no_room")],
    ids=["forbidden", "full"],
)
def test_without_storage_all_works_and_a_word_says_so(page: Page, trouble: str, word: str) -> None:
    page.add_init_script(trouble)
    page.goto("en/checklists/demo/")
    expect(page.locator("[data-not-kept]")).to_have_text(_say("en", word))
    page.locator(".item input").first.check()
    expect(page.locator("[data-progress]")).to_contain_text("1 of")
    page.get_by_role("button", name="Clear ticks and notes").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".item input:checked")).to_have_count(1)


def test_notes_and_fields_are_printed(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("es/checklists/demo/")
    page.get_by_label("Respuesta", exact=True).first.fill("Catorce días de prueba\ny sin tarjeta")
    page.get_by_label("Proveedor", exact=True).fill("Ejemplo y Cía.")
    page.get_by_label("Fecha", exact=True).fill("2026-12-03")
    for paper in ("A4", "Letter"):
        with subtests.test(paper):
            printed = _printed(page, paper)
            assert "Catorce días de prueba y sin tarjeta" in printed
            assert "Ejemplo y Cía." in printed
            assert "3 de diciembre de 2026" in printed
            address = f"{ADDRESS.removeprefix('https://')}es/checklists/demo/"
            assert address in printed.replace(" ", "")
            for key in (
                "checklist_clear",
                "add_all_to_mine",
                "export",
                "checklist_cleared",
                "purchase_invitation",
            ):
                assert _say("es", key) not in printed


def test_a_long_note_grows_and_paper_has_lines_where_nothing_is_written_and_ticks_where_ticked(
    page: Page,
) -> None:
    page.goto("en/checklists/demo/")
    note = page.get_by_label("Answer", exact=True).first
    before = note.evaluate("field => field.clientHeight")
    note.fill("\n".join(["One more line"] * 12))
    assert note.evaluate("field => field.scrollHeight <= field.clientHeight + 1")
    assert note.evaluate("field => field.clientHeight") > before
    note.fill("Yes")
    page.locator(".item input").first.check()
    page.emulate_media(media="print")
    fields = page.locator(".item .note-field")
    expect(fields.first.locator(".write-lines")).to_be_hidden()
    expect(fields.first.locator(".written")).to_be_visible()
    expect(fields.nth(1).locator(".write-lines")).to_be_visible()
    expect(page.locator("textarea:visible, .paper-field input:visible, button:visible")).to_have_count(0)
    backgrounds = [
        page.locator(".item > input").nth(index).evaluate("box => getComputedStyle(box).backgroundImage")
        for index in (0, 1)
    ]
    assert backgrounds[0].startswith("url(")
    assert backgrounds[1] == "none"
    expect(page.locator(".come-back svg")).to_be_visible()


def test_a_list_of_ones_own_has_a_table_of_promises_once_some_are_to_be_put_in_writing(
    page: Page,
) -> None:
    intro = _say("en", "promises_heard_intro")
    page.goto("en/checklists/mine/?t=rent-or-buy")
    expect(page.locator('[data-section="in_writing"]')).to_be_visible()
    assert intro in _printed(page)
    page.goto("en/checklists/mine/?c=check-a-trial-exists")
    expect(page.locator('[data-section="before"]')).to_be_visible()
    assert intro not in _printed(page)


def test_without_a_script_nothing_is_dead(plain_page: Page) -> None:
    for meeting in GUIDE.meetings:
        plain_page.emulate_media(media="screen")
        plain_page.goto(f"en/checklists/{meeting}/")
        expect(plain_page.locator("article button:visible, article textarea:visible")).to_have_count(0)
        expect(plain_page.locator("article progress:visible, [data-mine-link]:visible")).to_have_count(0)
        plain_page.locator(".item label").first.click()
        expect(plain_page.locator(".item input").first).to_be_checked()
        plain_page.emulate_media(media="print")
        expect(plain_page.locator(".item .note-field .write-lines").first).to_be_visible()
        expect(plain_page.locator(".item textarea:visible")).to_have_count(0)


@pytest.mark.parametrize("path", ["checklists/demo/", "checklists/mine/?t=rent-or-buy", "tricks/"])
def test_every_target_is_large_enough(page: Page, path: str) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 px for what is not a link within a sentence."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"es/{path}")
    expect(page.locator("article .item, article .card").first).to_be_visible()
    small = page.evaluate(
        """() => [...document.querySelectorAll("article :is(button, input, summary, textarea, .refs a)")]
            .filter((e) => e.checkVisibility())
            .filter((e) => e.getBoundingClientRect().width < 24 || e.getBoundingClientRect().height < 24)
            .map((e) => e.outerHTML)"""
    )
    assert small == []
