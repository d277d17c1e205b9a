"""The short sheet: two sides for the table and a page for the buyer alone, on every paper."""

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from scripts.derived.checklist import Act, Checklist
from scripts.derived.paper_names import FIRST_PAPER
from scripts.guide.meeting import MOST_NOTED, MOST_PRINTED_SIGNS, SIGNS_ON_A_SHEET, Observed, WordedHere
from scripts.guide.model import Countermeasure
from scripts.guide.whole import Guide
from scripts.paper.fonts import print_fonts
from scripts.paper.printing import Press
from scripts.paper.sheets import MOST_PRINTED_ACTS, Sheet, all_sheets
from scripts.places import FONTS
from scripts.texts import markdown
from scripts.texts.localized import Text
from tests.built_site import ADDRESS, built_site
from tests.fonts import site_fonts
from tests.printed import faults_of_papers, italics_of, letters_by_size, lines_of, path_of, squeezed, texts_of

pytestmark = pytest.mark.site

FEWEST_AGREED, FEWEST_PROMISED, FEWEST_SIGNS = 2, 7, 4
WIDEST_BAND, PAPER_WHITE = 28, 250
"""Millimetres that a page may have with nothing on them, and how light a point is that has nothing on it."""
FOOT, SMALLEST = 8.1, 9.4
"""Points, with some room for how a PDF rounds them: what is read at a table is set in 9.5, its foot in 8."""
NEAREST_LINES, HAIR = 7.3, 153
"""Millimetres between two lines at the least, and the grey of a line to write on."""
HEAD = 60
"""The rows of points, two typographic ones each, in which a page's band stands."""
_SAID = re.compile(r"^(?:“[^”]*”|«[^»]*»)|(?<=(?<!\*)\*)[^*]+(?=\*(?!\*))")
_MARKS = str.maketrans("", "", "“”«».")
LONG_REPLY = (
    "Accept a written date within ten days and a price cap of five per cent; in return offer a reference "
    "call, and say that without it we decide for the second vendor on it."
)


@pytest.fixture(scope="module")
def short_sheets(guide: Guide) -> list[tuple[Sheet, list[str]]]:
    """Every one-page list of the whole guide, with the words of each of its pages."""
    sheets = [sheet for sheet in all_sheets(guide) if sheet.form == "short"]
    return [(sheet, texts_of(built_site() / path_of(sheet))) for sheet in sheets]


def _entries(acts: Iterable[Act]) -> list[Countermeasure]:
    return [act.countermeasure for act in acts]


def _is_own(sheet: Sheet) -> bool:
    return sheet.entry.vendor == "absent"


def _said(sheet: Sheet, observed: Iterable[Observed]) -> list[str]:
    return [sheet.voice.words(text) for one in observed for text in (one.what, *one.choices)]


def _face(sheet: Sheet) -> list[str]:
    """Return what must stand on the first side, in this order."""
    say, words, entry = sheet.voice.say, sheet.voice.words, sheet.entry
    told = [
        say("sheet_for_own" if _is_own(sheet) else "short_list"),
        words(entry.name),
        *_said(sheet, [one for one in entry.observed if one.beforehand]),
        say("sheet_questions"),
    ]
    for act in _entries(sheet.checklist.spoken):
        told += [words(act.ask or act.check), *_said(sheet, entry.noted_of(act.slug))]
    if entry.grid:
        told += [words(text) for text in (entry.grid.title, *entry.grid.columns, *entry.grid.lines)]
    told += _said(sheet, [one for one in entry.observed if not one.beforehand])
    if _is_own(sheet):
        return [*told, say("agreed_here"), say("agreed_who")]
    return [*told, say("no_clear_answer"), say("no_clear_answer_say"), *_foot(sheet, "sheet_for_table")]


def _foot(sheet: Sheet, side: str) -> list[str]:
    """Return what stands at the foot of a side of the sheet for the table, in this order."""
    return [sheet.voice.say(_disclaimer(sheet)), sheet.voice.say(side), _typed(sheet)]


def _disclaimer(sheet: Sheet) -> str:
    """Return the key of what is said of the notes: under a contract more than before there is one."""
    return "sheet_changes_nothing" if sheet.entry.in_force else "sheet_orders_nothing"


def _typed(sheet: Sheet) -> str:
    """Return the way back, as it is typed."""
    return f"{ADDRESS.partition('//')[2]}{sheet.voice.locale}/checklists/{sheet.entry.slug}"


