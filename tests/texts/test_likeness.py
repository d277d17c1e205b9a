"""Which texts a reader may take one for the other, and what a text quotes."""

import pytest

from scripts.texts import are_alike, is_like_any, plain_words, quoted


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("We will look at that later", "We will come to that later", True),
        ("Eso no lo ha cambiado nadie", "Eso no lo ha cambiado nunca ningún cliente", True),
        ("¿Suscripción o compra?", "suscripcion o compra", True),
        ("Nobody has tested it", "The price has no end date", False),
        ("", "", False),
    ],
)
def test_texts_are_alike_whatever_their_accents_and_signs(one: str, other: str, alike: bool) -> None:
    said, heard = plain_words(one), plain_words(other)
    assert are_alike(said, heard) is alike
    assert is_like_any(said, [plain_words("quite another matter"), heard]) is alike


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("Dicen «hoy no» y “mañana”.", ["hoy no", "mañana"]),
        ("the vendor's own „Angebot“", ["Angebot"]),
        ("a 5% discount", []),
    ],
)
def test_a_text_quotes_what_stands_between_its_quotation_marks(words: str, phrases: list[str]) -> None:
    assert quoted(words) == phrases
