"""The names of files: of papers that are printed, and of a release: handbook, lessons, the whole guide."""

from collections.abc import Mapping
from typing import Literal

from scripts.guide import CALCULATOR, Meeting

Form = Literal["full", "short"]

FORMS: Mapping[Form, str] = {"full": "", "short": "short-"}
"""The forms of a checklist with what stands in a file's name for them."""

PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers by the name that stands in a file's, with the name that Typst gives them."""

FIRST_PAPER = "a4"
"""The paper on which is set what is set once, and then put on every other."""

COST_WORKBOOK = f"{CALCULATOR}cost.xlsx"
"""The address of the calculator's spreadsheet below its locale."""

EPUB = "epub"
BOOK_FORMS: Mapping[str, tuple[str, ...]] = {"pdf": tuple(PAPERS), EPUB: (EPUB,)}
"""What the handbook is made as, by its format: a PDF for each paper, and one EPUB."""
LESSON_MINUTES = 45
SCREEN = "screen"
LESSON_PARTS: Mapping[str, tuple[str, ...]] = {
    "plan": tuple(PAPERS),
    "slides": (SCREEN,),
    "cards": tuple(PAPERS),
}
"""What a lesson consists of, each with the papers that it is printed on, or the screen."""

CARRIED = "guide.zip"
"""The name of the zip of the whole guide, in every language."""


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


def book_names(locale: str) -> Mapping[str, str]:
    """Return the name of each file of a language, by its form."""
    return {form: book_name(locale, form) for forms in BOOK_FORMS.values() for form in forms}


def book_name(locale: str, form: str) -> str:
    """Return the name of a file: `handbook-en-a4.pdf`, `handbook-en.epub`."""
    return f"handbook-{locale}.{EPUB}" if form == EPUB else f"handbook-{locale}-{form}.pdf"


def packages_name(locale: str) -> str:
    """Return the name of the zip of a language's SCORM packages, one a quiz."""
    return f"scorm-{locale}.zip"


def lesson_names(phase: str, locale: str) -> Mapping[str, Mapping[str, str]]:
    """Return the name of each file of a phase's lesson, by its part and paper."""
    return {
        part: {paper: lesson_name(phase, locale, part, paper) for paper in papers}
        for part, papers in LESSON_PARTS.items()
    }


def lesson_name(phase: str, locale: str, part: str, paper: str) -> str:
    """Return the name of a file: `lesson-buying-en-plan-a4.pdf`, `lesson-buying-en-slides.pdf`."""
    return f"lesson-{phase}-{locale}-{part}{'' if paper == SCREEN else f'-{paper}'}.pdf"
