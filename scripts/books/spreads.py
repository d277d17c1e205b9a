"""How many pages each trick takes in the printed handbook, where it has two facing ones, the even one first.

What takes more is told to whoever edits it: its end stands overleaf, beside an empty page.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.books.handbook import Handbook
from scripts.problems import Problem, fault

QUESTION = (
    "query(<trick-begins>).zip(query(<trick-ends>))"
    ".map(((begins, ends)) => (begins.value, begins.location().page(), ends.location().page()))"
)
"""What Typst is asked of a book that it has set."""


@dataclass(frozen=True)
class Spread:
    """The first and the last page of a trick, from 1, the cover."""

    trick: str
    first: int
    last: int

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return self.last - self.first + 1


def spreads_in(answer: str) -> list[Spread]:
    """Return what Typst answered to `QUESTION`, in the order of the book."""
    return [Spread(*each) for each in json.loads(answer)]


def complaints(book: Handbook, paper: str, spreads: Sequence[Spread]) -> Iterator[Problem]:
    """Yield a warning for each trick that takes over two pages."""
    where = {"locale": book.voice.locale, "paper": paper}
    for each in spreads:
        if each.pages > 2:
            found = fault("more-than-a-spread", pages=each.pages, **where)
            yield Problem(book.guide.tricks[each.trick].file, 1, 1, "", found, "warning")
