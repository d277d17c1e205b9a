"""How exposed a purchase is, from the answers to an assessment's statements.

The rules, the same here and in `overrides/assets/assessment/scoring.js` (one set of vectors,
`tests/data/scoring-vectors.json`, checks both):

- An answer leaves a statement open: “yes” not at all, “partly” half, “no” wholly. Open points are
  that share times the statement's weight, counted in half points so that every sum is exact.
- Exposure is the open points divided by the points possible: 0 nothing open, 1 everything. It is
  counted for the whole, for each phase (over the statements that stand under it) and for each trick
  (over the statements that guard against it).
- “Does not apply” takes the statement out: neither open nor possible. An unanswered statement counts
  no more, since nothing is known of it, but it is reported, so that a result can be called provisional.
  Where nothing counts there is no exposure: None, not 0.
- A better answer (no → partly → yes) therefore never raises any exposure.
- The exposure has a word, by its per cent. The best word has to be true of what it stands over: where a
  statement of the greatest weight is wholly open, or two of them half, it is the next one; where less than
  half the points are answered, it says that answers are lacking.

- A short form asks for some of the statements only. Its result is counted over these by the same rules,
  whatever else was answered; answers belong to statements, not to a form.

Each countermeasure that a statement names closes it by itself. The plan takes, again and again, the
one that closes most open points for each minute of effort: the greedy rule for weighted set cover
(V. Chvátal, Mathematics of Operations Research 4(3), 1979). Every tie is broken by name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cmp_to_key
from typing import Literal

Answer = Literal["yes", "partly", "no", "not-applicable"]
Effort = Literal["minutes", "hours", "days"]
Level = Literal["unsure", "low", "medium", "high"]
Form = Literal["short", "all"]

OPEN_HALVES: Mapping[Answer, int] = {"yes": 0, "partly": 1, "no": 2}
"""How many half points an answer leaves open, for a weight of 1."""
EFFORT_MINUTES: Mapping[Effort, int] = {"minutes": 15, "hours": 180, "days": 960}
"""What an effort is taken to cost, in minutes: a quarter of an hour, half a morning, two days' work."""
LEVELS: Mapping[Level, int] = {"high": 50, "medium": 20, "low": 0}
"""From how many per cent on an exposure is called so."""
GREATEST_WEIGHT = 3
"""Of a statement whose “no” can by itself multiply the cost or tie the buyer in."""
GRAVE_HALVES = 2
"""How many open halves of such statements, one “no” or two “partly”, are a gap whatever the per cent."""


@dataclass(frozen=True)
class Statement:
    """What scoring needs to know of a statement; `weight` is 1 to 3."""

    id: str
    phase: str
    weight: int
    tricks: Sequence[str]
    countermeasures: Sequence[str]


@dataclass(frozen=True)
class Tally:
    """Open and possible points of some statements, and those that wait for an answer, in half points.

    `grave`: how many halves of statements of the greatest weight are open.
    """

    open: int = 0
    possible: int = 0
    waiting: int = 0
    grave: int = 0

    @property
    def exposure(self) -> float | None:
        """The share that is open, 0 to 1; None where nothing counts."""
        return self.open / self.possible if self.possible else None

    @property
    def percent(self) -> int | None:
        """The exposure in whole per cent, halves rounded up; None where nothing counts."""
        return (200 * self.open + self.possible) // (2 * self.possible) if self.possible else None

    @property
    def level(self) -> Level | None:
        """The exposure in a word; None where nothing counts."""
        percent = self.percent
        if percent is None:
            return None
        level = next(level for level, least in LEVELS.items() if percent >= least)
        if level == "low" and self.grave >= GRAVE_HALVES:
            return "medium"
        return "unsure" if level == "low" and self.possible < self.waiting else level

    def with_points(self, weight: int, answer: Answer) -> "Tally":
        """Return the tally with one more statement counted."""
        return replace(
            self,
            open=self.open + weight * OPEN_HALVES[answer],
            possible=self.possible + 2 * weight,
            grave=self.grave + (OPEN_HALVES[answer] if weight == GREATEST_WEIGHT else 0),
        )

    def with_waiting(self, weight: int) -> "Tally":
        """Return the tally with one more statement unanswered."""
        return replace(self, waiting=self.waiting + 2 * weight)


