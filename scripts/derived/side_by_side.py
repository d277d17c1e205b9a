"""How a reader's vendors stand beside each other, from the verdicts on their answers.

The rules, the same here and in `overrides/assets/compare/standing.js` (one set of vectors,
`tests/data/side-by-side-vectors.json`, checks both):

- A row is a question or a requirement, with a weight (0 to 3) and perhaps a mark as a must-have. A good
  answer gives 2 points, one that is good in part 1, a poor one and none at all 0; times the weight. Every
  figure is a whole number, so that anyone can add it up by hand.
- A vendor's points are set against the points that its judged rows could give, never against all: what
  nobody has judged is not bad, only unknown. How many rows wait, and how many points they could bring, is
  told beside.
- What does not apply to a vendor counts nowhere, nor does a row of weight 0.
- A must-have that was answered poorly or not at all is failed; one answered in part or not judged yet is
  unsettled. Both are told whatever the weight, and no number of points makes up for one.
- Vendors that were judged on different rows cannot be compared by their totals. The rows that are judged and
  count for every vendor give a second total, which can.
- A question that came up in several meetings has the verdict of the last one, in the order of the purchase.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.derived.checklist import checklist_for
from scripts.guide import Countermeasure, Guide, Meeting

Answer = Literal["good", "partly", "poor", "none", "not-applicable"]

POINTS: Mapping[Answer, int] = {"good": 2, "partly": 1, "poor": 0, "none": 0}
"""What an answer gives, for a weight of 1; what does not apply is not here."""
MOST_POINTS = 2
WEIGHTS = (0, 1, 2, 3)
USUAL_WEIGHT = 1
"""The weight of a row that the reader has given none."""
_FAILED = ("poor", "none")
_SETTLED = ("good", "not-applicable")


@dataclass(frozen=True)
class Row:
    """What all vendors are judged on: `weight` is one of WEIGHTS."""

    id: str
    weight: int = USUAL_WEIGHT
    must: bool = False


@dataclass(frozen=True)
class Standing:
    """One vendor's points and what they are made of; every count is of rows with a weight.

    `possible` is what the judged rows could give, `waiting` what those without a verdict still could;
    `failed` and `unsettled` name must-haves in the order of the rows.
    """

    points: int
    possible: int
    waiting: int
    counts: Mapping[Answer, int]
    unjudged: int
    failed: tuple[str, ...]
    unsettled: tuple[str, ...]


def standing(rows: Iterable[Row], answers: Mapping[str, Answer]) -> Standing:
    """Return how a vendor stands by its `answers`, by row id; foreign ids are passed over."""
    points = possible = waiting = unjudged = 0
    counts: dict[Answer, int] = {"good": 0, "partly": 0, "poor": 0, "none": 0, "not-applicable": 0}
    failed, unsettled = [], []
    for row in rows:
        answer = answers.get(row.id)
        if row.must and answer in _FAILED:
            failed.append(row.id)
        elif row.must and answer not in _SETTLED:
            unsettled.append(row.id)
        if not row.weight:
            continue
        if answer is None:
            unjudged += 1
            waiting += MOST_POINTS * row.weight
            continue
        counts[answer] += 1
        if answer != "not-applicable":
            points += POINTS[answer] * row.weight
            possible += MOST_POINTS * row.weight
    return Standing(points, possible, waiting, counts, unjudged, tuple(failed), tuple(unsettled))


def judged_for_all(rows: Iterable[Row], vendors: Sequence[Mapping[str, Answer]]) -> list[Row]:
    """Return the rows that give points, or none, for each of the vendors; `vendors` holds their answers."""
    return [row for row in rows if row.weight and all(answers.get(row.id) in POINTS for answers in vendors)]


def last_answer(answers: Iterable[Answer | None]) -> Answer | None:
    """Return the verdict that counts of those given in meetings, which are in the order of the purchase."""
    return next((answer for answer in reversed(list(answers)) if answer is not None), None)


@dataclass(frozen=True)
class Example:
    """An invented comparison of two vendors: each question with their answers, and how they stand."""

    rows: Sequence[tuple[Row, Countermeasure, Sequence[Answer]]]
    standings: Sequence[Standing]


_EXAMPLE: Sequence[tuple[Answer, Answer]] = (
    ("good", "good"),
    ("good", "partly"),
    ("good", "poor"),
    ("none", "good"),
)
"""The answers of two vendors: the first has more points and fails the last row, which is a must-have."""


def example_of(groups: Iterable[tuple[Meeting, Sequence[Countermeasure]]]) -> Example:
    """Return an example of the first question to a vendor of each group; of none where there are too few."""
    first = [next((act for act in acts if act.ask_of == "vendor"), None) for _, acts in groups]
    acts = [act for act in first if act][: len(_EXAMPLE)]
    if len(acts) < len(_EXAMPLE):
        return Example([], [])
    rows = [Row(act.slug, must=act is acts[-1]) for act in acts]
    vendors = [
        {row.id: given for row, given in zip(rows, each, strict=True)} for each in zip(*_EXAMPLE, strict=True)
    ]
    return Example(list(zip(rows, acts, _EXAMPLE, strict=True)), [standing(rows, each) for each in vendors])


def questions_by_meeting(guide: Guide) -> list[tuple[Meeting, list[Countermeasure]]]:
    """Return every question of the checklists once, under the first meeting whose list has it.

    Every meeting is there, in the order of the guide, with or without a question of its own.
    """
    known: set[str] = set()
    groups = []
    for meeting in guide.meetings.values():
        acts = [act.countermeasure for act in checklist_for(guide, meeting).in_order]
        asked = [act for act in acts if act.ask and act.slug not in known]
        known |= {act.slug for act in asked}
        groups.append((meeting, asked))
    return groups
