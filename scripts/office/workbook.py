"""The questionnaire as a spreadsheet, with openpyxl.

One sheet to start from, one of questions, one of clauses. No cell is merged, each sheet's table starts
in its first row under real headers, and what others type is text, never a formula.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from scripts.guide import Chorus
from scripts.office.office_zip import build_time, stable
from scripts.office.sheet_names import distinct, sheet_names
from scripts.office.sheet_print import protect, set_up_print
from scripts.office.sheet_size import Told, continued, height, lines, widths
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import Paragraph

_BRAND, _INK, _MUTED, _LINE, _WASH = "0B5351", "1B2527", "4D5C5B", "C9D3CF", "EBF4F1"
_TEXT, _DISPLAY = "Calibri", "Georgia"
_COVER = (30, 92)
_THIN = Side(style="thin", color=_LINE)
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(vertical="top", wrap_text=True)


def _styles() -> Sequence[NamedStyle]:
    """Return the looks of cells by name, so that whoever gets the file can change them in one place."""
    label = Font(name=_TEXT, size=11, bold=True, color=_MUTED)
    text = Font(name=_TEXT, size=11, color=_INK)
    head = Font(name=_TEXT, size=11, bold=True, color="FFFFFF")
    number = Font(name=_TEXT, size=11, bold=True, color=_BRAND)
    middle = Alignment(vertical="top", horizontal="center")
    unlocked = Protection(locked=False)
    filled = {"number_format": "@", "alignment": _TOP, "font": text, "protection": unlocked}
    rule = Border(bottom=Side(style="thin", color=_MUTED))
    return (
        NamedStyle("fw title", font=Font(name=_DISPLAY, size=14, bold=True, color=_BRAND)),
        NamedStyle("fw label", font=label, alignment=_TOP),
        NamedStyle("fw text", font=text, alignment=_TOP),
        NamedStyle("fw small", font=Font(name=_TEXT, size=10, color=_MUTED), alignment=_TOP),
        NamedStyle(
            "fw head", font=head, fill=PatternFill("solid", fgColor=_BRAND), border=_BOX, alignment=_TOP
        ),
        NamedStyle("fw number", font=number, border=_BOX, alignment=middle),
        NamedStyle("fw said", font=text, border=_BOX, alignment=_TOP, number_format="@"),
        NamedStyle("fw field", border=rule, **filled),
        NamedStyle("fw open", border=_BOX, **filled),
        NamedStyle("fw own", border=_BOX, fill=PatternFill("solid", fgColor=_WASH), **filled),
    )


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its header, its width in characters, and which of the cover's lists it offers."""

    header: str
    width: int
    choices: str = ""
    own: bool = False
    """Whether the buyer fills it in."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of numbered rows; each cell holds paragraphs, or nothing where somebody writes."""

    name: str
    table: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Told]]


@dataclass(frozen=True)
class Cover:
    """The sheet to start from: title, text, fields to fill in, lists of words to choose from.

    Each list has a name for columns, a label for readers and its words. `source` begins with the line of
    the file's own language.
    """

    name: str
    title: str
    text: Sequence[tuple[str, str]]
    fields: Sequence[str]
    choices: Sequence[tuple[str, str, Sequence[str]]]
    source: Sequence[str]


def write_workbook(
    file: Path, chorus: Chorus, cover: Cover, sheets: Sequence[Sheet], store: Store = NOTHING_KEPT
) -> None:
    """Write the workbook; the same arguments give the same bytes."""
    lead = chorus.lead.wording
    made_of = repr((lead.tag, lead.direction, chorus.say("site_name"), cover, sheets))
    store.write(file, store.kept("xlsx", made_of, lambda: _workbook(chorus, cover, sheets)))