def _back(sheet: Sheet) -> list[str]:
    """Return what must stand on the other side of the sheet for the table, in this order."""
    say = sheet.voice.say
    told = ["field_date", "field_vendor", "promises_heard", "promise_what", "promise_price", "promise_date"]
    told += ["promise_confirms", "before_we_stop"]
    # Between its parts there are lines to write on.
    still_needed = say("before_we_stop_say").split("…")
    closing = [say("sheet_close"), *say("sheet_close_say").split("…")]
    last = [*closing, *map(say, ("sheet_next", "sheet_next_day", "sheet_next_with"))]
    told = [*map(say, told), *still_needed, say("before_we_stop_tick"), *_goals(sheet), *last]
    return [*told, *_foot(sheet, "sheet_for_table_back")]


def _goals(sheet: Sheet) -> list[str]:
    return [line for line in sheet.voice.words(sheet.entry.goal).split("\n- ") if line]


def _reverse(sheet: Sheet) -> list[str]:
    """Return what must stand on the page for the buyer alone, in this order."""
    say, words, checklist = sheet.voice.say, sheet.voice.words, sheet.checklist
    told = [say("sheet_for_own" if _is_own(sheet) else "sheet_for_you"), say("sheet_aloud")]
    told += [] if _is_own(sheet) else [say("sheet_kept")]
    asked = [act.slug for act in _entries(checklist.spoken)]
    first = ", ".join(str(asked.index(slug) + 1) for slug in sheet.entry.first if slug in asked)
    told += [say("sheet_first", numbers=first), say("sheet_first_do")] if first else []
    if not _is_own(sheet):
        told.append(words(sheet.entry.signing) if sheet.entry.signing else say("sheet_sign_nothing"))
    told += [say("sheet_before"), words(sheet.entry.bring)] if sheet.entry.bring else []
    told += [words(entry.check) for entry in _entries(checklist.sections.get("before", ()))]
    told += [say("sheet_asked_back"), say("sheet_asked_back_true")] if sheet.entry.asked_back else []
    for one in sheet.entry.asked_back:
        told += [words(one.heard), words(one.answer)]
    told.append(say("sheet_answers"))
    for entry in _entries(checklist.spoken):
        told += [words(text) for text in (entry.check, entry.proof, entry.if_refused) if text]
    told += [words(entry.check) for entry in _entries(checklist.unspoken)]
    told += [words(entry.check) for entry in _entries(checklist.sections.get("after", ()))]
    told += [say("signs_to_watch"), say("sheet_signs_tick")]
    told += [say("sheet_signs_own")] if _is_own(sheet) else []
    # Where the page is full, the last of them stay on the web.
    told += [words(chosen.sign.text) for chosen in checklist.signs[:FEWEST_SIGNS]]
    return [*told, say("goal"), *_goals(sheet), say("sheet_close_own")] if _is_own(sheet) else told


def _copied(sheet: Sheet) -> list[str]:
    """Return what must stand on the back of the page for the buyer alone, where there are words to copy."""
    say, record = sheet.voice.say, sheet.entry.record
    title = "sheet_for_own" if _is_own(sheet) else "sheet_for_you_record"
    return [say(title), say("sheet_record"), sheet.voice.words(record)] if record else []


def _sides(sheet: Sheet) -> list[list[str]]:
    """Return what must stand on each of its pages."""
    table = [_face(sheet)] if _is_own(sheet) else [_face(sheet), _back(sheet)]
    return [side for side in (*table, _reverse(sheet), _copied(sheet)) if side]


def _on_the_table(sheet: Sheet) -> int:
    """Return how many of its pages a vendor may see, or all the team writes on."""
    return 1 if _is_own(sheet) else 2


def _misplaced(sheet: Sheet, pages: list[str]) -> list[str]:
    """Return what of a sheet is missing on its page or out of its order there."""
    wanted = _sides(sheet)
    return [
        f"{path_of(sheet)}: page {number}: {words}"
        for number, (told, page) in enumerate(zip(wanted, pages, strict=True), start=1)
        for words in _out_of_order(told, page)
    ]


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
    texts += [sheet.entry.bring, sheet.entry.signing, sheet.entry.record]
    yield from (sheet.voice.words(text) for text in texts if text)


def _out_of_order(wanted: Iterable[str], text: str) -> Iterator[str]:
    at = 0
    for words in wanted:
        found = text.find(squeezed(markdown.words(words)), at)
        if found < 0:
            yield words
        at = max(at, found)


