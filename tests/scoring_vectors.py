"""The numbers that scoring must give, in Python and in the page: `python -m tests.scoring_vectors`.

Run it after a change of the rules; the tests hold the committed file to it.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from scripts.guide.scoring import Answer, Effort, Statement, expose, of_form, plan
from tests import DATA

FILE = DATA / "scoring-vectors.json"
ANSWERS: Sequence[Answer] = get_args(Answer)
EFFORTS: Sequence[Effort] = get_args(Effort)


def expected(
    statements: Sequence[Statement], answers: Mapping[str, Answer], efforts: Mapping[str, Effort]
) -> dict[str, object]:
    """Return everything that scoring says, in plain values."""
    exposure = expose(statements, answers)
    tallies = {"whole": exposure.whole, **exposure.phases, **exposure.tricks}
    return {
        "tallies": {name: [t.open, t.possible, t.percent, t.level] for name, t in tallies.items()},
        "counts": [exposure.counted, exposure.not_applicable, exposure.unanswered],
        "most_open": exposure.most_open(),
        "plan": [
            [step.countermeasure, list(step.closes), step.left.open]
            for step in plan(statements, answers, efforts)
        ],
    }


def _cases() -> Iterator[tuple[Sequence[Statement], Mapping[str, Answer], Mapping[str, Effort]]]:
    """Yield made-up assessments, seeded, so that no change of content changes the vectors."""
    chance = random.Random(20261124)  # noqa: S311 (test data)
    for _ in range(48):
        statements = [_statement(chance, number) for number in range(chance.randint(1, 12))]
        efforts: Mapping[str, Effort] = {f"act-{n}": chance.choice(EFFORTS) for n in range(6)}
        for answer in ANSWERS if len(statements) == 12 else ():
            yield statements, {statement.id: answer for statement in statements}, efforts
        yield statements, _answered(chance, statements), efforts
    # Nearly all “yes”: what is open of the greatest weight decides the word, and not the per cent.
    many = [replace(_statement(chance, number), weight=3) for number in range(12)]
    halves: Sequence[Sequence[Answer]] = (["partly"], ["partly", "partly"], ["no"], ["no", "partly"])
    for few in halves:
        open_ones: Mapping[str, Answer] = {s.id: answer for s, answer in zip(many, few, strict=False)}
        yield many, {**{s.id: "yes" for s in many}, **open_ones}, efforts


def _statement(chance: random.Random, number: int) -> Statement:
    return Statement(
        id=f"statement-{number}",
        phase=f"phase-{chance.randrange(3)}",
        weight=chance.randint(1, 3),
        tricks=sorted(chance.sample([f"trick-{n}" for n in range(5)], chance.randint(1, 3))),
        countermeasures=chance.sample([f"act-{n}" for n in range(6)], chance.randint(1, 3)),
    )


def _answered(chance: random.Random, statements: Sequence[Statement]) -> dict[str, Answer]:
    return {s.id: chance.choice(ANSWERS) for s in statements if chance.random() < 0.85}


def text() -> str:
    """Return the file's text: one case a line, with a foreign answer that must be passed over."""
    lines = []
    for number, (statements, answers, efforts) in enumerate(_cases()):
        # Every third statement, named out of order; every fourth case has no short form.
        short = [s.id for s in statements][::-3] if number % 4 else []
        case = {
            "statements": [
                {
                    "id": s.id,
                    "phase": s.phase,
                    "weight": s.weight,
                    "tricks": list(s.tricks),
                    "countermeasures": list(s.countermeasures),
                }
                for s in statements
            ],
            "efforts": efforts,
            "answers": {**answers, "of-another-day": "no"},
            "short": short,
            "expected": expected(statements, answers, efforts),
            "expected_of_short": expected(of_form(statements, short, "short"), answers, efforts),
        }
        lines.append(json.dumps(case))
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE)
