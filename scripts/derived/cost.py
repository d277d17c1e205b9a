"""What an offer costs over some years: the calculator's rules.

They are the same here and in `overrides/assets/calculator/cost.js`; `tests/data/cost-vectors.json` holds
both to the same numbers, and the spreadsheet of `scripts/office/cost_workbook.py` says them in formulas.

- Every input is a whole number of ten-thousandths: 12.5 is 125000, and 5 % is 50000. Results are whole
  cents. In between fractions are exact, and each cost of each year is rounded once, halves up.
- An input may have a low, a likely and a high value. Only what is given counts: without a low the likely
  stands for it, a low above the likely is the likely, and so for the high. Nothing given is the default
  of a setting (see `DEFAULTS`), for a cost 0.
- The low case takes every input at its end that makes the offer cheaper: the low one, but the high one of
  a discount, of the years it lasts and of the first year of a rise. The high case takes the other ends.
  So low ≤ likely ≤ high.
- A cost is paid once in the first year (start), once in the last (end), every year, twelve times a year
  (month), or twelve times a year for each user (user-month).
- Users grow from the second year on: users * (1 + growth)^(year - 1), to the nearest whole user. What is
  paid for each user is paid for `least-users` at least; hours are those of the users there are.
- What rises does so by the lesser of the rise and its cap, in each year from `rise-from` on, which is the
  second where nothing is given and never before it: (1 + rise)^(years with a rise so far).
- A discount is taken off in the years up to `discount-years`.
- What is paid to others is in the offer's currency: * rate, and taxes that cannot be reclaimed are added.
  Own hours are hours * the cost of an hour, without rate and taxes.
- Nothing is discounted to a present value: a sum in the fifth year counts as one in the first.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from scripts.guide import SETTINGS, CostInput

ONE = 10_000
"""The whole numbers that make 1 of an input."""
_HUNDRED_PERCENT = 100 * ONE
MOST_YEARS = 10
_FIRST_RISE = 2
"""The year before which nothing rises: what is signed is the price of the first."""
DEFAULTS: Mapping[str, int] = {
    "cap": _HUNDRED_PERCENT,
    "rise-from": _FIRST_RISE * ONE,
    "discount-years": MOST_YEARS * ONE,
    "rate": ONE,
}
"""What a setting is where nothing is given; of all others 0. A cap of 100 % is none: no rise is higher."""
HIGHEST: Mapping[str, int] = {
    **dict.fromkeys(("growth", "rise", "cap", "discount", "tax"), _HUNDRED_PERCENT),
    **dict.fromkeys(("rise-from", "discount-years"), MOST_YEARS * ONE),
}
"""The highest that a setting may be; the input's field takes no more."""
LOWERING = frozenset(("rise-from", "discount", "discount-years"))
"""The settings that make an offer cheaper by being higher."""

Case = Literal["low", "likely", "high"]
CASES: tuple[Case, ...] = ("low", "likely", "high")


@dataclass(frozen=True)
class Estimate:
    """What a reader gave for one input, in ten-thousandths; None where nothing was given."""

    low: int | None = None
    likely: int | None = None
    high: int | None = None

    def at(self, name: str, case: Case) -> int:
        """Return the value of the input called `name` in a case."""
        likely = DEFAULTS.get(name, 0) if self.likely is None else self.likely
        if (case == "low") != (name in LOWERING) and case != "likely":
            return likely if self.low is None else min(self.low, likely)
        if case == "likely":
            return likely
        return likely if self.high is None else max(self.high, likely)


Estimates = Mapping[str, Estimate]
NOTHING = Estimate()


@dataclass(frozen=True)
class Offer:
    """What is compared: the costs there are, the years, and what the reader gave by input id."""

    costs: Sequence[CostInput]
    years: int
    given: Estimates

    def value(self, name: str, case: Case) -> int:
        """Return an input's value in a case."""
        return self.given.get(name, NOTHING).at(name, case)


def costs_of(offer: Offer, case: Case = "likely") -> dict[str, list[int]]:
    """Return the cents of each cost in each year, by the cost's id."""
    return {
        cost.id: [_cents(offer, cost, year, case) for year in range(1, offer.years + 1)]
        for cost in offer.costs
    }


def total(offer: Offer, case: Case = "likely") -> int:
    """Return the cents of all costs in all years."""
    return sum(map(sum, costs_of(offer, case).values()))


def cumulated(offer: Offer, case: Case = "likely") -> list[int]:
    """Return the cents paid up to the end of each year."""
    costs = costs_of(offer, case).values()
    each = [sum(years) for years in zip(*costs, strict=True)] if costs else [0] * offer.years
    return [sum(each[: year + 1]) for year in range(offer.years)]


