"""GIFT read back by gift-pegjs, a parser that is not ours, in Chromium (tests/data/gift-pegjs)."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser

from scripts.courses.gift import gift
from scripts.courses.moodle_xml import percent
from scripts.courses.pieces import explanation, prompt
from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Steps
from scripts.places import REPOSITORY
from tests.exported import all_quizzes, quizzes

PARSER = REPOSITORY / "tests" / "data" / "gift-pegjs" / "gift-parser-globals.js"
Parse = Callable[[str], list[dict[str, Any]]]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("gift")]


@pytest.fixture(scope="module")
def parse(browser: Browser) -> Iterator[Parse]:
    """The parser's own function."""
    page = browser.new_page()
    page.add_script_tag(path=PARSER)
    yield lambda text: page.evaluate("text => giftParser.parse(text)", text)
    page.close()


def _holds(quiz: PortableQuiz, parse: Parse) -> None:
    category, *questions = parse(gift(quiz))
    assert category["type"] == "Category"
    for question, found in zip(quiz.questions, questions, strict=True):
        assert found["id"] == question.name
        assert found["title"] == question.title
        assert found["stem"] == _html(prompt(question))
        assert found["globalFeedback"] == _html(explanation(question))
        _answers_hold(question, found)


def _answers_hold(question: PortableQuestion, found: dict[str, Any]) -> None:
    task = question.task
    match task:
        case Choices():
            assert found["type"] == "MC"
            for option, choice in zip(task.options, found["choices"], strict=True):
                assert choice["text"] == _html(option.text.html)
                assert choice["feedback"] == _html(option.why.html)
                share = float(percent(float(task.share(option))))
                assert choice["weight"] == (share if task.several else None)
                assert choice["isCorrect"] == (option.right and not task.several)
        case Judgement():
            assert found["type"] == "TF"
            assert found["isTrue"] is task.true.right
            # GIFT tells who erred first, then who was right; the parser names these two otherwise.
            wrong, right = sorted(task.options, key=lambda option: option.right)
            assert found["trueFeedback"] == _html(wrong.why.html)
            assert found["falseFeedback"] == _html(right.why.html)
        case Matches():
            pairs = [(pair.sign.html, pair.trick.plain) for pair in task.pairs]
            assert found["type"] == "Matching"
            _pairs_hold(pairs, found["matchPairs"])
        case Steps():
            pairs = [(step.text.html, str(task.steps.index(step) + 1)) for step in task.mixed]
            assert found["type"] == "Matching"
            _pairs_hold(pairs, found["matchPairs"])


def _pairs_hold(pairs: list[tuple[str, str]], found: list[dict[str, Any]]) -> None:
    for (left, right), pair in zip(pairs, found, strict=True):
        assert pair["subquestion"] == _html(left)
        assert _decoded(pair["subanswer"]) == right.replace("->", "→")


def _decoded(answer: str) -> str:
    """Undo what the parser puts for escaped characters and leaves there in answers of pairs."""
    return re.sub(r"&&(\d{3});", lambda code: chr(int(code[1])), answer)


def _html(text: str) -> dict[str, str]:
    return {"format": "html", "text": text}


def test_every_quiz_survives(parse: Parse, subtests: pytest.Subtests) -> None:
    for quiz in all_quizzes():
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _holds(quiz, parse)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quiz=quizzes)
def test_any_words_survive(quiz: PortableQuiz, parse: Parse) -> None:
    _holds(quiz, parse)
