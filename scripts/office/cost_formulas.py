"""The sheet of one offer: every step of the calculation as a formula, in the low, likely and high case."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scripts.derived import CASES, DEFAULTS, LOWERING, MOST_YEARS, ONE, Case
from scripts.guide import COMPANY_SETTINGS, OFFER_SETTINGS, CostGroup, CostInput, Voice

_FIRST_YEAR_COLUMN = 3
_STEPS = (("users_in", "users"), ("seats_in", "least-users"), ("risen", "rise"), ("left", "discount"))
"""What is worked out once a year, by the setting that each is of."""
_BLOCK_ORDER: tuple[Case, ...] = ("likely", "low", "high")
"""The likely case comes first: the others refer to it."""


@dataclass(frozen=True)
class InputCells:
    """Where the inputs stand: the row of each, the row of offers' names, the first offer's low column."""

    sheet: str
    rows: Mapping[str, int]
    head_row: int
    first_column: int
    years_at: str

    def absolute(self, place: str) -> str:
        """Return a cell of the sheet of inputs as other sheets name it."""
        letters, digits = place.rstrip("0123456789"), place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!${letters}${digits}"

    def at(self, name: str, offer: int, case: Case) -> str:
        """Return the cell in which a reader writes an input; what is the company's stands under the first."""
        place = 0 if name in COMPANY_SETTINGS else offer
        column = self.first_column + 3 * place + CASES.index(case)
        return self.absolute(f"{get_column_letter(column)}{self.rows[name]}")

    def name_of(self, offer: int) -> str:
        """Return the cell with an offer's name."""
        return self.absolute(f"{get_column_letter(self.first_column + 3 * offer + 1)}{self.head_row}")

    @property
    def years(self) -> str:
        """The cell with the number of years."""
        return self.absolute(self.years_at)


