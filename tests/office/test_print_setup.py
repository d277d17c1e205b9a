"""Workbooks on paper and in other people's hands: the paper, the size of the words, what is locked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from scripts.derived.clauses import caption_of
from scripts.derived.questionnaire import Questionnaire, questionnaire_for
from scripts.guide.model import Countermeasure
from scripts.guide.voice import Chorus, Voice
from scripts.guide.whole import Guide
from scripts.office.questionnaire_files import write_key, write_spreadsheet
from scripts.office.sheet_names import distinct, sheet_names
from scripts.office.sheet_print import paper_of
from scripts.office.sheet_size import TALLEST_ROW, continued, lines
from scripts.office.workbook import Column, Cover, Sheet, write_workbook
from scripts.texts.localized import BlockText
from scripts.texts.runs import Paragraph, Run
from tests.built_site import ADDRESS
from tests.libreoffice import find_libreoffice, sizes_of_words, to_pdf
from tests.real_guide import real_guide

pytestmark = [pytest.mark.xdist_group("print-setup"), pytest.mark.thorough]

GUIDE = real_guide()
LOCALES = list(GUIDE.site.locales)
LONGEST_HEADER = 255
MEETING = "contract"


def _chorus(guide: Guide, locales: Sequence[str]) -> Chorus:
    return Chorus(tuple(Voice(guide, code) for code in locales), ADDRESS)


def _questionnaire(guide: Guide = GUIDE) -> Questionnaire:
    return questionnaire_for(guide, guide.meetings[MEETING])


def _orders() -> list[list[str]]:
    """Return which languages a file may hold, the leading one first."""
    together = [[code, *(other for other in LOCALES if other != code)] for code in LOCALES]
    return [*([code] for code in LOCALES), *together]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One workbook of each kind, by the languages in it."""
    folder = tmp_path_factory.mktemp("books")
    written = {}
    for order in _orders():
        name = "-".join(order)
        written[name] = folder / f"{name}.xlsx"
        write_spreadsheet(written[name], _chorus(GUIDE, order), _questionnaire())
        if len(order) == 1:
            written[f"{name}-key"] = folder / f"{name}-key.xlsx"
            write_key(written[f"{name}-key"], _chorus(GUIDE, order), _questionnaire())
    return written


def _all(books: dict[str, Path]) -> dict[str, Workbook]:
    return {name: load_workbook(file) for name, file in books.items()}


def test_what_is_printed_around_a_page_is_in_the_files_own_language(books: dict[str, Path]) -> None:
    for name, book in _all(books).items():
        lead = name.split("-")[0]
        for sheet in book.worksheets:
            footer = sheet.oddFooter.left.text
            assert f"{ADDRESS}{lead}/checklists/{MEETING}/" in footer, name
            assert not any(f"{ADDRESS}{other}/" in footer for other in LOCALES if other != lead), name
            for part in (sheet.oddHeader, sheet.oddFooter):
                assert len(f"&L{part.left.text}&R{part.right.text or ''}") <= LONGEST_HEADER


def test_a_header_is_not_cut_within_a_sign(tmp_path: Path) -> None:
    name = GUIDE.meetings[MEETING].name
    spoilt = name.model_copy(update={"root": dict.fromkeys(LOCALES, "a" + "&" * 79)})
    meeting = GUIDE.meetings[MEETING].model_copy(update={"name": spoilt})
    questionnaire = replace(_questionnaire(), meeting=meeting)
    write_spreadsheet(tmp_path / "book.xlsx", _chorus(GUIDE, LOCALES), questionnaire)
    text = load_workbook(tmp_path / "book.xlsx").worksheets[0].oddHeader.left.text
    assert all(len(run) % 2 == 0 for run in re.findall("&+", text))


@pytest.mark.parametrize(
    ("tag", "paper"), [("es-ES", 9), ("en-GB", 9), ("en-US", 1), ("es-MX", 1), ("en-CA", 1), ("en", 9)]
)
def test_the_paper_is_the_countrys(tag: str, paper: int) -> None:
    code, _, region = tag.partition("-")
    wording = GUIDE.wordings["en"].model_copy(update={"code": code, "region": region or None})
    assert paper_of(wording) == paper


def test_only_what_is_to_be_filled_in_is_open(books: dict[str, Path]) -> None:
    for name, book in _all(books).items():
        cover, *sheets = book.worksheets
        for sheet in book.worksheets:
            assert sheet.protection.sheet, name
            assert sheet.protection.password is None, name
        for sheet in sheets:
            for cell in (cell for row in sheet.rows for cell in row):
                assert cell.protection.locked is (cell.value is not None or cell.style == "fw said"), name
            # What the words of the clauses mean is to be read: nothing there is to be filled in.
            if "meanings" not in sheet.tables:
                assert not any(cell.protection.locked for cell in list(sheet.columns)[-1][1:]), name
        assert {cell.protection.locked for row in cover.rows for cell in row if cell.style == "fw field"} == {
            False
        }
        assert all(cell.protection.locked for row in cover.rows for cell in row if cell.value)


