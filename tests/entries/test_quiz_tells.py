"""No question gives its answer away: readers who do not read score no better than chance.

Each reader here knows one thing about an option (that it is the longest, that it stands second, that
it holds a word of a list) and nothing of what it says. Run as a script, the module prints how far above
chance every reader gets: `python -m tests.entries.test_quiz_tells`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import sqrt
from statistics import fmean, median

import pytest
import yaml

from scripts.derived.quiz import all_asked
from scripts.guide.question import OneRight, Option, Question, SeveralRight, TrueOrFalse
from tests import DATA
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = GUIDE.site.locales
BANK = [question for trick in GUIDE.tricks.values() for question in trick.quiz]
WORDS: dict[str, dict[str, list[str]]] = yaml.safe_load((DATA / "quiz-tells.yml").read_text(encoding="utf-8"))
MARGIN = 0.08
"""How far above chance a reader may get who does not read."""
FROM_CHANCE = 1.25
"""How many standard deviations from chance the right options of one quiz may be the longest, or shortest."""
PLACES = 6
"""The most options a question has."""

Tell = Callable[[Sequence[str]], Sequence[float]]
"""From the texts of a question's options to how much of the tell each shows."""
Choice = Callable[[Sequence[float]], Sequence[bool]]
"""From how much of a tell each option shows to the options that a reader chooses among."""


def _lengths(texts: Sequence[str]) -> Sequence[float]:
    return [len(text) for text in texts]


def _at_place(place: int) -> Tell:
    return lambda texts: [number == place for number, _ in enumerate(texts, 1)]


def _holding(patterns: Sequence[str]) -> Tell:
    word = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
    return lambda texts: [bool(word.search(text)) for text in texts]


def _tells(locale: str) -> dict[str, Tell]:
    return {
        "length": _lengths,
        **{f"place {place}": _at_place(place) for place in range(1, PLACES + 1)},
        **{name: _holding(patterns) for name, patterns in WORDS.get(locale, {}).items()},
    }


def _among(keep: Callable[[float, float, float], bool]) -> Choice:
    def choose(shown: Sequence[float]) -> Sequence[bool]:
        chosen = [keep(strength, min(shown), max(shown)) for strength in shown]
        return chosen if any(chosen) else [True] * len(shown)

    return choose


HABITS: dict[str, Choice] = {
    "most": _among(lambda strength, least, most: strength == most),
    "not the most": _among(lambda strength, least, most: strength < most),
    "least": _among(lambda strength, least, most: strength == least),
    "not the least": _among(lambda strength, least, most: strength > least),
    "in between": _among(lambda strength, least, most: least < strength < most),
}


def _answered(options: Sequence[Option], locale: str) -> tuple[list[str], list[bool]]:
    return [option.text.root[locale] for option in options], [option.correct for option in options]


def _hits(chosen: Sequence[bool], right: Sequence[bool]) -> float:
    """Return the chance to take the right option when choosing at random among some."""
    return fmean(correct for taken, correct in zip(chosen, right, strict=True) if taken)


def _ranks(shown: Sequence[float], right: Sequence[bool]) -> float:
    """Return how often, of a right and a wrong option, the right one shows more; a tie is a half."""
    rights = [strength for strength, correct in zip(shown, right, strict=True) if correct]
    wrongs = [strength for strength, correct in zip(shown, right, strict=True) if not correct]
    return fmean((a > b) + (a == b) / 2 for a in rights for b in wrongs)


def _gains(bank: Sequence[Question], locale: str) -> Iterator[tuple[str, float]]:
    """Yield, for each kind of question, what each reader gets above chance.

    With one right answer the reader takes an option that shows the tell most, least, or otherwise, and
    chance is one in so many options. With several, a right and a wrong option are held side by side and
    chance is a half. A claim is called true, or false, where it shows the tell, and guessed elsewhere.
    """
    ones = [_answered(question.options, locale) for question in bank if isinstance(question, OneRight)]
    chance = fmean(1 / len(texts) for texts, _ in ones)
    severals = [
        _answered(question.options, locale) for question in bank if isinstance(question, SeveralRight)
    ]
    claims = [question for question in bank if isinstance(question, TrueOrFalse)]
    for name, tell in _tells(locale).items():
        for habit, choose in HABITS.items():
            taken = fmean(_hits(choose(tell(texts)), right) for texts, right in ones)
            yield f"one right, {name}, {habit}", taken - chance
        if severals:
            ranked = fmean(_ranks(tell(texts), right) for texts, right in severals)
            yield f"several right, {name}", abs(ranked - 1 / 2)
        if claims and not name.startswith("place"):
            yield f"true or false, {name}", _called(claims, tell, locale)


