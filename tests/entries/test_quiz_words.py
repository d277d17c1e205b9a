"""No word gives an answer away: what holds it is about as often right as anything else.

No list of words is kept: the bank's own are counted, the forms of one together. Where a word stands in
many options and nearly always, or hardly ever, in a right one, a reader who only looks for it does well.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import fmean

import pytest

from scripts.guide.question import MatchSigns, OneRight, Question, SeveralRight, TrueOrFalse
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = GUIDE.site.locales
BANK = [question for trick in GUIDE.tricks.values() for question in trick.quiz]
STEM = 5
"""The letters that the forms of a word have in common."""
OFTEN = 8
"""In how many answers a word stands before its share tells anything."""
FROM_CHANCE = {"begins": 2.0, "holds": 3.5, "claim": 2.5}
"""How many standard deviations from chance a word may be: of many words more stray by chance."""

NAMES = {slug: trick.name.root for slug, trick in GUIDE.tricks.items()}
_TELLING = re.compile(r"\w{4,}")
"""A word that is long enough to be seen twice."""

Answer = tuple[str, bool, str]
"""What is said, whether it is right, and the question that it belongs to."""


def _words(text: str) -> list[str]:
    return [word[:STEM].casefold() for word in re.findall(r"\w+", text)]


def _answers(bank: Sequence[Question], locale: str) -> Iterator[tuple[str, list[Answer]]]:
    for kind in (OneRight, SeveralRight):
        yield (
            kind.__name__,
            [
                (option.text.root[locale], option.correct, question.id)
                for question in bank
                if isinstance(question, kind)
                for option in question.options
                if option.text.has(locale)
            ],
        )
    claims = [
        question for question in bank if isinstance(question, TrueOrFalse) and question.claim.has(locale)
    ]
    yield "claim", [(claim.claim.root[locale], claim.correct, claim.id) for claim in claims]


def _told(bank: Sequence[Question], locale: str) -> list[str]:
    told: list[str] = []
    for kind, answers in _answers(bank, locale):
        for way in ("claim",) if kind == "claim" else ("begins", "holds"):
            told += _strays(kind, way, answers)
    return told


def _strays(kind: str, way: str, answers: Sequence[Answer]) -> Iterator[str]:
    holding: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        words = _words(answer[0])
        for word in set(words[:1] if way == "begins" else words):
            holding[word].append(answer)
    chance = fmean(right for _, right, _ in answers) if answers else 0
    for word, held in sorted(holding.items()):
        right = sum(correct for _, correct, _ in held)
        usual = sqrt(len(held) * chance * (1 - chance))
        if len(held) >= OFTEN and usual and abs(right - len(held) * chance) > FROM_CHANCE[way] * usual:
            where = ", ".join(f"{name}{'*' if correct else ''}" for _, correct, name in held)
            yield f"{kind}, {way}: {word}… is right in {right} of {len(held)}: {where}"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_is_nearly_always_or_hardly_ever_right(locale: str) -> None:
    assert "\n".join(_told(BANK, locale)) == ""


def _seen(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in _TELLING.findall(text)}


def _seen_twice(question: MatchSigns, locale: str) -> Iterator[str]:
    """Yield each sign with the words that lead to its trick's name, and to nothing else in the question."""
    signs = [_seen(pair.sign.root.get(locale, "")) for pair in question.pairs]
    names = [_seen(NAMES[pair.trick].get(locale, "")) for pair in question.pairs]
    for place, pair in enumerate(question.pairs):
        others = [*signs[:place], *signs[place + 1 :], *names[:place], *names[place + 1 :]]
        if told := (signs[place] & names[place]).difference(*others):
            yield f"{question.id}, {pair.trick}: {', '.join(sorted(told))}"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sign_is_matched_by_a_word_of_its_tricks_name(locale: str) -> None:
    matched = [question for question in BANK if isinstance(question, MatchSigns)]
    told = [line for question in matched for line in _seen_twice(question, locale)]
    assert "\n".join(told) == ""


def test_a_sign_that_says_its_tricks_name_is_named() -> None:
    signs = {
        "mandatory-support": "A support package that nobody ordered.",
        "novice-team": "A lad who had to check everything.",
        "oversized-edition": "The one plan is for five hundred.",
    }
    pairs = [{"sign": {"en": sign}, "trick": slug, "why": {"en": "So."}} for slug, sign in signs.items()]
    question = MatchSigns.model_validate(
        {"id": "four-notes", "kind": "match", "scene": {"en": "Whose?"}, "pairs": pairs}
    )
    assert [*_seen_twice(question, "en")] == ["four-notes, mandatory-support: suppo"]


def _bank(right: str, wrong: Sequence[str]) -> list[Question]:
    parts = [
        {"text": {"en": text}, "why": {"en": "So."}, "correct": text == right} for text in (right, *wrong)
    ]
    question = {"scene": {"en": "Which?"}, "options": parts}
    return [OneRight.model_validate({**question, "id": f"one-{number}"}) for number in range(20)]


def test_a_word_that_gives_an_answer_away_is_named() -> None:
    told = _told(_bank("Ask for the date", ["Sign the order", "Wait for them", "Leave it"]), "en")
    assert any(line.startswith("OneRight, begins: sign… is right in 0 of 20: one-0, one-1,") for line in told)
    assert any(
        line.startswith("OneRight, holds: date… is right in 20 of 20: one-0*, one-1*,") for line in told
    )


def test_a_claim_that_hedges_is_not_always_true() -> None:
    claims = [
        TrueOrFalse.model_validate(
            {
                "id": f"claim-{number}",
                "kind": "truth",
                "scene": {"en": "So."},
                "claim": {"en": "It may be so." if number % 2 else "It is so."},
                "correct": bool(number % 2),
                "why_true": {"en": "So."},
                "why_false": {"en": "So."},
            }
        )
        for number in range(24)
    ]
    told = _told(claims, "en")
    assert any(line.startswith("claim, claim: may… is right in 12 of 12: claim-1*,") for line in told), told
