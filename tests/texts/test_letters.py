"""What nobody can see or read is found wherever it stands."""

import unicodedata

import pytest

from scripts.texts.letters import first_unseen

_PLANES = [*range(0x3000), *range(0xD7F0, 0x10010), *range(0x1FFF0, 0x20010), *range(0xDFFF0, 0xE0FFF)]


def test_the_quick_look_misses_no_sign() -> None:
    """A text with a no-break space in it is always searched sign by sign."""
    missed = [
        f"{code:04X}"
        for code in _PLANES
        if (first_unseen(f"ab{chr(code)}c") is None) != (first_unseen(f"\u00a0b{chr(code)}c") is None)
    ]
    assert missed == []


@pytest.mark.parametrize("code", [0x00, 0x0B, 0x7F, 0x200B, 0x202E, 0xFEFF, 0xFFFD, 0xD800, 0xE000, 0xFFFF])
def test_signs_without_a_look_are_found(code: int) -> None:
    assert first_unseen(f"one\ntwo{chr(code)}") == 7, unicodedata.category(chr(code))


def test_a_sound_text_has_none() -> None:
    assert first_unseen("¿Cuánto cuesta?\n20\u202f000 · «así»") is None
