"""No question gives its answer away: readers who do not read score no better than chance.

Each reader here knows one thing about an option (that it is the longest, that it stands second, that
it holds a word of a list) and nothing of what it says. Read as a script, the module prints what every
reader scores: `python -m tests.entries.test_quiz_tells`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean, median

import pytest
import yaml

from scripts.guide.question import OneRight, Option, SeveralRight, TrueOrFalse
from scripts.options import load_checked
from scripts.places import REPOSITORY
from tests import DATA

GUIDE = load_checked(REPOSITORY)
LOCALES = GUIDE.site.locales
BANK = [(trick.slug, question) for trick in GUIDE.tricks.values() for question in trick.quiz]
WORDS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (DATA / "quiz-tells.yml").read_text(encoding="utf-8")
)
MARGIN = 0.08
"""How far above chance a reader may get who does not read."""

Tell = Callable[[Sequence[str]], Sequence[float]]
"""From the texts of a question's options to how strongly each shows the tell."""


def _lengths(texts: Sequence[str]) -> Sequence[float]:
    return [len(text) for text in texts]


def _at_place(place: int) -> Tell:
    return lambda texts: [index == place for index in range(len(texts))]


def _holding(patterns: Sequence[str]) -> Tell:
    word = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
    return lambda texts: [bool(word.search(text)) for text in texts]


def _tells(locale: str) -> dict[str, Tell]:
    most = max(len(q.options) for _, q in BANK if isinstance(q, OneRight | SeveralRight))
    return {
        "length": _lengths,
        **{f"place {place + 1}": _at_place(place) for place in range(most)},
        **{name: _holding(patterns) for name, patterns in WORDS.get(locale, {}).items()},
    }


def _written(locale: str) -> list[tuple[str, OneRight | SeveralRight | TrueOrFalse]]:
    return [
        (slug, question)
        for slug, question in BANK
        if isinstance(question, OneRight | SeveralRight | TrueOrFalse)
        and all(text.has(locale) for _, text in question.texts())
    ]


def _options(question: OneRight | SeveralRight, locale: str) -> tuple[list[str], list[bool]]:
    options: list[Option] = question.options
    return [option.text.root[locale] for option in options], [option.correct for option in options]


def _within(keep: Callable[[float, float, float], bool]) -> Callable[[Sequence[float]], Sequence[bool]]:
    def choose(shown: Sequence[float]) -> Sequence[bool]:
        chosen = [keep(strength, min(shown), max(shown)) for strength in shown]
        return chosen if any(chosen) else [True] * len(shown)

    return choose


HABITS = {
    "the most": _within(lambda strength, least, most: strength == most),
    "not the most": _within(lambda strength, least, most: strength < most),
    "the least": _within(lambda strength, least, most: strength == least),
    "not the least": _within(lambda strength, least, most: strength > least),
    "in between": _within(lambda strength, least, most: least < strength < most),
}
"""Which options a reader chooses among, by how much of a tell they show."""


def _one_score(chosen: Sequence[bool], right: Sequence[bool]) -> float:
    """Return the chance to hit the right option when choosing among some."""
    return fmean(correct for taken, correct in zip(chosen, right, strict=True) if taken)


def _pair_score(shown: Sequence[float], right: Sequence[bool]) -> float:
    """Return how often, of a right and a wrong option, the right one shows more; a tie is half."""
    rights = [strength for strength, correct in zip(shown, right, strict=True) if correct]
    wrongs = [strength for strength, correct in zip(shown, right, strict=True) if not correct]
    return fmean((a > b) + (a == b) / 2 for a in rights for b in wrongs)


def _gains(locale: str) -> Iterator[tuple[str, str, float]]:
    """Yield, for each kind of question, what each reader gets above chance.

    A reader takes the option that shows the tell most, or least, or anything but it. With one right answer, chance
    is one in so many options. With several, a right and a wrong option are shown and chance is a half.
    A claim is called true, or false, where it shows the tell, and guessed elsewhere.
    """
    written = [question for _, question in _written(locale)]
    ones = [_options(question, locale) for question in written if isinstance(question, OneRight)]
    severals = [_options(question, locale) for question in written if isinstance(question, SeveralRight)]
    claims = [question for question in written if isinstance(question, TrueOrFalse)]
    chance = fmean(1 / len(texts) for texts, _ in ones)
    for name, tell in _tells(locale).items():
        for habit, choose in HABITS.items():
            taken = fmean(_one_score(choose(tell(texts)), right) for texts, right in ones)
            yield f"one: {habit} {name}", name, taken - chance
        ranked = fmean(_pair_score(tell(texts), right) for texts, right in severals)
        yield f"several: {name}", name, abs(ranked - 1 / 2)
        if not name.startswith("place"):
            yield f"truth: {name}", name, _claim_gain(tell, claims, locale)


def _claim_gain(tell: Tell, claims: Sequence[TrueOrFalse], locale: str) -> float:
    shown = [tell([claim.claim.root[locale]])[0] for claim in claims]
    usual = median(shown)
    called = [claim.correct for claim, strength in zip(claims, shown, strict=True) if strength > usual]
    return abs(sum(called) - len(called) / 2) / len(claims)


@pytest.mark.parametrize("locale", LOCALES)
def test_who_does_not_read_scores_as_chance_does(locale: str) -> None:
    if len(_written(locale)) < len(BANK) / 3:
        pytest.skip(f"too few questions are written in {locale!r} yet to tell a habit")
    assert [f"{reader} {gain:+.0%}" for reader, _, gain in _gains(locale) if gain > MARGIN] == []


def test_true_is_said_as_often_as_false() -> None:
    claims = [question.correct for _, question in BANK if isinstance(question, TrueOrFalse)]
    assert abs(fmean(claims) - 1 / 2) <= MARGIN


if __name__ == "__main__":
    for each in LOCALES:
        for reader, _, gain in _gains(each):
            print(f"{each} {reader:28} {100 * gain:+5.1f}{' !' if gain > MARGIN else ''}")
