"""Quizzes derived from tricks, and the whole bank of questions: fair in kind, length and place."""

from collections import Counter
from collections.abc import Sequence
from itertools import product
from math import sqrt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from scripts.checks.guide_checks import check
from scripts.derived.quiz import (
    all_asked,
    asked_on_paper,
    carried,
    place_shown,
    presented,
    questions_of,
)
from scripts.entries.loading import load
from scripts.guide.model import Quiz
from scripts.guide.question import MatchSigns, OneRight, PutInOrder, Question, SeveralRight, TrueOrFalse
from scripts.guide.voice import Voice
from tests.built_site import page_at
from tests.real_guide import real_guide

GUIDE = real_guide()
BANK = [question for trick in GUIDE.tricks.values() for question in trick.quiz]
LOCALES = GUIDE.site.locales
VOICE = Voice(GUIDE, GUIDE.site.default_locale)
FROM_CHANCE = 1.5
"""How many standard deviations from chance a quiz's right options may gather at a place."""


def _quiz(**select: object) -> Quiz:
    some = next(iter(GUIDE.quizzes.values()))
    return some.model_copy(update={"select": type(some.select).model_validate(select)})


def test_there_is_a_quiz_for_each_phase_and_of_each_sort() -> None:
    selections = [quiz.select for quiz in GUIDE.quizzes.values()]
    for phase in GUIDE.phases:
        assert any(select.is_about(phase) for select in selections)
    whole = [select for select in selections if select.all]
    assert any(select.ask == "questions" and select.random is None for select in whole)
    assert any(select.random == 10 for select in whole)
    assert any(select.ask == "which-trick" for select in whole)


def test_a_quiz_of_phases_asks_every_question_of_their_tricks() -> None:
    asked = all_asked(GUIDE, _quiz(phases=["using"]))
    wanted = [(trick.slug, q.id) for trick in GUIDE.tricks_of_phase("using") for q in trick.quiz]
    assert [(one.trick.slug, one.question.id) for one in asked] == wanted


def test_names_of_questions_are_unique() -> None:
    for quiz in GUIDE.quizzes.values():
        names = [one.name for one in all_asked(GUIDE, quiz)]
        assert len(set(names)) == len(names)


def test_a_random_quiz_shows_its_number_on_paper_and_the_same_each_time() -> None:
    quiz = _quiz(all=True, random=10)
    names = [one.name for one in asked_on_paper(GUIDE, quiz)]
    assert len(names) == 10
    assert names == [one.name for one in asked_on_paper(GUIDE, quiz)]
    assert set(names) < {one.name for one in all_asked(GUIDE, quiz)}


def test_parts_are_never_shown_as_they_are_written(subtests: pytest.Subtests) -> None:
    for question in BANK:
        if isinstance(question, PutInOrder | MatchSigns):
            parts = question.steps if isinstance(question, PutInOrder) else question.pairs
            shown = [number for number, _ in presented(parts)]
            with subtests.test(question.id):
                assert sorted(shown) == list(range(1, len(parts) + 1))
                assert shown != sorted(shown)
                assert [shown[place_shown(parts, number)] for number in sorted(shown)] == sorted(shown)


@pytest.mark.parametrize(
    ("select", "message"),
    [
        ("{}", "needs either 'phases: […]' or 'all: true'"),
        ("{all: true, phases: [buying]}", "needs either"),
        ("{all: false}", "is not one of"),
        ("{all: true, random: 2}", "is too small: at least 3"),
        ("{all: true, random: 99}", "is too large: at most 50"),
        ("{all: true, ask: whichtrick}", "did you mean 'which-trick'?"),
        ("{phases: [buyin]}", "did you mean 'buying'?"),
        ("{al: true}", "did you mean 'all'?"),
    ],
)
def test_a_bad_selection_is_said_at_its_place(guide_folder: Path, select: str, message: str) -> None:
    file = guide_folder / "content/quizzes/buying.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("select: {phases: [buying]}", f"select: {select}"), encoding="utf-8")
    problems = check(load(guide_folder))
    line = 1 + text[: text.index("select:")].count("\n")
    assert {(p.file, p.line) for p in problems} == {("content/quizzes/buying.yml", line)}
    assert message in "\n".join(map(str, problems))