@dataclass(frozen=True)
class Exposure:
    """The tallies of an assessment, and how many statements were answered, apply or wait."""

    whole: Tally
    phases: Mapping[str, Tally]
    tricks: Mapping[str, Tally]
    counted: int
    not_applicable: int
    unanswered: int

    def most_open(self, at_most: int = 5) -> list[str]:
        """Return the tricks most open, worst first: by exposure, then open points, then name."""

        def compare(one: str, other: str) -> int:
            a, b = self.tricks[one], self.tricks[other]
            return b.open * a.possible - a.open * b.possible or b.open - a.open or (-1 if one < other else 1)

        exposed = [trick for trick, tally in self.tricks.items() if tally.open]
        return sorted(exposed, key=cmp_to_key(compare))[:at_most]


@dataclass(frozen=True)
class Step:
    """One countermeasure of the plan, the statements it closes and what then is still open."""

    countermeasure: str
    closes: tuple[str, ...]
    left: Tally


def of_form(statements: Sequence[Statement], short: Collection[str], form: Form) -> list[Statement]:
    """Return the statements that `form` asks for, in their order; `short` has the ids of the short form.

    Without a short form every form asks for all.
    """
    return [statement for statement in statements if form == "all" or not short or statement.id in short]


def expose(statements: Iterable[Statement], answers: Mapping[str, Answer]) -> Exposure:
    """Count the exposure that `answers`, by statement id, show. Foreign ids are passed over."""
    whole = Tally()
    phases: dict[str, Tally] = {}
    tricks: dict[str, Tally] = {}
    counted = not_applicable = unanswered = 0
    for statement in statements:
        answer = answers.get(statement.id)
        unanswered += answer is None
        not_applicable += answer == "not-applicable"
        counted += answer in OPEN_HALVES
        whole = _with(whole, statement.weight, answer)
        phases[statement.phase] = _with(phases.get(statement.phase, Tally()), statement.weight, answer)
        for trick in statement.tricks:
            tricks[trick] = _with(tricks.get(trick, Tally()), statement.weight, answer)
    return Exposure(whole, phases, tricks, counted, not_applicable, unanswered)


def _with(tally: Tally, weight: int, answer: Answer | None) -> Tally:
    if answer is None:
        return tally.with_waiting(weight)
    return tally if answer == "not-applicable" else tally.with_points(weight, answer)


def plan(
    statements: Sequence[Statement], answers: Mapping[str, Answer], efforts: Mapping[str, Effort]
) -> list[Step]:
    """Return the countermeasures that close all that is open, most for least effort first.

    `efforts` says what each countermeasure named by a statement costs.
    """
    closed: dict[str, Answer] = {}
    open_points: dict[str, int] = {}
    closing: dict[str, list[str]] = {}
    for statement in statements:
        answer = answers.get(statement.id)
        if answer in ("partly", "no"):
            open_points[statement.id] = Tally().with_points(statement.weight, answer).open
            for name in dict.fromkeys(statement.countermeasures):
                closing.setdefault(name, []).append(statement.id)
    steps: list[Step] = []
    while open_points:
        gains = {name: sum(open_points.get(id_, 0) for id_ in ids) for name, ids in closing.items()}

        def compare(one: str, other: str, gains: Mapping[str, int] = gains) -> int:
            worth = gains[other] * EFFORT_MINUTES[efforts[one]] - gains[one] * EFFORT_MINUTES[efforts[other]]
            return worth or gains[other] - gains[one] or (-1 if one < other else 1)

        best = min(gains, key=cmp_to_key(compare))
        closes = tuple(id_ for id_ in closing[best] if id_ in open_points)
        for id_ in closes:
            del open_points[id_]
            closed[id_] = "yes"
        steps.append(Step(best, closes, expose(statements, {**answers, **closed}).whole))
    return steps
