"""How wide and how high the cells of a sheet are, so that it reads on a screen and on paper.

Excel takes no row above 409.5 points (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3,
"Row height"): what needs more goes on in a row below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from scripts.texts import Paragraph, Run

LINE_HEIGHT = 15.5
"""Of a line of 11 points, in points."""
TALLEST_ROW = 409.5
_MOST_LINES = int(TALLEST_ROW / LINE_HEIGHT)
_SHEET = 127
"""The width, in characters, that A4 or Letter lying down prints 11 points of as nine (LibreOffice 7.4)."""
_NARROWEST = 14
_MARGIN = 4
"""What words that do not break leave empty at the end of a line, in characters."""

Told = Sequence[Paragraph]


def widths(wanted: Sequence[int]) -> list[int]:
    """Return the widths of columns, narrower where all together would print smaller than they read.

    None gets narrower than a short word needs; what those keep, the wide ones give.
    """
    least = [min(width, _NARROWEST) for width in wanted]
    spare = sum(wanted) - sum(least)
    share = min(1.0, max(0, _SHEET - sum(least)) / spare) if spare else 0.0
    return [kept + int((width - kept) * share) for width, kept in zip(wanted, least, strict=True)]


def lines(words: str, width: int) -> int:
    """Return over how many lines words wrap in a cell."""
    room = max(1, width - _MARGIN)
    return sum(-(-len(line) // room) or 1 for line in words.split("\n"))


def height(count: int) -> float:
    """Return the height of a row of so many lines."""
    return min(count * LINE_HEIGHT, TALLEST_ROW)


def continued(cells: Sequence[Told], widths_of_cells: Sequence[int]) -> list[list[Told]]:
    """Return the rows that one row's cells need: mostly one, more where a text is higher than a row."""
    pieces = [list(_pieces(told, width)) for told, width in zip(cells, widths_of_cells, strict=True)]
    return [list(row) for row in zip_longest(*pieces, fillvalue=())]


def _pieces(told: Told, width: int) -> Iterator[Told]:
    """Yield a text in parts, none of which is higher than a row."""
    part: list[Paragraph] = []
    filled = 0
    for paragraph in told:
        for short in _shortened(paragraph, _MOST_LINES * max(1, width - _MARGIN)):
            needed = lines(short.text, width)
            if part and filled + needed > _MOST_LINES:
                yield part
                part, filled = [], 0
            part.append(short)
            filled += needed
    yield part


def _shortened(paragraph: Paragraph, room: int) -> Iterator[Paragraph]:
    """Yield a paragraph cut between words into parts of at most `room` characters."""
    runs: list[Run] = []
    left = room
    marker = paragraph.marker
    for run in paragraph.runs:
        text = run.text
        while len(text) > left:
            cut = text.rfind(" ", 0, left) + 1 or (0 if runs else left)
            yield Paragraph((*runs, replace(run, text=text[:cut])) if cut else tuple(runs), marker)
            text, runs, left, marker = text[cut:], [], room, ""
        runs.append(replace(run, text=text))
        left -= len(text)
    yield Paragraph(tuple(runs), marker)
