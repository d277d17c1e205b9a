"""Every clause of the guide on one page, by the moment of the purchase whose trick it answers first."""

from collections.abc import Iterator, Mapping

from scripts.guide import CLAUSES, Countermeasure, Guide, Voice
from scripts.pages.page import Page, index_page

_SPOKEN = (
    *("clauses_picked", "clauses_conflict", "clauses_text_head", "copied_text"),
    *("copy_failed", "clauses_not_kept"),
)
"""What the page's script says: the interface's words by their keys."""


def clause_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of clauses."""
    yield index_page(
        voice,
        CLAUSES,
        "clauses.md.j2",
        "clauses",
        groups=_by_phase(voice.guide),
        patterns={key: voice.pattern(key) for key in _SPOKEN},
    )


def _by_phase(guide: Guide) -> Mapping[str, list[Countermeasure]]:
    """Return the acts with a clause under each phase that has any, those of one matter together."""
    found: dict[str, list[Countermeasure]] = {phase: [] for phase in guide.phases}
    for slug, act in guide.countermeasures.items():
        answered = guide.tricks_by_countermeasure[slug]
        if act.clause:
            found[answered[0].phase if answered else next(iter(guide.phases))].append(act)
    return {phase: _matters_together(acts) for phase, acts in found.items() if acts}


def _matters_together(acts: list[Countermeasure]) -> list[Countermeasure]:
    first: dict[str, str] = {}
    for act in acts:
        if act.clause_matter:
            first.setdefault(act.clause_matter, act.slug)
    return sorted(acts, key=lambda act: (first.get(act.clause_matter or "", act.slug), act.slug))
