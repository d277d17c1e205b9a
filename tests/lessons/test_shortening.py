"""Texts cut to the room of a card: what is left makes sense."""

import pytest

from scripts.lessons.shortening import sentences, shortened


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("He asks “when?” and waits. They nod.", ["He asks “when?” and waits.", "They nod."]),
        ("Dicen «no hay problema». ¿Cuándo?", ["Dicen «no hay problema».", "¿Cuándo?"]),
        ("“We look after you.” Nobody says how", ["“We look after you.”", "Nobody says how"]),
        ("价格不含税。请看合同。", ["价格不含税。", "请看合同。"]),
        ("It costs 2.50 a month.", ["It costs 2.50 a month."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_the_next_begins(words: str, parts: list[str]) -> None:
    assert sentences(words) == parts


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
