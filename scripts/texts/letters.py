"""Signs that a text may not hold, and whether a text shows anything at all.

Sources: the Unicode Standard 16.0, section 23.7 (noncharacters) and DerivedCoreProperties.txt
(Default_Ignorable_Code_Point); the bidirectional controls of Trojan Source (CVE-2021-42574).
"""

import re
import unicodedata

from scripts.problems import Fault, fault

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
# Marks that some scripts need (U+200C to U+200F) may stay; what opens another direction may not.
_BIDIRECTIONAL = r"\u202a-\u202e\u2066-\u2069"
_UNSEEN = r"\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f"
_NO_LETTERS = (
    r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 15))
    + r"\U000f0000-\U0010ffff"
)
"""Surrogates, noncharacters and private use, which are no letter to anybody else."""
_INVISIBLE = re.compile(f"[{_CONTROLS}{_BIDIRECTIONAL}{_UNSEEN}{_NO_LETTERS}]")
_PRINTABLE_UNSEEN = "\ufffc\ufffd"
"""Of those, what `str.isprintable` takes for a letter."""
_SHOWS_NOTHING = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    # U+2800 is a pattern of Braille without dots: no property of Unicode's says that it is blank.
    "\u2800"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


def first_unseen(text: str) -> int | None:
    """Return the place of the first sign that nobody can see or read; None where there is none."""
    # Most texts are printable as Python sees it, which it tells many times as fast.
    if text.replace("\n", "").isprintable() and not any(sign in text for sign in _PRINTABLE_UNSEEN):
        return None
    found = _INVISIBLE.search(text)
    return found.start() if found else None


def unseen(text: str) -> Fault | None:
    """Return the fault of a text that holds a sign nobody can see or read."""
    at = first_unseen(text)
    return None if at is None else fault("invisible-character", code=f"{ord(text[at]):04X}")


def shows(text: str) -> bool:
    """Tell whether the eye sees anything of `text`: more than blanks, unseen signs and bare accents."""
    return any(
        unicodedata.category(letter)[0] not in "ZCM" and not _SHOWS_NOTHING.match(letter) for letter in text
    )
