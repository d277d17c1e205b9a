"""The handbook: the whole guide of a language as one book, in PDF by Typst and as EPUB.

In: a `Voice`, the site's address and a paper. Out: the bytes of one file. Knows no page of the site: a
reference leads to a place in the book, or to the published site where the book has no such place.
"""

from scripts.books.handbook import Handbook
from scripts.books.making import Tell, made_as

__all__ = ["Handbook", "Tell", "made_as"]
