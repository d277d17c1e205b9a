"""The clauses of the guide by subject, in the order that the list, the annex and the handbook share."""

from collections.abc import Mapping, Sequence

from scripts.guide import Countermeasure, Voice

_MEANINGS = (
    "clauses_meaning_parties",
    "clauses_meaning_group",
    "clauses_meaning_user",
    "clauses_meaning_contract",
    "clauses_meaning_annex",
    "clauses_meaning_work",
    "clauses_meaning_on_time",
    "clauses_meaning_functions",
    "clauses_meaning_fault",
    "clauses_meaning_documentation",
    "clauses_meaning_data",
    "clauses_meaning_processing",
    "clauses_meaning_fee",
    "clauses_meaning_days",
    "clauses_meaning_signature",
    "clauses_meaning_term",
    "clauses_meaning_breach",
    "clauses_meaning_go_live",
    "clauses_meaning_environment",
    "clauses_meaning_writing",
    "clauses_meaning_levels",
    "clauses_meaning_expert",
    "clauses_meaning_special",
)
_RULES = (
    "clauses_rule_rank",
    "clauses_rule_whole",
    "clauses_rule_authority",
    "clauses_rule_prices",
    "clauses_rule_rises",
    "clauses_rule_rises_later",
    "clauses_rule_rates",
    "clauses_rule_acceptance",
    "clauses_rule_accepted_faults",
    "clauses_rule_unanswered",
    "clauses_rule_still_unanswered",
    "clauses_rule_failed",
    "clauses_rule_faults",
    "clauses_rule_expert",
    "clauses_rule_expert_cost",
    "clauses_rule_data",
    "clauses_rule_security",
    "clauses_rule_deductions",
    "clauses_rule_ending",
    "clauses_rule_termination",
    "clauses_rule_refund",
    "clauses_rule_set_off",
    "clauses_rule_work_done",
    "clauses_rule_breach",
    "clauses_rule_after",
)
_SHARED = {"clauses_meanings": _MEANINGS, "clauses_rules": _RULES}


def shared_by_clauses(voice: Voice) -> Mapping[str, Sequence[str]]:
    """Return what the clauses' words mean and what rules all of them, each under its heading.

    It stands wherever clauses are put together. A duty is no meaning: who signs has to see it as a rule.
    """
    return {voice.say(heading): [voice.say(key) for key in keys] for heading, keys in _SHARED.items()}


def first_clauses(by_subject: Mapping[str, Sequence[Countermeasure]]) -> Sequence[Countermeasure]:
    """Return the acts with the clauses to start with, in the order of `clauses_by_subject`."""
    return [act for acts in by_subject.values() for act in acts if act.clause_first]


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
