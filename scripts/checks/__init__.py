"""Everything that is said about entries once they are read: faults, advice, spelling, translations.

In: what `entries` loaded. Out: `Problem`s at their places, reports in every form, what waits for translation,
which entries are much alike. Changes nothing but marks of stale texts.
"""

from scripts.checks.advice import advise
from scripts.checks.date_checks import untrue_to_history
from scripts.checks.guide_checks import check
from scripts.checks.likeness import alike
from scripts.checks.lost_slugs import lost_slugs
from scripts.checks.reports import FORMATS, Format, Report, worst
from scripts.checks.spelling import misspelt
from scripts.checks.stale_marks import NoSuchPart, with_stale
from scripts.checks.staleness import Past, UnknownRevision, left_behind
from scripts.checks.translations import Coverage, coverage

__all__ = [
    "FORMATS",
    "Coverage",
    "Format",
    "NoSuchPart",
    "Past",
    "Report",
    "UnknownRevision",
    "advise",
    "alike",
    "check",
    "coverage",
    "left_behind",
    "lost_slugs",
    "misspelt",
    "untrue_to_history",
    "with_stale",
    "worst",
]
