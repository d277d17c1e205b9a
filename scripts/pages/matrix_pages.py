"""The guide at a glance: which trick to expect in which meeting, which countermeasure answers which trick."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.guide import (
    MATRIX_OF_COUNTERMEASURES,
    MATRIX_OF_MEETINGS,
    Countermeasure,
    Guide,
    Phase,
    Trick,
    Voice,
)
from scripts.pages.list_pages import phase_facet, severity_facet
from scripts.pages.page import Page, index_page


@dataclass(frozen=True)
class PhaseTable:
    """One phase's tricks, and every countermeasure that answers any of them, the widest answer first."""

    phase: Phase
    tricks: list[Trick]
    acts: list[Countermeasure]


def matrix_pages(voice: Voice) -> Iterator[Page]:
    """Yield the table of tricks and meetings, and that of tricks and countermeasures."""
    tables = phase_tables(voice.guide)
    facets = {"phase": phase_facet(voice), "severity": severity_facet(voice)}
    meetings = MATRIX_OF_MEETINGS, "matrix_of_meetings.md.j2", "matrix_meetings"
    acts = MATRIX_OF_COUNTERMEASURES, "matrix_of_countermeasures.md.j2", "matrix_acts"
    for path, template, key in (meetings, acts):
        yield index_page(voice, path, template, key, tables=tables, facets=facets)


def phase_tables(guide: Guide) -> list[PhaseTable]:
    """Return the table of each phase that has tricks, in reading order."""
    return [_phase_table(guide, phase) for phase in guide.phases.values() if guide.tricks_of_phase(phase.id)]


def _phase_table(guide: Guide, phase: Phase) -> PhaseTable:
    tricks = guide.tricks_of_phase(phase.id)
    answers: dict[str, int] = {}
    for trick in tricks:
        for slug in trick.countermeasures:
            answers[slug] = answers.get(slug, 0) + 1
    widest = sorted(answers, key=lambda slug: (-answers[slug], slug))
    return PhaseTable(phase, tricks, [guide.countermeasures[slug] for slug in widest])
