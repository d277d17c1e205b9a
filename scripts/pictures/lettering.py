"""How wide words are in the site's own font, and how they wrap within a width."""

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WIDTH = 320
"""The width of every picture: one unit is one pixel on a telephone of 360."""
SIZE = 15
"""The size of all letters; at 320 pixels, the narrowest window, it is still 13."""
LINE = 19
"""From one line of words to the next."""
_WIDTHS = Path(__file__).parent / "letter_widths.json"
"""Written by measured_letters.py."""
_UNKNOWN = 1.4
"""A letter of another font, in em: as wide as the widest signs there are, which are emoji."""
_CARE = 1.04
"""Until the font has come, another stands in, and it may be a little wider."""


@lru_cache(maxsize=2)
def _widths(bold: bool) -> Mapping[int, float]:
    """Return the width of each letter in em, by its code point."""
    widths = json.loads(_WIDTHS.read_text(encoding="utf-8"))
    return {int(code, 16): (thick if bold else thin) for code, (thin, thick) in widths.items()}


def words_width(words: str, *, bold: bool = False) -> float:
    """Return how many units wide the words are at most, on one line."""
    known = _widths(bold)
    return SIZE * _CARE * sum(known.get(ord(letter), _unknown(letter)) for letter in words)


def _unknown(letter: str) -> float:
    return 0 if unicodedata.combining(letter) else _UNKNOWN


def wrapped(words: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the words in lines, none wider than `room`; a word that is too long by itself is divided."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if words_width(longer, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _divided(word, room, bold=bold)
        lines += whole
    return (*lines, line) if line else tuple(lines)


def _divided(word: str, room: float, *, bold: bool) -> list[str]:
    """Return a word in pieces that fit; a piece has one letter at least."""
    if words_width(word, bold=bold) <= room:
        return [word]
    hyphen = "-" if word.isalpha() else ""
    pieces, piece = [], ""
    for letter in word:
        full = words_width(piece + letter + hyphen, bold=bold) > room
        if piece and full and not unicodedata.combining(letter):
            pieces.append(piece + hyphen)
            piece = ""
        piece += letter
    return [*pieces, piece]
