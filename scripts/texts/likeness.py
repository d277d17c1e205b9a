"""How much two texts without Markdown say the same, and what they quote."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

_NEARLY_THE_SAME = 66
"""The least likeness, of 100, at which a reader may take one for the other."""
_QUOTED = re.compile(r"[«“„「『](.+?)[»”“」』]")


def plain_words(words: str) -> str:
    """Return words as they are compared: in order of the alphabet, without accents, signs or capitals."""
    return " ".join(sorted(without_accents(words).split()))


def without_accents(words: str) -> str:
    """Return words without accents, signs or capitals."""
    letters = unicodedata.normalize("NFD", words)
    return utils.default_process("".join(letter for letter in letters if not unicodedata.combining(letter)))


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts, each as `plain_words` gives it, are nearly the same."""
    return is_like_any(one, [other])


def is_like_any(one: str, others: Sequence[str]) -> bool:
    """Tell whether a text is nearly the same as one of others; all as `plain_words` gives them."""
    found = process.extractOne(one, others, scorer=fuzz.ratio, score_cutoff=_NEARLY_THE_SAME)
    return found is not None and one != ""


def quoted(words: str) -> Sequence[str]:
    """Return each phrase that a text has between quotation marks."""
    return _QUOTED.findall(words)
