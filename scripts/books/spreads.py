"""Where things stand in the printed handbook that whoever edits it should know of.

A trick has two facing pages, the even one first: the end of what takes more stands overleaf, beside an empty
page. And the last page of a chapter should hold more than a few lines: a sheet of paper for two of them looks
like a fault.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.books.handbook import Handbook
from scripts.problems import Problem, fault

QUESTION = """{
  let page(it) = it.location().page()
  let opens(it) = page(query(selector(heading.where(level: 1)).before(it.location())).last())
  let down(it) = it.location().position().y / 1mm
  let tricks = query(<trick-begins>).zip(query(<trick-ends>))
  (
    tricks.map(((begins, ends)) => (begins.value, page(begins), page(ends))),
    query(<chapter-ends>).map(it => (opens(it), page(it), down(it))),
  )
}"""
"""What Typst is asked of a book that it has set."""

_FEW_LINES = 40.0
"""Millimetres from the top edge of a page: the margin there, and six lines."""

_SITE = "content/site.yml"
"""What a warning of a chapter is about, which is made of many files."""


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


@dataclass(frozen=True)
class Ending:
    """The first and the last page of a chapter, and how far down this one it ends, in millimetres."""

    first: int
    last: int
    down: float


@dataclass(frozen=True)
class Standing:
    """Where the tricks and the ends of chapters stand, in the order of the book."""

    spreads: Sequence[Spread]
    endings: Sequence[Ending]


def standing_in(answer: str) -> Standing:
    """Return what Typst answered to `QUESTION`."""
    spreads, endings = json.loads(answer)
    return Standing([Spread(*each) for each in spreads], [Ending(*each) for each in endings])


def complaints(book: Handbook, paper: str, standing: Standing) -> Iterator[Problem]:
    """Yield a warning for each trick that takes over two pages, and each last page with only a few lines."""
    where = {"locale": book.voice.locale, "paper": paper}
    for each in standing.spreads:
        if each.pages > 2:
            found = fault("more-than-a-spread", pages=each.pages, **where)
            yield Problem(book.guide.tricks[each.trick].file, 1, 1, "", found, "warning")
    for ending in standing.endings:
        if ending.last > ending.first and ending.down < _FEW_LINES:
            found = fault("few-lines-on-a-page", page=ending.last, **where)
            yield Problem(_SITE, 1, 1, "", found, "warning")