def test_it_is_a_sheet_for_the_table_and_a_page_for_the_buyer_or_one_leaf_where_no_vendor_is(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Where it is longer, shorten its words, or note less."""
    found = {path_of(sheet): len(pages) for sheet, pages in short_sheets}
    assert found == {path_of(sheet): len(_sides(sheet)) for sheet, _ in short_sheets}
    assert {2, 3, 4} == set(found.values())


def test_it_is_the_same_on_each_paper_and_wholly_printed(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    assert [fault for sheet, _ in short_sheets for fault in faults_of_papers(built_site(), sheet)] == []


def test_what_lies_on_the_table_is_well_filled(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """No page of it has an empty band: it would read as torn off, and its room is for answers."""
    empty = {}
    for sheet, _ in short_sheets:
        places = range(_on_the_table(sheet))
        bands = [
            _widest_band(built_site() / path, place) for path in sheet.paths.values() for place in places
        ]
        if max(bands) > WIDEST_BAND:
            empty[path_of(sheet)] = bands
    assert empty == {}


def _widest_band(pdf: Path, place: int) -> int:
    """Return how many millimetres of a page from edge to edge hold nothing, at the most."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[place].render(scale=1, grayscale=True)
    rows = [
        bytes(bitmap.buffer[at : at + bitmap.width])
        for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    ]
    widest = run = 0
    for row in rows:
        run = 0 if min(row) < PAPER_WHITE else run + 1
        widest = max(widest, run)
    return round(widest / 72 * 25.4)


def test_the_side_for_the_buyer_is_read_standing_up_and_in_bad_light(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Where it has smaller letters, beside the two lines at its foot, shorten the texts of that sheet."""
    small = {}
    for sheet, _ in short_sheets:
        for path in sheet.paths.values():
            for sizes in letters_by_size(built_site() / path)[_on_the_table(sheet) :]:
                usual = sizes.most_common(1)[0][0]
                if usual < SMALLEST or any(FOOT < size < SMALLEST for size in sizes):
                    small[path] = dict(sizes)
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
        label, lines = sheet.voice.say("if_refused"), lines_of(built_site() / path_of(sheet))
        asked += wanted
        if (begun := sum(line.startswith(label) for line in lines)) != wanted:
            hidden[path_of(sheet)] = f"{begun} of {wanted}"
    assert (bool(asked), hidden) == (True, {})


def test_each_page_holds_what_is_needed_there_in_the_order_of_use(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    on_each = [
        (sheet, texts_of(built_site() / path)) for sheet, _ in short_sheets for path in sheet.paths.values()
    ]
    assert [each for sheet, pages in on_each for each in _misplaced(sheet, pages)] == []


def test_what_lies_on_the_table_gives_nothing_away(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """Answers, signs, tricks and what is done beforehand are on neither side of what lies open there."""
    shown = []
    for sheet, pages in short_sheets:
        shown += [
            f"{path_of(sheet)}: {words}"
            for words in _secrets(sheet)
            if squeezed(markdown.words(words)) in "".join(pages[: _on_the_table(sheet)])
        ]
    assert shown == []


def test_only_what_lies_on_the_table_says_which_side_of_the_meeting_sheet_it_is(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    wrong = {}
    for sheet, pages in short_sheets:
        sides = [squeezed(sheet.voice.say(key)) for key in ("sheet_for_table", "sheet_for_table_back")]
        said = [[side for side in sides if side in page] for page in pages]
        due = [[]] if _is_own(sheet) else [sides[:1], sides[1:]]
        if said != [*due, *[[]] * (len(pages) - len(due))]:
            wrong[path_of(sheet)] = said
    assert wrong == {}


def test_what_is_noted_on_the_table_is_held_against_nobody(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Before there is a contract its words would let a vendor disown promises: the notes order nothing."""
    wrong, bound = {}, set()
    for sheet, pages in short_sheets:
        bound |= {sheet.entry.slug} if sheet.entry.in_force else set()
        for key in ("sheet_changes_nothing", "sheet_orders_nothing"):
            told = [squeezed(sheet.voice.say(key)) in page for page in pages]
            due = not _is_own(sheet) and key == _disclaimer(sheet)
            if told != [due and place < _on_the_table(sheet) for place in range(len(pages))]:
                wrong[path_of(sheet), key] = told
    assert (wrong, {"contract", "pricing"} & bound, {"acceptance", "exit"} - bound) == ({}, set(), set())


def test_only_what_may_not_lie_on_the_table_bears_the_yellow_band(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Whoever finds a page among others tells by it which they must not show."""
    wrong = {}
    for sheet, pages in short_sheets:
        shown = [_has_band(built_site() / path_of(sheet), place) for place in range(len(pages))]
        if shown != [_is_own(sheet) or place >= _on_the_table(sheet) for place in range(len(pages))]:
            wrong[path_of(sheet)] = shown
    assert wrong == {}


def _has_band(pdf: Path, place: int) -> bool:
    """Return whether the head of a page has yellow in it."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[place].render(scale=0.5)
    # Of each point: blue, green, red.
    head = bytes(bitmap.buffer[: bitmap.stride * HEAD])
    return any(head[at] < 90 and head[at + 2] > 200 for at in range(0, len(head) - 2, 3))


def test_of_an_answer_only_the_words_to_say_are_in_italics(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """What may be given stands right after them: whoever glances down must not read it out."""
    wrong = {}
    for sheet, _ in short_sheets:
        shown = italics_of(built_site() / path_of(sheet))
        private = shown.pop(_on_the_table(sheet)).translate(_MARKS)
        if (set(shown), private) != ({""}, "".join(_spoken(sheet)).translate(_MARKS)):
            wrong[path_of(sheet)] = (shown, private)
    assert wrong == {}


def _spoken(sheet: Sheet) -> Iterator[str]:
    """Yield what is said aloud of the page for the buyer alone, in its order, squeezed."""
    checklist, words = sheet.checklist, sheet.voice.words
    sections = checklist.sections
    yield from (squeezed(words(each.ask)) for each in _entries(sections.get("before", ())) if each.ask)
    answers = [words(each.answer) for each in sheet.entry.asked_back]
    answers += [words(each.if_refused) for each in _entries(checklist.spoken) if each.if_refused]
    yield from (squeezed(said) for answer in answers for said in _SAID.findall(answer))
    after = _entries([*checklist.unspoken, *sections.get("after", ())])
    yield from (squeezed(words(each.ask)) for each in after if each.ask)


def test_before_colleagues_no_sign_bears_the_name_of_what_it_may_lead_to(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Who ticks a sign in a meeting of one's own people would else name a colleague's offence."""
    own = [(sheet, pages) for sheet, pages in short_sheets if sheet.entry.vendor == "absent"]
    named = {
        path_of(sheet): name
        for sheet, pages in own
        for chosen in sheet.checklist.signs
        if (name := sheet.voice.words(chosen.trick.name)) and squeezed(name) in "".join(pages)
    }
    assert (bool(own), named) == (True, {})


def test_the_table_has_room_for_what_is_promised(
    short_sheets: list[tuple[Sheet, list[str]]], subtests: pytest.Subtests
) -> None:
    for sheet, _ in short_sheets:
        with subtests.test(path_of(sheet)), pikepdf.open(built_site() / path_of(sheet)) as pdf:
            rows = [
                node
                for node in pdf.objects
                if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/TR"
            ]
            own = 1 + sheet.entry.grid.rows if sheet.entry.grid else 0
            assert len(rows) >= own + 1 + (FEWEST_AGREED if _is_own(sheet) else FEWEST_PROMISED)


@pytest.mark.parametrize("slug", ["contract", "pricing", "internal-review"])
def test_a_full_reply_to_every_refusal_fits_and_none_is_cut(slug: str, guide: Guide) -> None:
    """The longest that editors write for a refusal, in every act, needs no further page."""
    press = Press(site_fonts(), ADDRESS)
    for sheet in all_sheets(guide):
        if sheet.form == "short" and sheet.entry.slug == slug:
            full = replace(sheet, checklist=_refused_at_length(sheet.checklist, sheet.voice.locale))
            assert _misplaced(full, texts_of(press.print(full)[FIRST_PAPER])) == []


def _refused_at_length(checklist: Checklist, locale: str) -> Checklist:
    def refused(act: Act) -> Act:
        entry = act.countermeasure
        text = entry.check.model_copy(update={"root": {locale: LONG_REPLY}})
        return replace(act, countermeasure=entry.model_copy(update={"if_refused": text}))

    return replace(checklist, acts=tuple(map(refused, checklist.acts)))


def test_any_meeting_may_have_a_table_of_its_own(guide: Guide) -> None:
    grid = guide.meetings["demo"].grid
    assert grid
    press = Press(site_fonts(), ADDRESS)
    sheet = next(each for each in all_sheets(guide) if each.form == "short" and not each.entry.grid)
    few = grid.model_copy(update={"columns": grid.columns[:2], "rows": 2})
    for added in (grid, few):
        meeting = sheet.entry.model_copy(update={"grid": added})
        given = replace(sheet, checklist=replace(sheet.checklist, meeting=meeting))
        pages = texts_of(press.print(given)[FIRST_PAPER])
        assert _misplaced(given, pages) == []
        assert squeezed(sheet.voice.words(grid.title)) not in "".join(pages[1:])


@pytest.mark.parametrize("slug", ["contract", "internal-review"])
def test_what_is_noted_of_an_answer_stands_below_its_question(slug: str, guide: Guide) -> None:
    press = Press(site_fonts(), ADDRESS)
    for sheet in _of(guide, slug):
        ticked = guide.meetings["demo"].observed[:2]
        written = [one.model_copy(update={"choices": []}) for one in ticked]
        given = _noting(sheet, [ticked[0], written[1]])
        assert _misplaced(given, texts_of(press.print(given)[FIRST_PAPER])) == []


def test_the_most_that_can_be_noted_goes_on_to_a_further_page_and_never_to_the_back_of_what_is_private(
    guide: Guide,
) -> None:
    """Of too much nothing is lost, and what the buyer alone may read begins a sheet of paper."""
    press = Press(site_fonts(), ADDRESS)
    for slug in ("contract", "exit"):
        for sheet in _of(guide, slug):
            most = [
                one.model_copy(update={"choices": [one.what] * 4}) for one in guide.meetings["demo"].observed
            ]
            given = _noting(sheet, [*most, *most][:MOST_NOTED])
            pages = texts_of(press.print(given)[FIRST_PAPER])
            private = next(
                at for at, page in enumerate(pages) if squeezed(sheet.voice.say("sheet_kept")) in page
            )
            told = "".join(pages[:private])
            assert (private % 2, len(pages)) == (0, private + 2)
            assert list(_out_of_order([*_face(given)[:-2], *_back(given)], told)) == []
            assert not any(squeezed(markdown.words(words)) in told for words in _secrets(given))


def _of(guide: Guide, slug: str) -> Iterator[Sheet]:
    """Yield the short sheets of a meeting, in every language."""
    return (each for each in all_sheets(guide) if each.form == "short" and each.entry.slug == slug)


def _noting(sheet: Sheet, noted: list[Observed]) -> Sheet:
    """Return the sheet with the same to note below each of its questions."""
    worded = dict(sheet.entry.worded)
    for entry in _entries(sheet.checklist.spoken):
        here = worded.get(entry.slug, WordedHere(check=entry.check))
        worded[entry.slug] = here.model_copy(update={"noted": noted})
    meeting = sheet.entry.model_copy(update={"worded": worded})
    return replace(sheet, checklist=replace(sheet.checklist, meeting=meeting))


def test_where_the_rows_are_begun_the_answer_has_the_widest_column(guide: Guide) -> None:
    """What is printed takes no more room than it needs: nobody rewrites a line in three centimetres."""
    narrow = {}
    for sheet in _of(guide, "contract"):
        assert sheet.entry.grid
        heads = [squeezed(sheet.voice.words(column)) for column in sheet.entry.grid.columns]
        places = _places_of(built_site() / path_of(sheet), heads)
        first, answer, who, _ = (after - at for at, after in pairwise([*places, 567]))
        if not answer > 1.3 * max(first, who):
            narrow[path_of(sheet)] = places
    assert narrow == {}


def test_a_column_for_a_tick_is_narrow(guide: Guide) -> None:
    """What is written beside it needs the room."""
    wide = {}
    for slug in ("requirements", "trial"):
        for sheet in _of(guide, slug):
            assert sheet.entry.grid
            assert sheet.entry.grid.ticked
            heads = [squeezed(sheet.voice.words(column)) for column in sheet.entry.grid.columns]
            places = [*_places_of(built_site() / path_of(sheet), heads), 567]
            widths = [after - at for at, after in pairwise(places)]
            ticked = [widths[number - 1] for number in sheet.entry.grid.ticked]
            written = [width for width in widths if width not in ticked]
            if not max(ticked) < 25 * 72 / 25.4 < min(written):
                wide[path_of(sheet)] = widths
    assert wide == {}


def test_the_lines_of_the_face_are_as_far_apart_as_a_hand_needs(
    short_sheets: list[tuple[Sheet, list[str]]],
) -> None:
    """Where they are not, note less below its questions, or leave a row of its table out."""
    close = {}
    for sheet, _ in short_sheets:
        heights = sorted(set(_lines_to_write_on(built_site() / path_of(sheet))))
        nearest = min(after - at for at, after in pairwise(heights) if after - at > 1)
        if nearest < NEAREST_LINES / 25.4 * 72:
            close[path_of(sheet)] = round(nearest / 72 * 25.4, 1)
    assert close == {}


def _lines_to_write_on(pdf: Path) -> Iterator[float]:
    """Yield how high each line of the first page stands that is no table's and no heading's, in points."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    with pypdfium2.PdfDocument(pdf) as document:
        for each in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=4):
            pypdfium2.raw.FPDFPageObj_GetFillColor(each.raw, red, green, blue, alpha)
            left, bottom, right, top = each.get_bounds()
            if red.value == HAIR and right - left > 20 and top - bottom < 2:
                yield round(bottom, 1)


def _places_of(pdf: Path, heads: list[str]) -> list[float]:
    """Return where on the first page, from its left edge in points, the words of a table's heads begin."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        letters = [text.get_text_range(place, 1) for place in range(text.count_chars())]
        kept = [place for place, letter in enumerate(letters) if squeezed(letter)]
        at = "".join(letters[place] for place in kept).rfind("".join(heads))
        starts = [kept[at + len("".join(heads[:number]))] for number in range(len(heads))]
        return [text.get_charbox(place)[0] for place in starts]


def test_a_meeting_with_nothing_to_ask_looks_whole(guide: Guide, tmp_path: Path) -> None:
    """Its face takes notes."""
    press = Press(site_fonts(), ADDRESS)
    for sheet in _of(guide, "exit"):
        acts = tuple(act for act in sheet.checklist.acts if act.section == "before")
        meeting = sheet.entry.model_copy(update={"grid": None, "observed": []})
        given = replace(sheet, checklist=replace(sheet.checklist, meeting=meeting, acts=acts))
        file = tmp_path / "sheet.pdf"
        file.write_bytes(press.print(given)[FIRST_PAPER])
        pages = texts_of(file)
        assert (len(pages), squeezed(sheet.voice.say("sheet_questions")) in pages[0]) == (4, False)
        assert squeezed(sheet.voice.say("paper_notes")) in pages[0]
        assert _widest_band(file, 0) <= WIDEST_BAND


def test_what_fits_no_side_goes_on_to_a_further_page(guide: Guide) -> None:
    """A guide with longer texts loses none of them."""
    sheet = next(sheet for sheet in all_sheets(guide) if sheet.form == "short")
    act = sheet.checklist.spoken[0].countermeasure
    longer = act.check.model_copy(update={"root": {sheet.voice.locale: LONG_REPLY * 30 + "The end."}})
    acts = tuple(
        replace(each, countermeasure=each.countermeasure.model_copy(update={"proof": longer}))
        for each in sheet.checklist.acts
    )
    pages = texts_of(
        Press(site_fonts(), ADDRESS).print(replace(sheet, checklist=replace(sheet.checklist, acts=acts)))[
            FIRST_PAPER
        ]
    )
    assert len(pages) > len(_sides(sheet))
    assert "".join(pages).count("Theend.") == len(sheet.checklist.spoken)


def test_nobody_is_told_that_all_is_covered(short_sheets: list[tuple[Sheet, list[str]]]) -> None:
    """A choice of acts is not a guarantee."""
    claims = [squeezed(claim) for claim in ("fewest steps", "All tricks", "menos pasos", "todos los trucos")]
    texts = {path_of(sheet): "".join(pages) for sheet, pages in short_sheets}
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
            address = f"{sheet.voice.locale}/checklists/{sheet.entry.slug}"
            text = "".join(texts_of(built_site() / path_of(sheet)))
            after = text.partition(squeezed(left))[2]
            wrong += [] if squeezed(address) in after[:120] else [path_of(sheet)]
    assert wrong == []


def test_a_folder_of_fonts_is_all_it_needs(guide: Guide, tmp_path: Path) -> None:
    sheet = next(sheet for sheet in all_sheets(guide) if sheet.form == "short")
    assert Press(print_fonts(FONTS, tmp_path), ADDRESS).print(sheet)[FIRST_PAPER].startswith(b"%PDF")
