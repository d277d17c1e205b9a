"""Which tricks cost most, for a page with room for a few of them.

First what its editors say of a trick, its `severity`. Among equals the one whose statements weigh most in the
guide's assessment, then the one to expect in most meetings, then the name of its file.
"""

from collections import Counter

from scripts.guide import SEVERITIES, Guide, Trick


def costliest(guide: Guide, phase: str, most: int = 3) -> list[Trick]:
    """Return at most `most` tricks of a phase, those that cost most first."""
    weights = _weights(guide)

    def place(trick: Trick) -> tuple[int, int, int, str]:
        return (
            SEVERITIES.index(trick.severity),
            -weights[trick.slug],
            -len(trick.meetings),
            trick.slug,
        )

    return sorted(guide.tricks_of_phase(phase), key=place)[:most]


def _weights(guide: Guide) -> Counter[str]:
    weights: Counter[str] = Counter()
    for statement in guide.assessment.statements if guide.assessment else ():
        for slug in statement.tricks:
            weights[slug] += statement.weight
    return weights