def test_the_key_on_paper_names_what_is_right(site: Path, subtests: pytest.Subtests) -> None:
    asked_at = [(f"quizzes/{quiz.slug}", carried(GUIDE, quiz)) for quiz in GUIDE.quizzes.values()]
    asked_at += [(f"questions/{trick.slug}", questions_of(GUIDE, trick)) for trick in GUIDE.tricks.values()]
    for locale, (path, asked) in product(LOCALES, asked_at):
        html = page_at(site, locale, path)
        key = {str(item.attributes["data-solves"]): item for item in html.css("[data-solves]")}
        forms = {str(form.attributes["id"]): form for form in html.css("form[id]")}
        for one in asked:
            answers = [strong.text() for strong in key[one.name].css("strong")]
            with subtests.test(f"{locale}: {path}: {one.name}"):
                _says_what_is_right(answers, forms[one.name], one.question, Voice(GUIDE, locale))


def _says_what_is_right(answers: Sequence[str], form: LexborNode, question: Question, voice: Voice) -> None:
    if isinstance(question, OneRight | SeveralRight):
        assert answers == [option.css("label span")[0].text() for option in form.css("[data-correct]")]
    elif isinstance(question, PutInOrder):
        steps = form.css(".step")
        by_letter = {step.css(".step-letter")[0].text(): step for step in steps}
        order = [by_letter[letter].attributes["data-part"] for letter in answers[0].split(", ")]
        assert order == [str(number) for number in range(1, len(steps) + 1)]
    elif isinstance(question, MatchSigns):
        choices = [item.text() for item in form.css(".trick-choices li")]
        for pair, answer in zip(question.pairs, answers, strict=True):
            chosen = choices["ABCDE".index(answer.split()[1])]
            assert chosen == voice.words(GUIDE.tricks[pair.trick].name)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_right_option_is_not_given_away_by_its_length(locale: str) -> None:
    written = [question for question in BANK if all(text.has(locale) for _, text in question.texts())]
    if len(written) < len(BANK) / 2:
        pytest.skip(f"too few questions are written in {locale!r} yet to tell a habit")
    ones = [question for question in written if isinstance(question, OneRight)]
    longest = shortest = 0
    for question in ones:
        (answer,) = (len(o.text.root[locale]) for o in question.options if o.correct)
        others = [len(o.text.root[locale]) for o in question.options if not o.correct]
        longest += answer > max(others)
        shortest += answer <= min(others)
    # Both ways: an answer that is hardly ever the longest lets a guesser strike that one out.
    assert 0.18 <= longest / len(ones) < 0.45
    assert shortest / len(ones) <= 0.45
    several = [question for question in written if isinstance(question, SeveralRight)]
    right = [len(o.text.root[locale]) for q in several for o in q.options if o.correct]
    wrong = [len(o.text.root[locale]) for q in several for o in q.options if not o.correct]
    assert 0.75 < (sum(right) / len(right)) / (sum(wrong) / len(wrong)) < 1.33


def test_the_right_option_is_not_given_away_by_its_place() -> None:
    """As data write them, for a reader without the script; with it they are shuffled anyway."""
    places: Counter[int] = Counter()
    fair: Counter[int] = Counter()
    for question in BANK:
        if isinstance(question, OneRight):
            places.update(i for i, option in enumerate(question.options) if option.correct)
            for index in range(len(question.options)):
                fair[index] += 1 / len(question.options)  # type: ignore[assignment]
    for place, expected in fair.items():
        assert 0.6 < places[place] / expected < 1.4, (places, fair)


def test_no_quiz_has_its_right_options_at_one_place() -> None:
    """As its page without the script, its paper and its files show them."""
    strays: list[str] = []
    for quiz in GUIDE.quizzes.values():
        asked = [one.question for one in all_asked(GUIDE, quiz)]
        ones = [question for question in asked if isinstance(question, OneRight)]
        for place, letter in enumerate("ABCDEF"):
            offered = [question.options for question in ones if place < len(question.options)]
            held = sum(options[place].correct for options in offered)
            chances = [1 / len(options) for options in offered]
            usual = sqrt(sum(chance * (1 - chance) for chance in chances))
            if abs(held - sum(chances)) > FROM_CHANCE * usual:
                strays.append(f"{quiz.slug}: {letter} is right in {held} of {len(ones)}: move some")
    assert strays == []


def test_claims_are_as_often_true_as_false() -> None:
    claims = [question.correct for question in BANK if isinstance(question, TrueOrFalse)]
    assert 2 / 5 <= sum(claims) / len(claims) <= 3 / 5


def test_a_trick_has_four_questions_of_mixed_kinds() -> None:
    kinds = {trick.file: [question.kind for question in trick.quiz] for trick in GUIDE.tricks.values()}
    poor = {file: of for file, of in kinds.items() if len(of) < 4 or len(set(of)) < 3 or "one" not in of}
    assert poor == {}


def test_the_bank_has_every_kind() -> None:
    assert {question.kind for question in BANK} == {"one", "several", "truth", "match", "order"}
