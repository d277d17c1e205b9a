"""What follows from the guide, the same for every page, paper and file: checklists, questionnaires, quizzes.

In: a `Guide`. Out: which acts, signs and questions belong together and in which order. Knows no page and
no format.
"""

from scripts.derived.checklist import EFFORTS, Checklist, checklist_for, section_of
from scripts.derived.questionnaire import (
    REPLIES,
    VERDICTS,
    Questionnaire,
    questionnaire_for,
    questionnaire_names,
)
from scripts.derived.quiz import WHICH_TRICK, Asked, all_asked, asked_on_paper, place_shown, presented
from scripts.derived.quiz_names import ENDINGS, downloads, file_name, forms_of
from scripts.derived.way_back import way_back

__all__ = [
    "EFFORTS",
    "ENDINGS",
    "REPLIES",
    "VERDICTS",
    "WHICH_TRICK",
    "Asked",
    "Checklist",
    "Questionnaire",
    "all_asked",
    "asked_on_paper",
    "checklist_for",
    "downloads",
    "file_name",
    "forms_of",
    "place_shown",
    "presented",
    "questionnaire_for",
    "questionnaire_names",
    "section_of",
    "way_back",
]
