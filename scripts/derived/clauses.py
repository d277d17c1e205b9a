"""The clauses of the guide by subject: by the moment of the purchase whose trick each answers first."""

from collections.abc import Mapping, Sequence

from scripts.guide import Countermeasure, Guide, Voice

_MEANINGS = (
    *("clauses_meaning_parties", "clauses_meaning_contract", "clauses_meaning_annex", "clauses_meaning_days"),
    *("clauses_meaning_year", "clauses_meaning_writing", "clauses_meaning_faults", "clauses_meaning_rank"),
)


def meanings(voice: Voice) -> Sequence[str]:
    """Return what the words that all clauses share mean; it stands wherever clauses are put together."""
    return [voice.say(key) for key in _MEANINGS]


def clauses_by_phase(guide: Guide) -> Mapping[str, list[Countermeasure]]:
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
