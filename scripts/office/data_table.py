"""A plain table as XLSX, for programs and for whoever wants to sort it."""

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from scripts.office.office_zip import build_time, stable
from scripts.store import NOTHING_KEPT, Store

_WIDTHS = (8, 60)
"""The narrowest and the widest column, in characters."""


def write_table(
    file: Path, title: str, tag: str, rows: Sequence[Sequence[str]], store: Store = NOTHING_KEPT
) -> None:
    """Write `rows`, of which the first are headers, as a workbook of one sheet; `tag` is its language.

    Every cell is text, never a formula. The same arguments give the same bytes.
    """
    made_of = repr((title, tag, rows))
    store.write(file, store.kept("table", made_of, lambda: _table(title, tag, rows)))


def _cell(sheet: WriteOnlyWorksheet, words: str, font: Font | None) -> Cell | str | None:
    """Return words as a cell takes them: what begins like a formula stays text (OWASP: CSV injection)."""
    if font is None and not words.startswith("="):
        return words or None
    cell: Cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell


def _table(title: str, tag: str, rows: Sequence[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("catalogue")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    for number, cells in enumerate(zip(*rows, strict=True), start=1):
        width = min(max(_WIDTHS[0], *map(len, cells)), _WIDTHS[1])
        sheet.column_dimensions[get_column_letter(number)].width = width
    bold = Font(bold=True)
    for place, row in enumerate(rows):
        sheet.append([_cell(sheet, words, None if place else bold) for words in row])
    properties = book.properties
    properties.title = properties.creator = properties.lastModifiedBy = title
    properties.language = tag
    properties.created = properties.modified = build_time().replace(tzinfo=None)
    written = io.BytesIO()
    # Not `book.save`, which stamps the clock.
    ExcelWriter(book, ZipFile(written, "w")).save()
    return stable(written.getvalue())