@dataclass
class CalculationSheet:
    """The sheet of the offer at `place`, counted from 0."""

    voice: Voice
    worksheet: Worksheet
    cells: InputCells
    place: int
    _rows: dict[tuple[Case, str], int] = field(default_factory=dict)

    @property
    def _costs(self) -> list[CostInput]:
        return [cost for group in self.voice.guide.calculator.values() for cost in group.costs]

    def write(self) -> None:
        """Write every case below the other."""
        self.worksheet.column_dimensions["A"].width = 40
        for column in range(2, _FIRST_YEAR_COLUMN + MOST_YEARS):
            self.worksheet.column_dimensions[get_column_letter(column)].width = 14
        self._put("A1", f"={self.cells.name_of(self.place)}", "fw title")
        row = 3
        for case in _BLOCK_ORDER:
            row = self._write_case(case, row) + 2
        self.worksheet.freeze_panes = "B3"

    def total(self, case: Case) -> str:
        """Return the cell with the sum of all years."""
        return self._far(f"{_year(MOST_YEARS)}{self._rows[case, 'cumulated']}")

    def until(self, year: int) -> str:
        """Return the cell with what is likely paid up to the end of a year."""
        return self._far(f"{_year(year)}{self._rows['likely', 'cumulated']}")

    def of_group(self, group: CostGroup) -> str:
        """Return the sum of what a group's costs likely are in all years."""
        rows = [self._rows["likely", cost.id] for cost in group.costs]
        return "+".join(f"SUM({self._far(f'{_year(1)}{row}:{_year(MOST_YEARS)}{row}')})" for row in rows)

    def _far(self, place: str) -> str:
        sheet = self.worksheet.title.replace("'", "''")
        return f"'{sheet}'!{place}"

    def _write_case(self, case: Case, row: int) -> int:
        """Write one case from a row on; return its last row."""
        say = self.voice.say
        self._put(f"A{row}", say(f"cost_case_{case}"), "fw head")
        self._put(f"B{row}", say("cost_value"), "fw head")
        for year in range(1, MOST_YEARS + 1):
            self._put(f"{_year(year)}{row}", say("cost_year_numbered", number=year), "fw head")
        for name in (*COMPANY_SETTINGS, *OFFER_SETTINGS):
            row += 1
            self._write_value(case, name, row, self._label(name))
        for step, label in _STEPS:
            row += 1
            self._rows[case, step] = row
            self._put(f"A{row}", say("cost_step", input=self._label(label)), "fw small")
            for year in range(1, MOST_YEARS + 1):
                self._put(f"{_year(year)}{row}", f"={self._step(case, step, year)}", "fw factor")
        first = row + 1
        for cost in self._costs:
            row += 1
            self._write_value(case, cost.id, row, self.voice.words(cost.name))
            for year in range(1, MOST_YEARS + 1):
                self._put(f"{_year(year)}{row}", f"={self._cost(case, cost, year)}", "fw amount")
        return self._write_sums(case, first, row)

    def _write_sums(self, case: Case, first: int, last: int) -> int:
        self._rows[case, "total"], self._rows[case, "cumulated"] = last + 1, last + 2
        self._put(f"A{last + 1}", self.voice.say("cost_total"), "fw group")
        self._put(f"A{last + 2}", self.voice.say("cost_paid_until"), "fw group")
        for year in range(1, MOST_YEARS + 1):
            letter = _year(year)
            self._put(f"{letter}{last + 1}", f"=SUM({letter}{first}:{letter}{last})", "fw total")
            before = f"{_year(year - 1)}{last + 2}+" if year > 1 else ""
            self._put(f"{letter}{last + 2}", f"=ROUND({before}{letter}{last + 1},2)", "fw total")
        return last + 2

    def _label(self, name: str) -> str:
        inputs = [each for group in self.voice.guide.calculator.values() for each in group.inputs]
        return next((self.voice.words(each.name) for each in inputs if each.id == name), name)

    def _write_value(self, case: Case, name: str, row: int, label: str) -> None:
        self._rows[case, name] = row
        self._put(f"A{row}", label, "fw text")
        self._put(f"B{row}", f"={self._value(case, name)}", "fw factor")

    def _value(self, case: Case, name: str) -> str:
        """Return the value that counts in a case: see `Estimate.at`."""
        default = DEFAULTS.get(name, 0) // ONE
        if name not in self.cells.rows:
            return str(default)
        if case == "likely":
            likely = self.cells.at(name, self.place, "likely")
            return f'IF({likely}="",{default},{likely})'
        takes_low = (case == "low") != (name in LOWERING)
        likely = f"$B${self._rows['likely', name]}"
        end = self.cells.at(name, self.place, "low" if takes_low else "high")
        return f'IF({end}="",{likely},{"MIN" if takes_low else "MAX"}({end},{likely}))'

    def _b(self, case: Case, name: str) -> str:
        return f"$B${self._rows[case, name]}"

    def _step(self, case: Case, step: str, year: int) -> str:
        def value(name: str) -> str:
            return self._b(case, name)

        match step:
            case "users_in":
                return f"ROUND({value('users')}*(1+{value('growth')}/100)^{year - 1},0)"
            case "seats_in":
                return f"MAX({_year(year)}{self._rows[case, 'users_in']},ROUND({value('least-users')},0))"
            case "risen":
                first = f"MAX(2,ROUNDUP({value('rise-from')},0))"
                return f"(1+MIN({value('rise')},{value('cap')})/100)^MAX(0,{year + 1}-{first})"
            case _:
                return f"IF({year}<={value('discount-years')},1-{value('discount')}/100,1)"

    def _cost(self, case: Case, cost: CostInput, year: int) -> str:
        """Return what a cost is in a year, rounded once: see `scripts/derived/cost.py`."""
        letter, years = _year(year), self.cells.years
        counted = "users_in" if cost.unit == "hours" else "seats_in"
        factors = [self._b(case, cost.id), *_times(cost, f"{letter}{self._rows[case, counted]}")]
        if cost.unit == "hours":
            factors.append(self._b(case, "hour"))
        else:
            factors += [f"{letter}{self._rows[case, 'risen']}"] if cost.rises else []
            factors += [f"{letter}{self._rows[case, 'left']}"] if cost.discounted else []
            factors += [self._b(case, "rate"), f"(1+{self._b(case, 'tax')}/100)"]
        paid = f"ROUND({'*'.join(factors)},2)"
        match cost.when:
            case "start":
                return paid if year == 1 else "0"
            case "end":
                return f"IF({year}={years},{paid},0)"
            case _:
                return f"IF({year}>{years},0,{paid})"

    def _put(self, place: str, value: str, style: str) -> None:
        cell = self.worksheet[place]
        cell.value = value
        cell.style = style


def _times(cost: CostInput, users: str) -> list[str]:
    match cost.when:
        case "month":
            return ["12"]
        case "user-month":
            return ["12", users]
        case _:
            return []


def _year(year: int) -> str:
    return str(get_column_letter(_FIRST_YEAR_COLUMN + year - 1))
