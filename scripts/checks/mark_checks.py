"""Check that no text holds what was meant for YAML: a reader would take it for words, or for a sum."""

import re
from collections.abc import Iterator, Mapping

from scripts.checks.word_checks import saying
from scripts.entries import MarkedYaml
from scripts.guide import Guide
from scripts.problems import Problem, fault

_BLOCK_SIGN = re.compile(r"(?<!\S)[>|][-+](?!\S)")
"""The sign of a text in lines of its own (`>-`), as a word: `a: >-` that stands within a text already."""


def mark_problems(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Yield a problem at each text of an entry, and each of the interface's words, with such a sign."""
    for placed in guide.placed():
        for path, text in placed.part.texts():
            for locale, words in text.root.items():
                if sign := _BLOCK_SIGN.search(words):
                    found = fault("block-sign-in-text", sign=sign[0])
                    yield marks[placed.file].problem((*placed.at, *path, locale), found)
    for code, wording in guide.wordings.items():
        for key, patterns in wording.words.items():
            said = patterns if isinstance(patterns, str) else " ".join(patterns.values())
            if sign := _BLOCK_SIGN.search(said):
                found = fault("block-sign-in-text", sign=sign[0])
                yield saying(guide, marks, code, key).problem(("words", key), found)
