"""The handbook's files: one a language and form."""

from collections.abc import Mapping

from scripts.derived.paper_names import PAPERS

EPUB = "epub"
BOOK_FORMS: Mapping[str, tuple[str, ...]] = {"pdf": tuple(PAPERS), EPUB: (EPUB,)}
"""What the handbook is made as, by its format: a PDF for each paper, and one EPUB."""


def book_names(locale: str) -> Mapping[str, str]:
    """Return the name of each file of a language, by its form."""
    return {form: book_name(locale, form) for forms in BOOK_FORMS.values() for form in forms}


def book_name(locale: str, form: str) -> str:
    """Return the name of a file: `handbook-en-a4.pdf`, `handbook-en.epub`."""
    return f"handbook-{locale}.{EPUB}" if form == EPUB else f"handbook-{locale}-{form}.pdf"
