"""The names of the papers that are printed, by what they are."""

from collections.abc import Mapping
from typing import Literal

from scripts.guide import CALCULATOR, Meeting

Form = Literal["full", "short"]

FORMS: Mapping[Form, str] = {"full": "", "short": "short-"}
"""The forms of a checklist with what stands in a file's name for them."""

PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers by the name that stands in a file's, with the name that Typst gives them."""


COST_WORKBOOK = f"{CALCULATOR}cost.xlsx"
"""The address of the calculator's spreadsheet below its locale."""


def sheet_path(meeting: str, form: Form, paper: str) -> str:
    """Return the address of a PDF below its locale: `print/demo-short-a4.pdf`."""
    return f"print/{meeting}-{FORMS[form]}{paper}.pdf"


def sheet_paths(meeting: Meeting) -> Mapping[Form, Mapping[str, str]]:
    """Return the address below the locale of each PDF of a meeting, by form and paper.

    The short form comes first, where the meeting has one.
    """
    forms: tuple[Form, ...] = ("short", "full") if meeting.short else ("full",)
    return {form: {paper: sheet_path(meeting.slug, form, paper) for paper in PAPERS} for form in forms}


def form_path(meeting: str, form: str, paper: str) -> str:
    """Return the address below its locale of a meeting's blank sheet: `print/demo-form-tasks-a4.pdf`."""
    return f"print/{meeting}-form-{form}-{paper}.pdf"


def form_paths(meeting: Meeting) -> Mapping[str, Mapping[str, str]]:
    """Return the address below the locale of each blank sheet of a meeting, by its name and paper."""
    return {form: {paper: form_path(meeting.slug, form, paper) for paper in PAPERS} for form in meeting.forms}


def quiz_sheet_path(quiz: str, paper: str) -> str:
    """Return the address of a PDF below its locale: `print/buying-quiz-a4.pdf`."""
    return f"print/{quiz}-quiz-{paper}.pdf"


def quiz_sheet_paths(quiz: str) -> Mapping[str, str]:
    """Return the address below the locale of each PDF of a quiz, by paper."""
    return {paper: quiz_sheet_path(quiz, paper) for paper in PAPERS}
