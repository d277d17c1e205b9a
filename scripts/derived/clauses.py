"""The clauses of the guide by subject, in the order that the list, the annex and the handbook share."""

from collections.abc import Mapping, Sequence

from scripts.guide import Countermeasure, Voice

_MEANINGS = (
    "clauses_meaning_parties",
    "clauses_meaning_contract",
    "clauses_meaning_annex",
    "clauses_meaning_work",
    "clauses_meaning_acceptance",
    "clauses_meaning_data",
    "clauses_meaning_processing",
    "clauses_meaning_fee",
    "clauses_meaning_days",
    "clauses_meaning_term",
    "clauses_meaning_go_live",
    "clauses_meaning_writing",
    "clauses_meaning_faults",
    "clauses_meaning_technician",
    "clauses_meaning_deductions",
    "clauses_meaning_ending",
    "clauses_meaning_refund",
    "clauses_meaning_breach",
    "clauses_meaning_rank",
    "clauses_meaning_special",
    "clauses_meaning_after",
)


def meanings(voice: Voice) -> Sequence[str]:
    """Return what the words that all clauses share mean; it stands wherever clauses are put together."""
    return [voice.say(key) for key in _MEANINGS]


def clauses_by_subject(voice: Voice) -> Mapping[str, list[Countermeasure]]:
    """Return the acts with a clause under each subject that has any.

    Within a subject they stand by their captions, as who looks for one expects, those of one matter together.
    """
    found: dict[str, list[Countermeasure]] = {subject: [] for subject in voice.guide.clause_subjects}
    for act in voice.guide.countermeasures.values():
        if act.clause and act.clause_subject:
            found[act.clause_subject].append(act)
    return {subject: _matters_together(voice, acts) for subject, acts in found.items() if acts}


def _matters_together(voice: Voice, acts: list[Countermeasure]) -> list[Countermeasure]:
    by_caption = {act.slug: voice.sorting(caption_of(voice, act)) for act in acts}
    ordered = sorted(acts, key=lambda act: by_caption[act.slug])
    first: dict[str, str] = {}
    for act in ordered:
        if act.clause_matter:
            first.setdefault(act.clause_matter, act.slug)
    return sorted(ordered, key=lambda act: by_caption[first.get(act.clause_matter or "", act.slug)])


def caption_of(voice: Voice, act: Countermeasure) -> str:
    """Return the title of an act's clause for both parties; empty where it has none."""
    return voice.words(act.clause_caption) if act.clause_caption else ""
