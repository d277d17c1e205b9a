"""Check the signs in texts: print has a letter for each, and none was meant for YAML."""

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

_BLOCK_SIGN = re.compile(r"[>|](?<!\S[>|])[-+](?!\S)")
"""The sign of a text in lines of its own (`>-`), as a word: `a: >-` that stands within a text already."""


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
    """Yield a problem at each text with a letter that could not be printed, or with a sign of YAML."""
    for placed in guide.placed():
        printed = placed.reference[0] in _PRINTED
        # An entry whose texts are all in order, as nearly all are, is told by one look.
        if _all_fit("\n".join(words for _, text in placed.part.texts() for words in text.root.values())):
            continue
        for path, text in placed.part.texts():
            for locale, words in text.root.items():
                for found in _unfit(words) if printed else block_signs(words):
                    yield marks[placed.file].problem((*placed.at, *path, locale), found)
    for code, wording in guide.wordings.items():
        for key, patterns in wording.words.items():
            said = patterns if isinstance(patterns, str) else " ".join(patterns.values())
            for found in _unfit(said):
                yield saying(guide, marks, code, key).problem(("words", key), found)


def _all_fit(words: str) -> bool:
    return _is_everyday(words) and not _BLOCK_SIGN.search(words)


def _is_everyday(words: str) -> bool:
    # An entity (&#x56DE;) becomes its letter only in the words.
    return bool(EVERYDAY.match(words)) and "&#" not in words


def _unfit(words: str) -> Iterator[Fault]:
    yield from unprintable(words)
    yield from block_signs(words)


def block_signs(words: str) -> Iterator[Fault]:
    """Yield a fault where a text holds what begins a text in YAML: a reader would take it for a sum."""
    if sign := _BLOCK_SIGN.search(words):
        yield fault("block-sign-in-text", sign=sign[0])


def unprintable(words: str) -> Iterator[Fault]:
    """Yield a fault for each letter of a text that no font for print has."""
    if _is_everyday(words):
        return
    for letter in dict.fromkeys(texts.words(words) + words):
        if ord(letter) not in printed_letters() and letters.shows(letter):
            name = unicodedata.name(letter, "?").lower()
            yield fault("no-glyph", letter=letter, code=f"{ord(letter):04X}", name=name)
