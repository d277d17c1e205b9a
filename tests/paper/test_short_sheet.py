"""The one sheet: one leaf of paper, two sides at the most, for every meeting, paper and language."""

from pathlib import Path

import pytest

from scripts.guide.model import MOST_PRINTED_SIGNS
from scripts.guide.whole import Guide
from scripts.paper.fonts import print_fonts
from scripts.paper.printing import Press
from scripts.paper.sheets import MOST_PRINTED_ACTS, Sheet, all_sheets
from scripts.places import FONTS
from tests.built_site import built_site
from tests.printed import squeezed, texts_of

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def short_sheets(guide: Guide) -> list[tuple[Sheet, list[str]]]:
    """Every one-page list of the whole guide, with the words of each of its pages."""
    sheets = [sheet for sheet in all_sheets(guide) if sheet.form == "short"]
    return [(sheet, texts_of(built_site() / sheet.path)) for sheet in sheets]


def _words(sheet: Sheet) -> list[str]:
    """Return what must stand on the sheet, in this order."""
    voice = sheet.voice
    acts = [voice.words(act.countermeasure.check) for act in sheet.checklist.acts]
    heads = [voice.say("signs_to_watch"), voice.say("goal")]
    promises = [] if sheet.checklist.meeting.vendor == "absent" else [voice.say("promises_heard")]
    return [squeezed(each) for each in (*acts, *heads, *promises)]


def test_it_is_one_leaf(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    assert {sheet.path: len(pages) for sheet, pages in short_sheets if len(pages) > 2} == {}


def test_it_is_well_filled(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """Both sides are used: a first side that ends half-way would read as torn off."""
    assert {sheet.path for sheet, pages in short_sheets if len(pages) != 2} == set()


def test_the_acts_stand_in_the_order_of_use_then_signs_goal_and_promises(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    wrong = []
    for sheet, pages in short_sheets:
        text, at = "".join(pages), 0
        for words in _words(sheet):
            found = text.find(words, at)
            if found < 0:
                wrong.append(f"{sheet.path}: {words}")
            at = max(at, found)
    assert wrong == []


def test_nobody_is_told_that_all_is_covered(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """A choice of acts is not a guarantee."""
    claims = [squeezed(claim) for claim in ("fewest steps", "All tricks", "menos pasos", "todos los trucos")]
    texts = {sheet.path: "".join(pages) for sheet, pages in short_sheets}
    assert {path for path, text in texts.items() if any(claim in text for claim in claims)} == set()


def test_the_full_list_on_paper_says_what_it_leaves_to_the_screen(guide: Guide) -> None:
    wrong = []
    for sheet in all_sheets(guide):
        if sheet.form == "full":
            assert sheet.checklist.size == min(sheet.whole.size, MOST_PRINTED_ACTS)
            assert len(sheet.checklist.signs) <= MOST_PRINTED_SIGNS
            acts = sheet.whole.size - sheet.checklist.size
            signs = sum(len(trick.warning_signs) for trick in sheet.whole.tricks) - len(sheet.checklist.signs)
            say = sheet.voice.say
            counted = [say("checklist_size", count=acts)] * bool(acts) + [say("signs_size", count=signs)]
            left = say("paper_left_out", what=sheet.voice.wording.listed(counted))
            if sheet.paper == "a4":
                address = f"{sheet.voice.locale}/checklists/{sheet.entry.slug}"
                text = "".join(texts_of(built_site() / sheet.path))
                after = text.partition(squeezed(left))[2]
                wrong += [] if squeezed(address) in after[:120] else [sheet.path]
    assert wrong == []


def test_a_folder_of_fonts_is_all_it_needs(guide: Guide, tmp_path: Path) -> None:
    sheet = next(sheet for sheet in all_sheets(guide) if sheet.form == "short")
    assert Press(print_fonts(FONTS, tmp_path), guide.site.url).print(sheet).startswith(b"%PDF")
