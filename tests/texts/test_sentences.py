"""Where a sentence ends, and how a text opens."""

import pytest

from scripts.texts import full_stop, opening, sentences


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
    ("words", "opened"),
    [
        ("You pay for a year and work for ten months of it, at most. Then it starts again.", None),
        (
            "Your people wait. No invoice goes out. Nobody pays.",
            "Your people wait. No invoice goes out.",
        ),
        ("Su gente espera. ¿Hasta cuándo? Nadie paga.", "Su gente espera. ¿Hasta cuándo?"),
        ("Short and alone", "Short and alone"),
        ("", ""),
    ],
)
def test_a_text_opens_with_its_first_sentence_and_a_second_where_that_says_little(
    words: str, opened: str | None
) -> None:
    assert opening(words) == (sentences(words)[0] if opened is None else opened)


@pytest.mark.parametrize(
    ("words", "stop"),
    [
        ("The demo that always works", "."),
        ("¿Suscripción o compra?", ""),
        ("Sign now!", ""),
        ("And then…", ""),
        ("«¿Y si no?»", ""),
        ("The second reading (2022)", "."),
        ("价格？", ""),
        ("", "."),
    ],
)
def test_no_full_stop_goes_after_a_question_mark(words: str, stop: str) -> None:
    assert full_stop(words) == stop
