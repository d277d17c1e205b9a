"""What can be wrong with the data, and how it is said to a contributor.

In: the name of a rule that is broken, with its values and its place in a file. Out: a `Problem`, and its
sentence and remedy in the contributor's language (`rules/<locale>.yml`), as well as what each field is
for (`fields/<locale>.yml`). Knows no entry, no model and no page.
"""

from scripts.problems.field_places import FieldPlace, find_place
from scripts.problems.fieldbook import fieldbook, fieldbook_locales
from scripts.problems.problem import (
    MOST,
    Fault,
    Faulty,
    Level,
    Problem,
    ProblemsFound,
    bounded,
    fault,
    levels,
    visible,
)
from scripts.problems.refusal import Refused
from scripts.problems.rulebook import Rulebook, contributor_locale, rulebook, rulebook_locales

__all__ = [
    "MOST",
    "Fault",
    "Faulty",
    "FieldPlace",
    "Level",
    "Problem",
    "ProblemsFound",
    "Refused",
    "Rulebook",
    "bounded",
    "contributor_locale",
    "fault",
    "fieldbook",
    "fieldbook_locales",
    "find_place",
    "levels",
    "rulebook",
    "rulebook_locales",
    "visible",
]