def _called(claims: Sequence[TrueOrFalse], tell: Tell, locale: str) -> float:
    shown = tell([claim.claim.root[locale] for claim in claims])
    usual = median(shown)
    called = [claim.correct for claim, strength in zip(claims, shown, strict=True) if strength > usual]
    return abs(sum(called) - len(called) / 2) / len(claims)


def _told(bank: Sequence[Question], locale: str) -> list[str]:
    return [f"{reader}: {gain:+.0%}" for reader, gain in _gains(bank, locale) if gain > MARGIN]


def _written(locale: str) -> list[Question]:
    return [question for question in BANK if all(text.has(locale) for _, text in question.texts())]


def _told_by_length(quizzes: Mapping[str, Sequence[OneRight]], locale: str) -> Iterator[str]:
    """Yield each quiz whose right options are the longest, or the shortest, more or less often than chance.

    Where several options share the length, any may be taken: chance grows with them.
    """
    for name, ones in quizzes.items():
        answered = [(question.id, *_answered(question.options, locale)) for question in ones]
        for tell, pick in (("longest", max), ("shortest", min)):
            chances, held = [], []
            for question, said, right in answered:
                lengths = _lengths(said)
                telling = [length == pick(lengths) for length in lengths]
                chances.append(fmean(telling))
                if any(correct and tells for correct, tells in zip(right, telling, strict=True)):
                    held.append(question)
            usual = sqrt(sum(chance * (1 - chance) for chance in chances))
            if abs(len(held) - sum(chances)) > FROM_CHANCE * usual:
                share = f"{len(held)} of {len(ones)}, by chance {sum(chances):.0f}"
                yield f"{name}: the right option is the {tell} in {share}: {', '.join(held)}"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_quiz_tells_its_right_options_by_their_length(locale: str) -> None:
    quizzes: dict[str, list[OneRight]] = {}
    for quiz in GUIDE.quizzes.values():
        if quiz.select.ask != "questions" or quiz.select.random:
            continue  # names have the length that they have; what is drawn is drawn from the whole bank
        asked = [one.question for one in all_asked(GUIDE, quiz)]
        quizzes[quiz.slug] = [
            question
            for question in asked
            if isinstance(question, OneRight) and all(text.has(locale) for _, text in question.texts())
        ]
    assert "\n".join(_told_by_length(quizzes, locale)) == ""


@pytest.mark.parametrize(
    ("options", "tell"),
    [
        (["Ask for it in writing today", "Go home", "Stay here"], "longest"),
        (["Ask", "Go home now", "Stay in here"], "shortest"),
    ],
)
def test_a_quiz_that_tells_by_length_is_named_with_its_questions(options: Sequence[str], tell: str) -> None:
    several = [
        question.model_copy(update={"id": f"one-{number}"})
        for number in range(9)
        for question in _bank(options, 0)
        if isinstance(question, OneRight)
    ]
    told = list(_told_by_length({"buying": several}, "en"))
    where = f"buying: the right option is the {tell} in 9 of 9, by chance 3: one-0, one-1,"
    assert any(line.startswith(where) for line in told), told


@pytest.mark.parametrize("locale", LOCALES)
def test_who_does_not_read_scores_as_chance_does(locale: str) -> None:
    bank = _written(locale)
    if len(bank) < len(BANK) / 2:
        pytest.skip(f"too few questions are written in {locale!r} yet to tell a habit")
    assert _told(bank, locale) == []


def test_true_is_said_as_often_as_false() -> None:
    claims = [question.correct for question in BANK if isinstance(question, TrueOrFalse)]
    assert abs(fmean(claims) - 1 / 2) <= MARGIN


def _bank(options: Sequence[str], right: int) -> list[Question]:
    parts = [
        {"text": {"en": text}, "why": {"en": "So."}, "correct": place == right}
        for place, text in enumerate(options)
    ]
    return [OneRight.model_validate({"id": "one", "scene": {"en": "Which?"}, "options": parts})]


@pytest.mark.parametrize(
    ("options", "reader"),
    [
        (["Leave it there", "Go, since we can", "Stay, as we must"], "justifying, least"),
        (["Ask for the price", "Leave for home now", "Stay where we are"], "asking, most"),
        (["Leave it there", "Take all of it", "Never go there"], "absolute, not the most"),
        (["Leave it where it stands", "Go home", "Stay"], "length, most"),
        (["Leave it", "Go home now, and stay there", "Stay"], "length, in between"),
        (["Leave it", "Leave us", "Leave me"], "place 1, most"),
    ],
)
def test_an_answer_that_gives_itself_away_is_found(options: Sequence[str], reader: str) -> None:
    told = _told(_bank(options, 0), "en")
    assert any(line.startswith(f"one right, {reader}:") for line in told), told


if __name__ == "__main__":
    for each in LOCALES:
        for reader, gain in _gains(_written(each), each):
            print(f"{each}  {reader:45} {100 * gain:+5.1f}{' !' if gain > MARGIN else ''}")
