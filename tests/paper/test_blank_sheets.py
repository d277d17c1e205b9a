"""The blank sheets of meetings: one page each, with all that is filled in, and the way back."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from scripts.derived import FIRST_PAPER, PAPERS, form_path, former_files
from scripts.derived.claims import claims
from scripts.guide import BlankForm, Voice
from scripts.paper import print_sheets
from scripts.paper.blank_sheets import BlankSheet, all_blank_sheets
from scripts.texts import Text
from scripts.texts import markdown as texts
from tests.made_guide import ADDRESS, press
from tests.printed import assert_says_what_it_is, faults_of_papers, path_of, squeezed, texts_of
from tests.real_guide import real_guide
from tests.throwaway import throwaway

pytestmark = [pytest.mark.xdist_group("blank-sheets"), pytest.mark.thorough]

GUIDE = real_guide()
SHEETS = {path_of(sheet): sheet for sheet in all_blank_sheets(GUIDE)}
LONG = "What was said about it, by whom, and what it is to cost. "


@cache
def _printed(path: str) -> Path:
    file = throwaway("blank-") / "sheet.pdf"
    file.write_bytes(press().print(SHEETS[path])[FIRST_PAPER])
    return file


def _in_order(form: BlankForm) -> list[Text]:
    """Return all that a form says, as it stands on its sheet."""
    noted = [text for one in form.noted for text in (one.what, *one.choices)]
    return [form.name, form.summary, *form.lines, *form.questions, *form.columns, *noted]


def test_a_demo_a_reference_and_a_kickoff_have_theirs_in_every_language_on_every_paper() -> None:
    for meeting, form in (
        *(("demo", "tasks"), ("partner-selection", "reference-call")),
        *(("kickoff", "first-meeting"), ("kickoff", "weekly-review")),
    ):
        for locale in GUIDE.site.locales:
            wanted = {paper: f"{locale}/{form_path(meeting, form, paper)}" for paper in PAPERS}
            assert SHEETS[wanted[FIRST_PAPER]].paths == wanted


def test_it_is_one_page_with_all_there_is_to_fill_in(subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path):
            (page,) = texts_of(_printed(path))
            words = [squeezed(texts.words(sheet.voice.words(text))) for text in _in_order(sheet.form)]
            # A line takes the place of dots.
            foot = sheet.voice.words(sheet.form.foot) if sheet.form.foot else ""
            words += [squeezed(part) for part in re.split("…+", foot)]
            at = 0
            for each in words:
                found = page.find(each, at)
                assert found >= 0, each
                at = found + len(each)
            page_of_meeting = f"{sheet.voice.locale}/checklists/{sheet.entry.slug}"
            assert page.endswith(squeezed(ADDRESS.partition("//")[2] + page_of_meeting))


def test_it_is_tagged_and_its_table_fills_the_page(subtests: pytest.Subtests) -> None:
    for path, sheet in SHEETS.items():
        with subtests.test(path), pikepdf.open(_printed(path)) as pdf:
            assert_says_what_it_is(pdf, sheet.voice.locale, sheet.voice.words(sheet.form.name))
            kinds = [
                str(each.S) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each
            ]
            assert (kinds.count("/H1"), kinds.count("/TH")) == (1, len(sheet.form.columns))
            assert kinds.count("/TR") > (8 if sheet.form.columns else -1)
            assert "/Link" not in kinds


def test_it_is_the_same_on_each_paper_and_wholly_printed(tmp_path: Path) -> None:
    print_sheets(SHEETS.values(), tmp_path, press())
    assert [fault for sheet in SHEETS.values() for fault in faults_of_papers(tmp_path, sheet)] == []


def test_the_fullest_that_a_guide_takes_stays_on_one_page() -> None:
    """Eight lines, six questions, a table and a foot together."""
    meeting = GUIDE.meetings["demo"]
    form = next(iter(meeting.forms.values()))
    words = form.summary.model_copy(update={"root": {"en": LONG}})
    question = GUIDE.countermeasures["call-past-clients"].ask
    assert question is not None
    update = {
        "lines": [*form.lines, *form.lines],
        "questions": [question] * 6,
        "summary": words,
        "foot": words,
    }
    full = form.model_copy(update=update)
    entry = meeting.model_copy(update={"forms": {"full": full}})
    printed = press().print(BlankSheet(Voice(GUIDE, "en"), entry, "full"))
    assert {paper: len(texts_of(pdf)) for paper, pdf in printed.items()} == dict.fromkeys(PAPERS, 1)


def test_its_address_is_its_own_and_follows_a_meeting_that_is_renamed() -> None:
    meeting = GUIDE.meetings["demo"].model_copy(update={"formerly": ["the-show"]})
    guide = replace(GUIDE, meetings={**GUIDE.meetings, "demo": meeting})
    led = dict(former_files(guide))
    for form in meeting.forms:
        for paper in PAPERS:
            assert (form_path("demo", form, paper), meeting.file) in set(claims(guide))
            assert led[form_path("the-show", form, paper)] == form_path("demo", form, paper)


def test_only_one_that_no_vendor_may_see_says_so() -> None:
    told = {
        path: squeezed(sheet.voice.say("sheet_for_own")) in texts_of(_printed(path))[0]
        for path, sheet in SHEETS.items()
    }
    assert told == {path: sheet.form.private for path, sheet in SHEETS.items()}
    assert {path.rpartition("/")[2] for path, own in told.items() if own} == {
        "partner-selection-form-reference-call-a4.pdf"
    }


def test_what_there_is_to_choose_is_printed_in_each_row_for_a_ring() -> None:
    for locale in GUIDE.site.locales:
        path = f"{locale}/{form_path('demo', 'tasks', FIRST_PAPER)}"
        sheet = SHEETS[path]
        chosen = [sheet.voice.words(column).split(" / ") for column in sheet.form.columns[2:]]
        (page,) = texts_of(_printed(path))
        row = "".join(squeezed(choice) for choices in chosen for choice in choices)
        assert page.count(row) > 8
