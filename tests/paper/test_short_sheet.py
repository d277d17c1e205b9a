"""The one sheet: a leaf with a face for the table and a reverse for the buyer, on every paper."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from scripts.derived.checklist import Act, Checklist
from scripts.guide.meeting import MOST_PRINTED_SIGNS, SIGNS_ON_A_SHEET
from scripts.guide.model import Countermeasure
from scripts.guide.whole import Guide
from scripts.paper.fonts import print_fonts
from scripts.paper.printing import Press
from scripts.paper.sheets import MOST_PRINTED_ACTS, Sheet, all_sheets
from scripts.places import FONTS
from scripts.texts import markdown
from scripts.texts.localized import Text
from tests.built_site import ADDRESS, built_site
from tests.printed import letters_by_size, lines_of, squeezed, texts_of

pytestmark = pytest.mark.site

FEWEST_ROWS = 2
FOOT, SMALLEST = 8.1, 9.4
"""Points, with some room for how a PDF rounds them: what is read at a table is set in 9.5, its foot in 8."""
LONG_REPLY = (
    "Accept a written date within ten days and a price cap of five per cent; in return offer a reference "
    "call, and say that without it we decide for the second vendor on it."
)


@pytest.fixture(scope="module")
def short_sheets(guide: Guide) -> list[tuple[Sheet, list[str]]]:
    """Every one-page list of the whole guide, with the words of each of its pages."""
    sheets = [sheet for sheet in all_sheets(guide) if sheet.form == "short"]
    return [(sheet, texts_of(built_site() / sheet.path)) for sheet in sheets]


def _entries(acts: Iterable[Act]) -> list[Countermeasure]:
    return [act.countermeasure for act in acts]


def _face(sheet: Sheet) -> list[str]:
    """Return what must stand on the side that lies on the table, in this order."""
    say, words = sheet.voice.say, sheet.voice.words
    own_people_only = sheet.entry.vendor == "absent"
    questions = [words(entry.ask or entry.check) for entry in _entries(sheet.checklist.spoken)]
    table = ("agreed_here", "agreed_who") if own_people_only else ("promises_heard", "promise_who")
    grid = sheet.entry.grid
    own = [words(text) for text in (grid.title, *grid.columns)] if grid else []
    for one in sheet.entry.observed:
        own += [words(one.what), *map(words, one.choices)]
    return [words(sheet.entry.name), say("sheet_questions"), *questions, *own, *map(say, table)]


def _reverse(sheet: Sheet) -> list[str]:
    """Return what must stand on the side for the buyer alone, in this order."""
    say, words, checklist = sheet.voice.say, sheet.voice.words, sheet.checklist
    told = [say("sheet_for_own" if sheet.entry.vendor == "absent" else "sheet_for_you")]
    told += [words(entry.check) for entry in _entries(checklist.sections.get("before", ()))]
    told += [say("sheet_asked_back"), say("sheet_asked_back_true")] if sheet.entry.asked_back else []
    for one in sheet.entry.asked_back:
        told += [words(one.heard), words(one.answer)]
    for entry in _entries(checklist.spoken):
        told += [words(text) for text in (entry.check, entry.proof, entry.if_refused) if text]
    told += [words(entry.check) for entry in _entries(checklist.unspoken)]
    told += [words(entry.check) for entry in _entries(checklist.sections.get("after", ()))]
    told.append(say("signs_to_watch"))
    told += [say("sheet_signs_own")] if sheet.entry.vendor == "absent" else []
    told += [words(chosen.sign.text) for chosen in checklist.signs]
    if sheet.entry.record:
        told += [say("sheet_record"), words(sheet.entry.record)]
    return [*told, say("goal")]


def _secrets(sheet: Sheet) -> Iterator[str]:
    """Yield what a vendor who reads the sheet on the table must not see."""
    checklist = sheet.checklist
    yield sheet.voice.say("good_answer")
    yield sheet.voice.say("if_refused")
    yield sheet.voice.say("signs_to_watch")
    entries = _entries(checklist.acts)
    said = {id(entry) for entry in _entries(checklist.spoken)}
    texts: list[Text | None] = [text for entry in entries for text in (entry.proof, entry.if_refused)]
    texts += [text for entry in entries if id(entry) not in said for text in (entry.check, entry.ask)]
    texts += [entry.check for entry in entries if entry.ask]
    texts += [text for chosen in checklist.signs for text in (chosen.sign.text, chosen.trick.name)]
    texts += [one.answer for one in sheet.entry.asked_back]
    yield from (sheet.voice.words(text) for text in texts if text)


def _out_of_order(wanted: Iterable[str], text: str) -> Iterator[str]:
    at = 0
    for words in wanted:
        found = text.find(squeezed(markdown.words(words)), at)
        if found < 0:
            yield words
        at = max(at, found)


def test_it_is_one_leaf(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    assert {sheet.path: len(pages) for sheet, pages in short_sheets if len(pages) > 2} == {}


def test_it_is_well_filled(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """Both sides are used: a first side that ends half-way would read as torn off."""
    assert {sheet.path for sheet, pages in short_sheets if len(pages) != 2} == set()


def test_the_side_for_the_buyer_is_read_standing_up_and_in_bad_light(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Where it has smaller letters, beside the two lines at its foot, shorten the texts of that sheet."""
    small = {}
    for sheet, _ in short_sheets:
        sizes = letters_by_size(built_site() / sheet.path)[1]
        usual = sizes.most_common(1)[0][0]
        if usual < SMALLEST or any(FOOT < size < SMALLEST for size in sizes):
            small[sheet.path] = dict(sizes)
    assert small == {}


