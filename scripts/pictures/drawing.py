"""What pictures are made of, and the sheet on which a kind of picture puts it from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from scripts.guide import Voice
from scripts.pictures.lettering import LINE, SIZE, WIDTH, words_width, wrapped
from scripts.texts import Text, full_stop

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
_ASCENT = SIZE * 0.95
"""From the top of a line of words to what the letters stand on."""
_EDGE = 2
"""What is left free at the sides, so that no stroke is cut."""
_HEAD = 7
"""The length of an arrow's head."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: str
    round: float = 0


@dataclass(frozen=True)
class Stroke:
    """A line through points; `filled` makes it the area between them."""

    points: tuple[Point, ...]
    look: str
    filled: bool = False


@dataclass(frozen=True)
class Words:
    """Lines of words; `y` is what the first one stands on, `left` and `top` are the corner of them all."""

    x: float
    y: float
    lines: tuple[str, ...]
    look: str
    anchor: Anchor = "start"
    language: str = ""

    @property
    def bold(self) -> bool:
        """Tell whether the letters are bold."""
        return "strong" in self.look

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of the words."""
        width = max(words_width(line, bold=self.bold) for line in self.lines)
        left = self.x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        top = self.y - _ASCENT
        return left, top, left + width, top + LINE * len(self.lines)


Shape = Box | Stroke | Words


@dataclass(frozen=True)
class Room:
    """Where words may stand: from `x` on, below `top`, no wider than `width`."""

    x: float
    top: float
    width: float
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Drawing:
    """A picture: its shapes from back to front, the same told, and whether its figures are an example."""

    height: float
    shapes: Sequence[Shape]
    told: Sequence[str]
    example: bool
    width: float = WIDTH


@dataclass
class Sheet:
    """Where a kind of picture draws; `y` is how far down it is."""

    voice: Voice
    y: float = _EDGE
    shapes: list[Shape] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def words(self, text: Text | str, at: Room, look: str = "ink", language: str = "") -> float:
        """Write words that wrap within a room; return where they end below.

        `language` is that of a string which comes from the guide.
        """
        said = text if isinstance(text, str) else self.voice.words(text)
        if not isinstance(text, str):
            language = self.voice.language(text)
        lines = wrapped(said, at.width, bold="strong" in look)
        if language == self.voice.locale:
            language = ""
        self.shapes.append(Words(at.x, at.top + _ASCENT, lines, look, at.anchor, language))
        return at.top + LINE * len(lines)

    def said(self, text: Text) -> str:
        """Return a text's words."""
        return self.voice.words(text)

    def sentence(self, said: str) -> str:
        """Return words that end a sentence of their own."""
        return said + full_stop(said)

    def add(self, *shapes: Shape) -> None:
        """Draw shapes in front of what is there."""
        self.shapes += shapes

    def stroke(self, look: str, *points: Point, arrow: bool = False) -> None:
        """Draw a line through points, with an arrow's head at the last, which lies level or upright."""
        self.shapes.append(Stroke(points, look))
        if arrow:
            (before_x, before_y), (x, y) = points[-2:]
            along = ((x > before_x) - (x < before_x), (y > before_y) - (y < before_y))
            self.shapes.append(Stroke(_head(x, y, along), look, filled=True))

    def area(self, look: str, *points: Point) -> None:
        """Fill the area between points."""
        self.shapes.append(Stroke(points, look, filled=True))

    def number(self, number: float) -> str:
        """Return a number as the language writes it."""
        return self.voice.wording.number(number)

    def line_legend(self, look: str, text: Text) -> None:
        """Write a line that says what a line means."""
        self.stroke(look, (_EDGE, self.y + 10), (28, self.y + 10))
        self.y = self.words(text, Room(34, self.y, WIDTH - 34 - _EDGE)) + 5

    def legend(self, look: str, text: Text | str) -> None:
        """Write a line that says what a look means."""
        self.add(Box(_EDGE, self.y + 3, 22, 13, look))
        self.y = self.words(text, Room(34, self.y, WIDTH - 34 - _EDGE)) + 5

    def drawing(self, *, example: bool) -> Drawing:
        """Return what was drawn; `example` says that its figures are one."""
        return Drawing(round(self.y + _EDGE, 1), tuple(self.shapes), tuple(self.told), example)


def _head(x: float, y: float, along: tuple[int, int]) -> tuple[Point, ...]:
    back_x, back_y = x - along[0] * _HEAD, y - along[1] * _HEAD
    across_x, across_y = along[1] * _HEAD * 0.6, along[0] * _HEAD * 0.6
    return (x, y), (back_x + across_x, back_y + across_y), (back_x - across_x, back_y - across_y)
