"""The calculator's spreadsheet, worked out by LibreOffice with a reader's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from scripts.derived import COST_WORKBOOK
from scripts.derived.cost import CASES, ONE, Estimate, Offer, cumulated, total
from scripts.guide.calculator import MOST_OFFERS
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.office.cost_workbook import write_cost_workbook
from tests.cost_vectors import made_up
from tests.libreoffice import find_libreoffice, worked_out

ADDRESS = "https://forewarned.internal/"
_FIRST_ROW, _FIRST_COLUMN = 9, 4
LAST_YEAR = 10


def _rows(guide: Guide, sheet: Worksheet, locale: str) -> Mapping[str, int]:
    """Return the row of each input, found as a reader finds it: by its name, in order."""
    names = [cell.value for cell in sheet["A"]]
    rows, after = {}, _FIRST_ROW - 1
    for group in guide.calculator.values():
        for each in group.inputs:
            after = names.index(each.name.root[locale], after)
            rows[each.id] = after + 1
    return rows


def _fill(guide: Guide, file: Path, locale: str, offers: list[Offer]) -> None:
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet["E4"] = offers[0].years
    rows = _rows(guide, sheet, locale)
    for place, offer in enumerate(offers):
        sheet.cell(7, _FIRST_COLUMN + 3 * place + 1, f"=Evil{place}").data_type = "s"
        for name, estimate in offer.given.items():
            for number, end in enumerate((estimate.low, estimate.likely, estimate.high)):
                if end is not None:
                    sheet.cell(rows[name], _FIRST_COLUMN + 3 * place + number, end / ONE)
    book.save(file)


def _offers(guide: Guide, years: int, seed: int) -> list[Offer]:
    """Return as many made-up offers of one company as there may be."""
    costs = [cost for group in guide.calculator.values() for cost in group.costs]
    names = [each.id for group in guide.calculator.values() for each in group.inputs]
    first, *others = (made_up(costs, names, years, seed + place) for place in range(MOST_OFFERS))
    shared = {name: first.given.get(name, Estimate()) for name in ("users", "growth", "hour")}
    return [replace(offer, given={**offer.given, **shared}) for offer in (first, *others)]


@pytest.mark.thorough
def test_libreoffice_works_out_the_same_to_the_cent(
    guide: Guide, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    program = find_libreoffice()
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    files = {}
    for locale, years, seed in (("es", 5, 11), ("en", 10, 23), ("en", 1, 37)):
        offers = _offers(guide, years, seed)
        write_cost_workbook(Voice(guide, locale), tmp_path, ADDRESS)
        file = (tmp_path / locale / COST_WORKBOOK).rename(tmp_path / f"{locale}-{years}.xlsx")
        _fill(guide, file, locale, offers)
        files[file] = years, offers
    results = [book.worksheets[1] for book in worked_out(program, list(files), tmp_path)]
    for (file, (years, offers)), result in zip(files.items(), results, strict=True):
        with subtests.test(file.stem):
            _is_worked_out(offers, years, result)


def _is_worked_out(offers: Sequence[Offer], years: int, result: Worksheet) -> None:
    for place, offer in enumerate(offers):
        column = place + 2
        assert result.cell(4, column).value == f"=Evil{place}"
        found = [_cents(result.cell(5 + number, column).value) for number in range(3)]
        assert found == [total(offer, case) for case in CASES]
        first = next(row for row in range(8, 40) if result.cell(row, 1).value in ("Año 1", "Year 1"))
        paid = [result.cell(first + year, column).value for year in range(LAST_YEAR)]
        assert [_cents(value) for value in paid[:years]] == cumulated(offer)
        assert {value or None for value in paid[years:]} <= {None}
        parts = [_cents(result.cell(row, column).value) for row in range(10, first - 2)]
        assert sum(parts) == total(offer)


def _cents(value: object) -> int:
    assert isinstance(value, int | float)
    cents = round(value * 100)
    assert abs(cents - value * 100) < 0.01 + abs(value) * 1e-12
    return cents


@pytest.mark.thorough
def test_the_same_guide_gives_the_same_bytes_and_only_fields_can_be_changed(
    guide: Guide, tmp_path: Path
) -> None:
    for folder in ("one", "other"):
        write_cost_workbook(Voice(guide, "en"), tmp_path / folder, ADDRESS)
    one, other = (tmp_path / folder / "en" / COST_WORKBOOK for folder in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    inputs, *others = load_workbook(one).worksheets
    rows = _rows(guide, inputs, "en")
    assert inputs.protection.sheet
    assert not inputs.cell(rows["users"], _FIRST_COLUMN + 1).protection.locked
    assert all(cell.protection.locked for sheet in others for row in sheet for cell in row)