def _workbook(chorus: Chorus, cover: Cover, sheets: Sequence[Sheet]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for style in _styles():
        book.add_named_style(style)
    names = sheet_names([cover.name, *(sheet.name for sheet in sheets)])
    lists = _write_cover(book.create_sheet(names[0]), cover)
    for name, sheet in zip(names[1:], sheets, strict=True):
        _write_sheet(book.create_sheet(name), sheet, lists)
    for worksheet in book:
        worksheet.sheet_view.rightToLeft = chorus.lead.wording.direction == "rtl"
        set_up_print(worksheet, chorus.lead.wording, cover.title, cover.source[0])
        protect(worksheet)
    properties = book.properties
    properties.title = cover.title
    properties.creator = properties.lastModifiedBy = chorus.say("site_name")
    properties.language = chorus.lead.wording.tag
    properties.created = properties.modified = build_time().replace(tzinfo=None)
    written = io.BytesIO()
    # Not `book.save`, which stamps the clock and packs what is packed again below.
    ExcelWriter(book, ZipFile(written, "w")).save()

    def mend(name: str, part: bytes) -> bytes:
        # A height that is not "custom" grows with the answer that somebody types.
        return part.replace(b' customHeight="1"', b"") if "worksheets/" in name else part

    return stable(written.getvalue(), mend)


def _write_cover(worksheet: Worksheet, cover: Cover) -> Mapping[str, str]:
    """Write the sheet to start from; return where each list of choices stands, by its name."""
    lists = {}
    worksheet.column_dimensions["A"].width, worksheet.column_dimensions["B"].width = _COVER
    worksheet.sheet_view.showGridLines = False
    _say(worksheet.cell(1, 1), cover.title, "fw title")
    worksheet.row_dimensions[1].height = 30
    row = 3
    for label, text in cover.text:
        _say(worksheet.cell(row, 1), label, "fw label")
        _say(worksheet.cell(row, 2), text, "fw text")
        _fit(worksheet, row, [(text, _COVER[1])])
        row += 1
    row += 1
    for label in cover.fields:
        _say(worksheet.cell(row, 1), label, "fw label")
        worksheet.cell(row, 2).style = "fw field"
        worksheet.row_dimensions[row].height = 24
        row += 1
    for name, label, choices in cover.choices:
        row += 1
        first = row
        _say(worksheet.cell(row, 1), label, "fw label")
        for choice in choices:
            _say(worksheet.cell(row, 2), choice, "fw text")
            row += 1
        sheet = worksheet.title.replace("'", "''")
        lists[name] = f"'{sheet}'!$B${first}:$B${row - 1}"
    row += 1
    for line in cover.source:
        _say(worksheet.cell(row, 2), line, "fw small")
        row += 1
    return lists


def _write_sheet(worksheet: Worksheet, sheet: Sheet, lists: Mapping[str, str]) -> None:
    fitted = widths([column.width for column in sheet.columns])
    headers = distinct((column.header for column in sheet.columns), taken=[""])
    for number, (header, width) in enumerate(zip(headers, fitted, strict=True), start=1):
        worksheet.column_dimensions[get_column_letter(number)].width = width
        _say(worksheet.cell(1, number), header, "fw head")
    _fit(worksheet, 1, zip(headers, fitted, strict=True), least=1)
    last = 1
    for place, cells in enumerate(sheet.rows, start=1):
        for part in continued(cells, fitted[1 : len(cells) + 1]):
            last += 1
            _write_row(worksheet, last, place, sheet.columns, part)
            said = zip(part, fitted[1:], strict=False)
            _fit(worksheet, last, (("\n".join(p.text for p in text), width) for text, width in said))
    for number, column in enumerate(sheet.columns, start=1):
        if column.choices:
            _offer(worksheet, lists[column.choices], get_column_letter(number), last)
    worksheet.freeze_panes = "B2"
    worksheet.print_title_rows = "1:1"
    table = Table(displayName=sheet.table, ref=f"A1:{get_column_letter(len(sheet.columns))}{last}")
    worksheet.add_table(table)


def _write_row(
    worksheet: Worksheet, row: int, place: int, columns: Sequence[Column], cells: Sequence[Told]
) -> None:
    worksheet.cell(row, 1, place).style = "fw number"
    for index, column in enumerate(columns[1:]):
        cell = worksheet.cell(row, index + 2)
        if index < len(cells) and cells[index]:
            _write_text(cell, cells[index])
        elif index < len(cells):
            cell.style = "fw said"
        else:
            cell.style = "fw own" if column.own else "fw open"


def _fit(worksheet: Worksheet, row: int, cells: Iterable[tuple[str, int]], least: int = 3) -> None:
    """Make a row as high as its longest cell wraps, and never below `least` lines."""
    worksheet.row_dimensions[row].height = height(max([least, *(lines(*cell) for cell in cells)]))


def _say(cell: Cell, words: str, style: str) -> None:
    cell.value = words
    cell.style = style
    _keep_text(cell)


def _write_text(cell: Cell, text: Sequence[Paragraph]) -> None:
    """Write paragraphs into one cell, with bold and italic where the text has them."""
    pieces: list[str | TextBlock] = []
    for paragraph in text:
        lead = ("\n" if pieces else "") + (f"{paragraph.marker} " if paragraph.marker else "")
        pieces += [lead] if lead else []
        for run in paragraph.runs:
            look = InlineFont(rFont=_TEXT, sz=11, color=_INK, b=run.bold or None, i=run.italic or None)
            pieces.append(TextBlock(look, run.text) if run.bold or run.italic else run.text)
    plain = all(isinstance(piece, str) for piece in pieces)
    cell.value = "".join(map(str, pieces)) if plain else CellRichText(pieces)
    cell.style = "fw said"
    _keep_text(cell)


def _keep_text(cell: Cell) -> None:
    """Keep words that begin like a formula from being one (OWASP: CSV injection)."""
    cell.data_type = "s"


def _offer(worksheet: Worksheet, place: str, letter: str, last: int) -> None:
    choice = DataValidation(type="list", formula1=place, allow_blank=True, showErrorMessage=True)
    worksheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{last}")