def test_no_row_is_higher_than_excel_takes_and_nothing_is_lost(tmp_path: Path) -> None:
    text = {
        code: "\n\n".join([f"{code} {'word ' * 300}", f"**{'bold ' * 199}bold**", "end."]) for code in LOCALES
    }
    long = BlockText(text)
    questionnaire = _questionnaire()
    first: Countermeasure = questionnaire.clauses[0].model_copy(update={"clause": long})
    questionnaire = replace(questionnaire, clauses=(first, *questionnaire.clauses[1:]))
    write_spreadsheet(tmp_path / "book.xlsx", _chorus(GUIDE, LOCALES), questionnaire)
    sheet = load_workbook(tmp_path / "book.xlsx").worksheets[2]
    assert max(size.height or 0 for size in sheet.row_dimensions.values()) <= TALLEST_ROW
    rows = [row for row in sheet.iter_rows(2, values_only=True) if row[0] == 1]
    assert len(rows) > 1
    for place, code in enumerate(LOCALES, start=1):
        told = " ".join(str(row[place] or "") for row in rows).split()
        mark = GUIDE.wordings[code].words["questions_for_your_lawyer"]
        caption = caption_of(Voice(GUIDE, code), first)
        assert told == f"{caption} {mark} {text[code]}".replace("**", "").split()
    for row in sheet.iter_rows(2):
        for cell in row[1:]:
            if cell.value:
                width = sheet.column_dimensions[cell.column_letter].width
                assert lines(str(cell.value), int(width)) * 15.5 <= TALLEST_ROW


def test_a_text_that_fits_stays_in_one_row() -> None:
    told = [Paragraph((Run("a b"),)), Paragraph((Run("c"),), "1.")]
    assert continued([told, []], [40, 40]) == [[told, []]]


def test_a_word_longer_than_a_row_is_cut() -> None:
    told = [Paragraph((Run("x" * 5000),))]
    parts = [row[0] for row in continued([told], [20])]
    assert "".join(p.text for part in parts for p in part) == "x" * 5000


def test_equal_words_make_no_workbook_that_excel_calls_damaged(tmp_path: Path) -> None:
    words = dict(GUIDE.wordings["en"].words)
    same = [key for key in words if key.startswith("questions_") and "{" not in str(words[key])]
    words.update(dict.fromkeys(same, "=Same?"), questions_answer="=SAME?", questions_vendor_numbered="Vendor")
    guide = replace(
        GUIDE, wordings={code: GUIDE.wordings[code].model_copy(update={"words": words}) for code in LOCALES}
    )
    for order in _orders():
        for write in (write_spreadsheet, write_key):
            write(tmp_path / "book.xlsx", _chorus(guide, order), _questionnaire())
            book = load_workbook(tmp_path / "book.xlsx")
            names = [name.casefold() for name in book.sheetnames]
            assert len(set(names)) == len(names)
            for sheet in book.worksheets[1:]:
                (table,) = sheet.tables.values()
                headers = [cell.value for cell in sheet[1]]
                assert [column.name for column in table.tableColumns] == headers
                assert len({str(header).casefold() for header in headers}) == len(headers)


def test_each_list_offers_its_own_words_though_their_labels_are_the_same(tmp_path: Path) -> None:
    lists = {"first": ["yes", "no"], "second": ["good", "bad"]}
    cover = Cover(
        "Cover", "Title", [], [], [(name, "Same", words) for name, words in lists.items()], ["Here"]
    )
    sheets = [
        Sheet(name, name, [Column("No.", 7), Column("Said", 20), Column("Choose", 20, name)], [[[]]])
        for name in lists
    ]
    write_workbook(tmp_path / "book.xlsx", _chorus(GUIDE, ["en"]), cover, sheets)
    first, *others = load_workbook(tmp_path / "book.xlsx").worksheets
    offered = []
    for sheet in others:
        _, _, area = sheet.data_validations.dataValidation[0].formula1.rpartition("!")
        offered.append([cell.value for (cell,) in first[area.replace("$", "")]])
    assert offered == list(lists.values())


def test_names_are_kept_apart_by_more_than_case() -> None:
    assert distinct(["A", "a", "A 2", ""], taken=[""]) == ["A", "a 2", "A 2 2", "2"]
    made = sheet_names(["History", "x" * 40, "x" * 40, "", "[]", "'q'"])
    assert len({name.casefold() for name in made}) == 6
    assert all(0 < len(name) <= 31 and not name.startswith("'") for name in made)
    assert "history" not in [name.casefold() for name in made]


def test_printed_by_libreoffice_it_can_be_read(books: dict[str, Path], tmp_path: Path) -> None:
    program = find_libreoffice()
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    chosen = [books["-".join(LOCALES)], books[f"{LOCALES[0]}-key"]]
    for file in to_pdf(program, chosen, tmp_path):
        paper, sizes = sizes_of_words(file)
        assert paper == (842, 595), file.name
        small = sum(count for size, count in sizes.items() if size < 9)
        assert small <= 0.05 * sum(sizes.values()), (file.name, sizes)
        assert min(sizes) >= 7.5, (file.name, sizes)
