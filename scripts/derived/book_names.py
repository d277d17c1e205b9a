"""The files of a release: the handbook, a lesson a phase, the whole guide to open without a server."""

from collections.abc import Mapping

from scripts.derived.paper_names import PAPERS

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