def test_six_signs_are_watched_and_the_full_list_has_the_rest(guide: Guide) -> None:
    for sheet in all_sheets(guide):
        chosen = sheet.entry.signs
        watched = SIGNS_ON_A_SHEET if sheet.form == "short" else MOST_PRINTED_SIGNS
        names = [f"{each.trick.slug}/{each.sign.id}" for each in sheet.checklist.signs]
        assert names == chosen[:watched]


def test_what_to_say_after_a_no_begins_a_line(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """Run into the paragraph it is found by nobody in the room: shorten the texts of that sheet."""
    hidden, asked = {}, 0
    for sheet, _ in short_sheets:
        wanted = len([act for act in sheet.checklist.spoken if act.countermeasure.if_refused])
        label, lines = sheet.voice.say("if_refused"), lines_of(built_site() / sheet.path)
        asked += wanted
        if (begun := sum(line.startswith(label) for line in lines)) != wanted:
            hidden[sheet.path] = f"{begun} of {wanted}"
    assert (bool(asked), hidden) == (True, {})


def test_the_face_holds_what_is_said_and_the_reverse_the_rest_in_the_order_of_use(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    wrong = []
    for sheet, (face, reverse) in short_sheets:
        wrong += [f"{sheet.path}: face: {words}" for words in _out_of_order(_face(sheet), face)]
        wrong += [f"{sheet.path}: reverse: {words}" for words in _out_of_order(_reverse(sheet), reverse)]
    assert wrong == []


def test_the_face_gives_nothing_away(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """Answers, signs, tricks and what is done beforehand do not lie open before the vendor."""
    shown = []
    for sheet, pages in short_sheets:
        shown += [
            f"{sheet.path}: {words}"
            for words in _secrets(sheet)
            if squeezed(markdown.words(words)) in pages[0]
        ]
    assert shown == []


def test_before_colleagues_no_sign_bears_the_name_of_what_it_may_lead_to(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Who ticks a sign in a meeting of one's own people would else name a colleague's offence."""
    own = [(sheet, pages) for sheet, pages in short_sheets if sheet.entry.vendor == "absent"]
    named = {
        sheet.path: name
        for sheet, pages in own
        for chosen in sheet.checklist.signs
        if (name := sheet.voice.words(chosen.trick.name)) and squeezed(name) in "".join(pages)
    }
    assert (bool(own), named) == (True, {})


def test_where_its_words_ask_for_one_side_the_pdf_asks_the_printer_for_it(guide: Guide) -> None:
    """And no other PDF does; nothing in it is out of its place (qpdf reads it)."""
    asking, wrong = 0, []
    for sheet in all_sheets(guide):
        with pikepdf.open(built_site() / sheet.path) as pdf:
            wanted = squeezed(sheet.voice.say("sheet_kept")) in texts_of(built_site() / sheet.path)[-1]
            duplex = str(pdf.Root.ViewerPreferences.get("/Duplex", ""))
            asking += wanted
            if duplex != ("/Simplex" if wanted else "") or pdf.check_pdf_syntax() or pdf.get_warnings():
                wrong.append(f"{sheet.path}: {duplex}")
    assert (bool(asking), wrong) == (True, [])


def test_the_table_has_room_for_what_is_promised(
    short_sheets: list[tuple[Sheet, list[str]]], subtests: pytest.Subtests
) -> None:
    for sheet, _ in short_sheets:
        with subtests.test(sheet.path), pikepdf.open(built_site() / sheet.path) as pdf:
            rows = [
                node
                for node in pdf.objects
                if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/TR"
            ]
            own = 1 + sheet.entry.grid.rows if sheet.entry.grid else 0
            assert len(rows) >= own + 1 + FEWEST_ROWS


@pytest.mark.parametrize("slug", ["contract", "pricing", "internal-review"])
def test_a_full_reply_to_every_refusal_fits_and_none_is_cut(slug: str, guide: Guide, tmp_path: Path) -> None:
    """The longest that editors write for a refusal, in every act, still leaves one leaf."""
    press = Press(print_fonts(FONTS, tmp_path), ADDRESS)
    for sheet in all_sheets(guide):
        if sheet.form == "short" and sheet.entry.slug == slug and sheet.paper == "letter":
            full = replace(sheet, checklist=_refused_at_length(sheet.checklist, sheet.voice.locale))
            face, reverse = texts_of(press.print(full))
            assert [*_out_of_order(_face(full), face), *_out_of_order(_reverse(full), reverse)] == []


def _refused_at_length(checklist: Checklist, locale: str) -> Checklist:
    def refused(act: Act) -> Act:
        entry = act.countermeasure
        text = entry.check.model_copy(update={"root": {locale: LONG_REPLY}})
        return replace(act, countermeasure=entry.model_copy(update={"if_refused": text}))

    return replace(checklist, acts=tuple(map(refused, checklist.acts)))


def test_any_meeting_may_have_a_table_of_its_own(guide: Guide, tmp_path: Path) -> None:
    grid = guide.meetings["demo"].grid
    assert grid
    press = Press(print_fonts(FONTS, tmp_path), ADDRESS)
    sheet = next(each for each in all_sheets(guide) if each.form == "short" and not each.entry.grid)
    few = grid.model_copy(update={"columns": grid.columns[:2], "rows": 2})
    for added in (grid, few):
        meeting = sheet.entry.model_copy(update={"grid": added})
        given = replace(sheet, checklist=replace(sheet.checklist, meeting=meeting))
        face, reverse = texts_of(press.print(given))
        assert [*_out_of_order(_face(given), face)] == []
        assert squeezed(sheet.voice.words(grid.title)) not in reverse


def test_what_fits_no_side_goes_on_to_a_further_page(guide: Guide, tmp_path: Path) -> None:
    """A guide with longer texts loses none of them."""
    sheet = next(sheet for sheet in all_sheets(guide) if sheet.form == "short")
    act = sheet.checklist.spoken[0].countermeasure
    longer = act.check.model_copy(update={"root": {sheet.voice.locale: LONG_REPLY * 30 + "The end."}})
    acts = tuple(
        replace(each, countermeasure=each.countermeasure.model_copy(update={"proof": longer}))
        for each in sheet.checklist.acts
    )
    pages = texts_of(
        Press(print_fonts(FONTS, tmp_path), ADDRESS).print(
            replace(sheet, checklist=replace(sheet.checklist, acts=acts))
        )
    )
    assert len(pages) > 2
    assert "".join(pages).count("Theend.") == len(sheet.checklist.spoken)


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
    assert Press(print_fonts(FONTS, tmp_path), ADDRESS).print(sheet).startswith(b"%PDF")
