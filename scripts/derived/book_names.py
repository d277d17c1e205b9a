"""The files of a release: the handbook, one a language and form; the whole guide to open without a server."""

from collections.abc import Mapping

from scripts.derived.paper_names import PAPERS

EPUB = "epub"
BOOK_FORMS: Mapping[str, tuple[str, ...]] = {"pdf": tuple(PAPERS), EPUB: (EPUB,)}
"""What the handbook is made as, by its format: a PDF for each paper, and one EPUB."""

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
