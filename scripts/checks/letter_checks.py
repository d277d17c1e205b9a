"""Check that the printed sheets have a letter for every sign of the texts that they show."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from fontTools.ttLib import TTFont

from scripts import texts
from scripts.checks.word_checks import saying
from scripts.entries import MarkedYaml
from scripts.guide import Guide
from scripts.places import FALLBACK_FONTS, FONTS
from scripts.problems import Fault, Problem, fault
from scripts.texts import letters

_PRINTED = ("trick", "countermeasure", "meeting", "quiz")
EVERYDAY = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\xff\u2013\u2014\u2018-\u201d\u2026]*\\Z")
"""Texts that every font of ours has the letters for, so that none needs to be opened."""


@lru_cache(maxsize=1)
def printed_letters() -> Set[int]:
    """Return the code points for which one of the fonts for print has a letter."""
    found: set[int] = set()
    for file in (*FONTS.glob("*.woff2"), *FALLBACK_FONTS.glob("*.woff2")):
        with TTFont(file, lazy=True) as font:
            # Names of glyphs, which nobody asks for here, take as long to read as all the rest.
            font.setGlyphOrder([str(place) for place in range(font["maxp"].numGlyphs)])
            found.update(font.getBestCmap())
    return found


def letter_problems(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Yield a problem at each text with a letter that could not be printed."""
    for placed in guide.placed():
        if placed.reference[0] not in _PRINTED:
            continue
        for path, text in placed.part.texts():
            for locale, words in text.root.items():
                for found in unprintable(words):
                    yield marks[placed.file].problem((*placed.at, *path, locale), found)
    for code, wording in guide.wordings.items():
        for key, patterns in wording.words.items():
            said = patterns if isinstance(patterns, str) else " ".join(patterns.values())
            for found in unprintable(said):
                yield saying(guide, marks, code, key).problem(("words", key), found)


def unprintable(words: str) -> Iterator[Fault]:
    """Yield a fault for each letter of a text that no font for print has."""
    # An entity (&#x56DE;) becomes its letter only in the words.
    if EVERYDAY.match(words) and "&#" not in words:
        return
    for letter in dict.fromkeys(texts.words(words) + words):
        if ord(letter) not in printed_letters() and letters.shows(letter):
            name = unicodedata.name(letter, "?").lower()
            yield fault("no-glyph", letter=letter, code=f"{ord(letter):04X}", name=name)