def users_in(offer: Offer, year: int, case: Case) -> int:
    """Return the whole users of a year; the first year is 1."""
    growth = 1 + Fraction(offer.value("growth", case), _HUNDRED_PERCENT)
    return _half_up(Fraction(offer.value("users", case), ONE) * growth ** (year - 1))


def seats_in(offer: Offer, year: int, case: Case) -> int:
    """Return the users that are paid for in a year: those there are, or the least that the offer bills."""
    return max(users_in(offer, year, case), _half_up(Fraction(offer.value("least-users", case), ONE)))


def _cents(offer: Offer, cost: CostInput, year: int, case: Case) -> int:
    amount = Fraction(offer.value(cost.id, case), ONE) * _times(offer, cost, year, case)
    if cost.unit == "hours":
        return _half_up(100 * amount * Fraction(offer.value("hour", case), ONE))
    if cost.rises:
        rise = min(offer.value("rise", case), offer.value("cap", case))
        amount *= (1 + Fraction(rise, _HUNDRED_PERCENT)) ** _rises_until(offer, year, case)
    if cost.discounted and year * ONE <= offer.value("discount-years", case):
        amount *= 1 - Fraction(offer.value("discount", case), _HUNDRED_PERCENT)
    amount *= Fraction(offer.value("rate", case), ONE)
    amount *= 1 + Fraction(offer.value("tax", case), _HUNDRED_PERCENT)
    return _half_up(100 * amount)


def _rises_until(offer: Offer, year: int, case: Case) -> int:
    first = max(_FIRST_RISE, math.ceil(Fraction(offer.value("rise-from", case), ONE)))
    return max(0, year + 1 - first)


def _times(offer: Offer, cost: CostInput, year: int, case: Case) -> int:
    match cost.when:
        case "start":
            return int(year == 1)
        case "end":
            return int(year == offer.years)
        case "month":
            return 12
        case "user-month":
            counted = users_in if cost.unit == "hours" else seats_in
            return 12 * counted(offer, year, case)
        case _:
            return 1


def _half_up(number: Fraction) -> int:
    return int((2 * number + 1) // 2)


@dataclass(frozen=True)
class Span:
    """Years, first to last, at whose end one of two offers has cost less: 0, 1, or None for neither."""

    first: int
    last: int
    cheaper: int | None


def spans(one: Sequence[int], other: Sequence[int]) -> list[Span]:
    """Return which of two offers is cheaper when, from what was paid up to the end of each year."""
    found: list[Span] = []
    for year, (first, second) in enumerate(zip(one, other, strict=True), start=1):
        cheaper = None if first == second else int(second < first)
        if found and found[-1].cheaper == cheaper:
            found[-1] = replace(found[-1], last=year)
        else:
            found.append(Span(year, year, cheaper))
    return found


@dataclass(frozen=True)
class Swing:
    """What the total, in cents, is with one input at its low end, and at its high end, all others likely."""

    id: str
    low: int
    high: int


def swings(offer: Offer) -> list[Swing]:
    """Return the inputs that move the total, the one that moves it most first; of equals by id.

    An input moves between its own low and high. Where none has such a range, each moves by a tenth.
    """
    names = sorted(set(offer.given) & {*SETTINGS, *(cost.id for cost in offer.costs)})
    ranged = [name for name in names if offer.value(name, "low") != offer.value(name, "high")]
    found = []
    for name in ranged or names:
        ends = _ends(offer, name) if ranged else _tenths(offer, name)
        low, high = (
            total(replace(offer, given={**_likely(offer), name: Estimate(likely=end)})) for end in ends
        )
        found.append(Swing(name, low, high))
    moving = [swing for swing in found if swing.low != swing.high]
    return sorted(moving, key=lambda swing: (-abs(swing.high - swing.low), swing.id))


def _likely(offer: Offer) -> dict[str, Estimate]:
    return {name: Estimate(likely=each.likely) for name, each in offer.given.items()}


def _ends(offer: Offer, name: str) -> tuple[int, int]:
    first, last = sorted((offer.value(name, "low"), offer.value(name, "high")))
    return first, last


def _tenths(offer: Offer, name: str) -> tuple[int, int]:
    likely = offer.value(name, "likely")
    if offer.given[name].likely is None:
        return likely, likely
    return likely * 9 // 10, min(likely * 11 // 10, HIGHEST.get(name, likely * 11 // 10))
