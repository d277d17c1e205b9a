"""What counts as a word in search: the same rule as in overrides/assets/search/words.js."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"(?:(?<![^\W_])\.(?=[^\W\d_]))?[^\W_]+(?:[#+]+(?![^\W_])|(?:[&.][^\W_]+)+)?")
_PARTS = re.compile(r"[^\W_]+")


class _Unmarked(dict[int, int | None]):
    """What `str.translate` makes of each sign: marks go, all else stays. Looked up once a sign."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code))[0] == "M" else code
        return self[code]


_UNMARKED = _Unmarked()


def plain(words: str) -> str:
    """Return words without accents or capitals."""
    return unicodedata.normalize("NFD", words).translate(_UNMARKED).lower()


def in_order(written: str) -> list[str]:
    """Return the words of a phrase as they follow each other, without single letters."""
    return [word for word in _WORD.findall(plain(written)) if len(word) > 1 or word.isdigit()]


def terms(said: Iterable[str]) -> set[str]:
    """Return each word of some texts once; one with signs (C#, R&D) counts whole and in its parts.

    One letter alone is no word.
    """
    found = {word for words in said for word in _WORD.findall(plain(words))}
    parts = {part for word in found for part in _PARTS.findall(word)}
    return {word for word in found | parts if len(word) > 1 or word.isdigit()}


def columns_of(said: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return the words of each column of a page; of `rest`, the least weighty, those that no other has."""
    columns = {name: terms(words) for name, words in said.items()}
    columns["rest"] -= set().union(*(words for name, words in columns.items() if name != "rest"))
    return columns
