"""What follows from the guide, the same for every page, paper and file: checklists, questionnaires, quizzes.

In: a `Guide`. Out: which acts, signs and questions belong together and in which order. Knows no page and
no format.
"""

from scripts.derived.book_names import (
    BOOK_FORMS,
    CARRIED,
    EPUB,
    LESSON_MINUTES,
    LESSON_PARTS,
    SCREEN,
    book_name,
    book_names,
    lesson_name,
    lesson_names,
    packages_name,
)
from scripts.derived.checklist import EFFORTS, Checklist, checklist_for, section_of, worded
from scripts.derived.citations import Citation, Citing, citations, citations_of_entries
from scripts.derived.claims import claims, taken
from scripts.derived.clauses import caption_of, clauses_by_subject, first_clauses, shared_by_clauses
from scripts.derived.cost import CASES, DEFAULTS, HIGHEST, LOWERING, MOST_YEARS, ONE, Case
from scripts.derived.costliest import costliest
from scripts.derived.former_addresses import FormerAddress, former_addresses, former_entries, former_files
from scripts.derived.news import NewsOfDay, changed_days, entry_addresses, newest_day, newest_review, news
from scripts.derived.page_ids import shared_ids
from scripts.derived.paper_names import (
    COST_WORKBOOK,
    PAPERS,
    Form,
    form_path,
    form_paths,
    quiz_sheet_path,
    quiz_sheet_paths,
    sheet_path,
    sheet_paths,
)
from scripts.derived.pieces import Pieces, skeleton_of
from scripts.derived.questionnaire import (
    REPLIES,
    VERDICTS,
    Questionnaire,
    questionnaire_for,
    questionnaire_names,
)
from scripts.derived.quiz import (
    Asked,
    all_asked,
    asked_on_paper,
    carried,
    is_printed,
    place_shown,
    presented,
    questions_of,
)
from scripts.derived.quiz_names import (
    ENDINGS,
    WHICH_TRICK,
    downloads,
    file_name,
    forms_of,
    parts_of,
    question_name,
)
from scripts.derived.side_by_side import POINTS, WEIGHTS, example_of, questions_by_meeting
from scripts.derived.way_back import as_typed, way_back

__all__ = [
    "BOOK_FORMS",
    "CARRIED",
    "CASES",
    "COST_WORKBOOK",
    "DEFAULTS",
    "EFFORTS",
    "ENDINGS",
    "EPUB",
    "HIGHEST",
    "LESSON_MINUTES",
    "LESSON_PARTS",
    "LOWERING",
    "MOST_YEARS",
    "ONE",
    "PAPERS",
    "POINTS",
    "REPLIES",
    "SCREEN",
    "VERDICTS",
    "WEIGHTS",
    "WHICH_TRICK",
    "Asked",
    "Case",
    "Checklist",
    "Citation",
    "Citing",
    "Form",
    "FormerAddress",
    "NewsOfDay",
    "Pieces",
    "Questionnaire",
    "all_asked",
    "as_typed",
    "asked_on_paper",
    "book_name",
    "book_names",
    "caption_of",
    "carried",
    "changed_days",
    "checklist_for",
    "citations",
    "citations_of_entries",
    "claims",
    "clauses_by_subject",
    "costliest",
    "downloads",
    "entry_addresses",
    "example_of",
    "file_name",
    "first_clauses",
    "form_path",
    "form_paths",
    "former_addresses",
    "former_entries",
    "former_files",
    "forms_of",
    "is_printed",
    "lesson_name",
    "lesson_names",
    "newest_day",
    "newest_review",
    "news",
    "packages_name",
    "parts_of",
    "place_shown",
    "presented",
    "question_name",
    "questionnaire_for",
    "questionnaire_names",
    "questions_by_meeting",
    "questions_of",
    "quiz_sheet_path",
    "quiz_sheet_paths",
    "section_of",
    "shared_by_clauses",
    "shared_ids",
    "sheet_path",
    "sheet_paths",
    "skeleton_of",
    "taken",
    "way_back",
    "worded",
]
