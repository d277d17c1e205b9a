"""The calculator as a spreadsheet with live formulas, to fill in without a script or a network.

The formulas say the rules of `scripts/derived/cost.py`: one sheet of inputs, one of results, and for each
offer one that shows every step. A test has LibreOffice work them out and holds them to those rules.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from scripts import texts
from scripts.derived import COST_WORKBOOK
from scripts.guide import CALCULATOR, MOST_OFFERS, CostInput, Voice, reachable
from scripts.office.cost_formulas import CalculationSheet, InputCells
from scripts.office.office_zip import build_time, stable
from scripts.office.sheet_names import sheet_names
from scripts.office.sheet_print import protect, set_up_print
from scripts.office.sheet_size import height, lines
from scripts.store import NOTHING_KEPT, Store

FIRST_YEARS = 5
YEARS_AT, CURRENCY_AT = "E4", "E5"
"""Where the reader writes how many years to count, and in which currency."""
_HEAD_ROW = 7
_FIRST_OFFER_COLUMN = 4
_LABEL, _UNIT, _HELP, _NUMBER = 34, 22, 52, 13
_BRAND, _INK, _MUTED, _LINE, _WASH = "0B5351", "1B2527", "4D5C5B", "C9D3CF", "EBF4F1"
_FONT = "Calibri"
AMOUNT = "#,##0.00"


def _styles() -> Iterator[NamedStyle]:
    thin = Side(style="thin", color=_LINE)
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    top = Alignment(vertical="top", wrap_text=True)
    text = Font(name=_FONT, size=11, color=_INK)
    strong = Font(name=_FONT, size=11, bold=True, color=_BRAND)
    head = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
    wash, brand = PatternFill("solid", fgColor=_WASH), PatternFill("solid", fgColor=_BRAND)
    free = Protection(locked=False)
    yield NamedStyle("fw title", font=Font(name="Georgia", size=14, bold=True, color=_BRAND))
    yield NamedStyle("fw text", font=text, alignment=top)
    yield NamedStyle("fw small", font=Font(name=_FONT, size=10, color=_MUTED), alignment=top)
    yield NamedStyle("fw group", font=strong, alignment=top)
    yield NamedStyle("fw head", font=head, fill=brand, border=box, alignment=top)
    yield NamedStyle("fw open", font=text, fill=wash, border=box, protection=free, number_format="General")
    yield NamedStyle("fw name", font=strong, fill=wash, border=box, protection=free, number_format="@")
    yield NamedStyle("fw amount", font=text, border=box, number_format=AMOUNT)
    yield NamedStyle("fw total", font=strong, border=box, number_format=AMOUNT)
    yield NamedStyle("fw factor", font=text, border=box, number_format="General")


def write_cost_workbook(voice: Voice, site: Path, address: str, store: Store = NOTHING_KEPT) -> None:
    """Write the locale's workbook below `site`; `address` is the site's own. No inputs, no workbook.

    The same arguments give the same bytes.
    """
    if not voice.guide.calculator:
        return
    groups = voice.guide.calculator.values()
    said = [(key, words) for key, words in sorted(voice.wording.words.items()) if key.startswith("cost_")]
    made_of = repr(
        (voice.wording.tag, voice.wording.direction, voice.say("site_name"), address, groups, said)
    )
    file = site / voice.locale / COST_WORKBOOK
    file.parent.mkdir(parents=True, exist_ok=True)
    store.write(file, store.kept("xlsx", made_of, lambda: _CostBook(voice, address).packed()))


@dataclass(frozen=True)
class _CostBook:
    voice: Voice
    address: str

    def packed(self) -> bytes:
        """Return the bytes of the workbook."""
        say = self.voice.say
        book = Workbook()
        book.remove(book.active)
        for style in _styles():
            book.add_named_style(style)
        offers = [say("cost_offer_numbered", number=number) for number in range(1, MOST_OFFERS + 1)]
        names = sheet_names([say("cost_sheet_inputs"), say("cost_sheet_result"), *offers])
        inputs, result, *calculations = (book.create_sheet(name) for name in names)
        cells = self._write_inputs(inputs, offers)
        sheets = [
            CalculationSheet(self.voice, worksheet, cells, place)
            for place, worksheet in enumerate(calculations)
        ]
        for sheet in sheets:
            sheet.write()
        self._write_result(result, cells, sheets)
        for worksheet in book:
            worksheet.sheet_view.rightToLeft = self.voice.wording.direction == "rtl"
            page = reachable(f"{self.address}{self.voice.locale}/{CALCULATOR}")
            source = " · ".join(filter(None, (say("site_name"), page)))
            set_up_print(worksheet, self.voice.wording, say("calculator_title"), source)
            protect(worksheet)
        # On one sheet of paper the figures of so many offers would be too small to read.
        inputs.page_setup.fitToWidth = 2
        properties = book.properties
        properties.title = say("calculator_title")
        properties.creator = properties.lastModifiedBy = say("site_name")
        properties.language = self.voice.wording.tag
        properties.created = properties.modified = build_time().replace(tzinfo=None)
        written = io.BytesIO()
        # Not `book.save`, which stamps the clock and packs what is packed again below.
        ExcelWriter(book, ZipFile(written, "w")).save()
        return stable(written.getvalue())

    def _write_inputs(self, worksheet: Worksheet, offers: list[str]) -> InputCells:
        say = self.voice.say
        columns = [_LABEL, _UNIT, _HELP, *[_NUMBER] * 3 * MOST_OFFERS]
        for number, width in enumerate(columns, start=1):
            worksheet.column_dimensions[get_column_letter(number)].width = width
        _say(worksheet, "A1", say("calculator_title"), "fw title")
        _say(worksheet, "A2", say("cost_sheet_how"), "fw small", wide=_LABEL)
        _say(worksheet, "A4", say("cost_years"), "fw text")
        _say(worksheet, YEARS_AT, FIRST_YEARS, "fw open")
        _say(worksheet, "A5", say("cost_currency"), "fw text")
        _say(worksheet, CURRENCY_AT, "", "fw name")
        years = DataValidation(type="whole", operator="between", formula1="1", formula2="10")
        numbers = DataValidation(type="decimal", operator="between", formula1="0", formula2="999999999")
        for validation in (years, numbers):
            validation.showErrorMessage = True
            worksheet.add_data_validation(validation)
        years.add(YEARS_AT)
        for number, words in enumerate((say("cost_input"), say("cost_unit"), say("cost_help")), start=1):
            _say(worksheet, f"{get_column_letter(number)}{_HEAD_ROW}", words, "fw head")
        for place, offer in enumerate(offers):
            first = _FIRST_OFFER_COLUMN + 3 * place
            ends = (say("cost_low"), say("cost_likely"), say("cost_high"))
            for number, end in enumerate(ends):
                _say(worksheet, f"{get_column_letter(first + number)}{_HEAD_ROW + 1}", end, "fw head")
            _say(worksheet, f"{get_column_letter(first + 1)}{_HEAD_ROW}", offer, "fw name")
        rows = self._write_rows(worksheet, numbers)
        worksheet.freeze_panes = f"B{_HEAD_ROW + 2}"
        worksheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW + 1}"
        worksheet.print_title_cols = "A:A"
        return InputCells(worksheet.title, rows, _HEAD_ROW, _FIRST_OFFER_COLUMN, YEARS_AT)

    def _write_rows(self, worksheet: Worksheet, numbers: DataValidation) -> Mapping[str, int]:
        """Write every input with its fields to fill in; return the row of each."""
        rows: dict[str, int] = {}
        row = _HEAD_ROW + 1
        for group in self.voice.guide.calculator.values():
            row += 1
            _say(worksheet, f"A{row}", self.voice.words(group.name), "fw group")
            for each in group.inputs:
                row += 1
                rows[each.id] = row
                told = texts.words(self.voice.words(each.help))
                _say(worksheet, f"A{row}", self.voice.words(each.name), "fw text")
                _say(worksheet, f"B{row}", self._unit(each), "fw small")
                _say(worksheet, f"C{row}", told, "fw small")
                worksheet.row_dimensions[row].height = height(max(1, lines(told, _HELP)))
                last = _FIRST_OFFER_COLUMN + 3 * (1 if each.of_company else MOST_OFFERS)
                places = [f"{get_column_letter(column)}{row}" for column in range(_FIRST_OFFER_COLUMN, last)]
                for place in places:
                    worksheet[place].style = "fw open"
                numbers.add(f"{places[0]}:{places[-1]}")
        return rows

    def _unit(self, each: CostInput) -> str:
        kind = f"{each.unit}_{each.when}" if each.when else each.id
        return self.voice.say(f"cost_unit_{kind}")

    def _write_result(self, worksheet: Worksheet, cells: InputCells, sheets: list[CalculationSheet]) -> None:
        say = self.voice.say
        worksheet.column_dimensions["A"].width = _LABEL
        _say(worksheet, "A1", say("calculator_title"), "fw title")
        _say(worksheet, "A2", f'={cells.absolute(CURRENCY_AT)}&""', "fw small")
        row = 4
        for place, _ in enumerate(sheets):
            letter = get_column_letter(place + 2)
            worksheet.column_dimensions[letter].width = _NUMBER + 5
            _say(worksheet, f"{letter}{row}", f"={cells.name_of(place)}", "fw head")
        _say(worksheet, f"A{row}", say("cost_total"), "fw head")
        for case in ("low", "likely", "high"):
            row += 1
            _say(worksheet, f"A{row}", say(f"cost_case_{case}"), "fw text")
            for place, sheet in enumerate(sheets):
                _say(worksheet, f"{get_column_letter(place + 2)}{row}", f"={sheet.total(case)}", "fw total")
        row += 2
        _say(worksheet, f"A{row}", say("cost_by_group"), "fw head")
        for group in self.voice.guide.calculator.values():
            if not group.costs:
                continue
            row += 1
            _say(worksheet, f"A{row}", self.voice.words(group.name), "fw text")
            for place, sheet in enumerate(sheets):
                at = f"{get_column_letter(place + 2)}{row}"
                _say(worksheet, at, f"={sheet.of_group(group)}", "fw amount")
        row += 2
        _say(worksheet, f"A{row}", say("cost_paid_until"), "fw head")
        for year in range(1, 11):
            row += 1
            _say(worksheet, f"A{row}", say("cost_year_numbered", number=year), "fw text")
            for place, sheet in enumerate(sheets):
                shown = f'=IF({year}>{cells.years},"",{sheet.until(year)})'
                _say(worksheet, f"{get_column_letter(place + 2)}{row}", shown, "fw amount")
        _say(worksheet, f"A{row + 2}", say("cost_not_advice"), "fw small", wide=_LABEL)
        worksheet.freeze_panes = "B5"


def _say(worksheet: Worksheet, place: str, value: object, style: str, wide: int = 0) -> None:
    """Write words, a number or a formula; `wide` makes the row as high as the words take at that width."""
    cell = worksheet[place]
    cell.value = value
    cell.style = style
    if wide:
        worksheet.row_dimensions[cell.row].height = height(lines(str(value), wide))
