"""The handbook in each of its forms."""

from collections.abc import Callable, Iterable

from scripts.books.epub import epub_of
from scripts.books.handbook import Handbook
from scripts.books.pdf_book import pdf_of
from scripts.books.spreads import complaints
from scripts.derived import EPUB
from scripts.paper import Press
from scripts.problems import Problem

Tell = Callable[[Iterable[Problem]], object]


def made_as(form: str, book: Handbook, press: Press, tell: Tell = lambda found: None) -> bytes:
    """Return the book in a form of `BOOK_FORMS`: on a paper, or as EPUB. Raises PaperFailed.

    `tell` hears of the tricks that do not fit their two pages and of pages with only a few lines.
    """
    if form == EPUB:
        return epub_of(book, press)
    made, standing = pdf_of(book, form, press)
    tell(complaints(book, form, standing))
    return made
