"""Texts cut to the room of a card: what is left makes sense."""

import pytest

from scripts.lessons.shortening import shortened


@pytest.mark.parametrize(
    ("words", "most", "left"),
    [
        ("One two. Three four. Five.", 100, "One two. Three four. Five."),
        ("One two. Three four. Five.", 20, "One two. Three four."),
        ("One two. Three four. Five.", 19, "One two."),
        ("One two three, four five six.", 20, "One two three, four…"),
        ("One two three, four five six.", 16, "One two three…"),
        ("W" * 50, 10, "W" * 9 + "…"),
        ("", 10, ""),
    ],
)
def test_whole_sentences_are_left_as_long_as_there_are_any(words: str, most: int, left: str) -> None:
    assert shortened(words, most) == left
    assert len(left) <= most
