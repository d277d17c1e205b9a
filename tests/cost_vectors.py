"""The numbers that the calculator must give, in Python and in the page: `python -m tests.cost_vectors`.

Run it after a change of the rules; the tests hold the committed file to it.
"""

import json
import random
from collections.abc import Iterator, Sequence
from typing import get_args

from scripts.derived.cost import CASES, HIGHEST, ONE, Estimate, Offer, costs_of, cumulated, spans, swings
from scripts.guide.calculator import COMPANY_SETTINGS, OFFER_SETTINGS, CostInput, When
from scripts.texts import InlineText, Name
from tests import DATA

FILE = DATA / "cost-vectors.json"
_MOST: dict[str, int] = {
    **HIGHEST,
    **{
        "users": 5_000 * ONE,
        "least-users": 5_000 * ONE,
        "hour": 200 * ONE,
        "rate": 3 * ONE,
        "growth": 30 * ONE,
        "rise": 20 * ONE,
    },
}


def cost(name: str, when: When, *, hours: bool = False, rises: bool = False, off: bool = False) -> CostInput:
    """Return a cost of a kind."""
    return CostInput(
        id=name,
        name=Name({"en": name}),
        help=InlineText({"en": name}),
        when=when,
        unit="hours" if hours else "money",
        rises=rises,
        discounted=off,
    )


COSTS: Sequence[CostInput] = [
    *(cost(f"fixed-{when}", when) for when in get_args(When)),
    *(cost(f"moving-{when}", when, rises=True, off=True) for when in get_args(When)),
    cost("own-start", "start", hours=True),
    cost("own-year", "year", hours=True),
    cost("own-user", "user-month", hours=True),
    cost("own-end", "end", hours=True),
]
NAMES = (*COMPANY_SETTINGS, *OFFER_SETTINGS, *(each.id for each in COSTS))


def expected(offer: Offer, other: Offer) -> dict[str, object]:
    """Return everything that the rules say of an offer, and of it beside another, in plain values."""
    return {
        "costs": {case: costs_of(offer, case) for case in CASES},
        "cumulated": {case: cumulated(offer, case) for case in CASES},
        "spans": [[s.first, s.last, s.cheaper] for s in spans(cumulated(offer), cumulated(other))],
        "swings": [[s.id, s.low, s.high] for s in swings(offer)],
    }


def cases() -> Iterator[tuple[Offer, Offer]]:
    """Yield made-up offers, seeded, each beside another of the same years."""
    chance = random.Random(20261127)  # noqa: S311 (test data)
    for number in range(40):
        years = number % 10 + 1
        yield _offer(chance, years, number), _offer(chance, years, number)


def made_up(costs: Sequence[CostInput], names: Sequence[str], years: int, seed: int) -> Offer:
    """Return an offer with a value, often a range, for most of the inputs."""
    chance = random.Random(seed)  # noqa: S311 (test data)
    named = [name for name in names if chance.random() < 0.8]
    return Offer(costs, years, {name: _estimate(chance, name, ranged=True) for name in named})


def _offer(chance: random.Random, years: int, number: int) -> Offer:
    costs = chance.sample(COSTS, chance.randint(1, 6))
    names = [name for name in NAMES if chance.random() < (0.2 if number % 4 == 0 else 0.7)]
    # Every third case has no ranges.
    return Offer(costs, years, {name: _estimate(chance, name, ranged=number % 3 > 0) for name in names})


def _estimate(chance: random.Random, name: str, *, ranged: bool) -> Estimate:
    most = _MOST.get(name, 90_000 * ONE)
    # As people write: mostly whole, or with a digit or two.
    step = chance.choice((1, 100, 1_000, ONE, ONE))

    def number() -> int:
        return chance.randint(0, most) // step * step

    def end() -> int | None:
        return number() if ranged and chance.random() < 0.5 else None

    return Estimate(end(), number() if chance.random() < 0.95 else None, end())


def _told(offer: Offer) -> dict[str, object]:
    return {
        "years": offer.years,
        "costs": [
            {"id": c.id, "when": c.when, "unit": c.unit, "rises": c.rises, "discounted": c.discounted}
            for c in offer.costs
        ],
        "given": {name: [e.low, e.likely, e.high] for name, e in offer.given.items()},
    }


def text() -> str:
    """Return the file's text: one case a line."""
    lines = [
        json.dumps({"one": _told(one), "other": _told(other), "expected": expected(one, other)})
        for one, other in cases()
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE)
