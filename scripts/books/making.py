"""The handbook in each of its forms."""

from scripts.books.epub import epub_of
from scripts.books.handbook import Handbook
from scripts.books.pdf_book import pdf_of
from scripts.derived import EPUB
from scripts.paper import Press


def made_as(form: str, book: Handbook, press: Press) -> bytes:
    """Return the book in a form of `BOOK_FORMS`: on a paper, or as EPUB. Raises PaperFailed."""
    if form == EPUB:
        return epub_of(book, press)
    return pdf_of(book, form, press)
