"""The numbers that vendors beside each other must give, in Python and in the page.

`python -m tests.side_by_side_vectors` writes them after a change of the rules; the tests hold the committed
file to it.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from scripts.derived.side_by_side import WEIGHTS, Answer, Row, Standing, judged_for_all, last_answer, standing
from tests import DATA

FILE = DATA / "side-by-side-vectors.json"
ANSWERS: Sequence[Answer] = get_args(Answer)


def told(stands: Standing) -> list[object]:
    """Return a standing in plain values, in an order of its own."""
    counts = [stands.counts[answer] for answer in ANSWERS]
    sums = [stands.points, stands.possible, stands.waiting, stands.unjudged]
    return [*sums, counts, list(stands.failed), list(stands.unsettled)]


def _cases() -> Iterator[tuple[Sequence[Row], Sequence[Mapping[str, Answer]]]]:
    """Yield made-up purchases, seeded, so that no change of content changes the vectors."""
    chance = random.Random(20261127)  # noqa: S311 (test data)
    for number in range(40):
        rows = [Row(f"row-{n}", chance.choice(WEIGHTS), chance.random() < 0.3) for n in range(number % 13)]
        share = chance.choice((0.4, 0.9, 1))
        vendors = [
            {row.id: chance.choice(ANSWERS) for row in rows if chance.random() < share}
            for _ in range(chance.randint(1, 8))
        ]
        yield rows, vendors


def text() -> str:
    """Return the file's text: one case a line, with a foreign answer that must be passed over."""
    lines = []
    chance = random.Random(16)  # noqa: S311 (test data)
    for rows, vendors in _cases():
        meetings = [chance.choice((None, *ANSWERS)) for _ in range(chance.randint(0, 4))]
        shared = judged_for_all(rows, vendors)
        case = {
            "rows": [{"id": row.id, "weight": row.weight, "must": row.must} for row in rows],
            "vendors": [{**answers, "of-another-guide": "poor"} for answers in vendors],
            "standings": [told(standing(rows, answers)) for answers in vendors],
            "shared": [row.id for row in shared],
            "standings_of_shared": [told(standing(shared, answers)) for answers in vendors],
            "meetings": meetings,
            "last": last_answer(meetings),
        }
        lines.append(json.dumps(case))
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE)
