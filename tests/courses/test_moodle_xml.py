"""Moodle XML read back: by an independent parser where one exists, else by Moodle's documentation.

No schema of Moodle XML is published. The package moodle-xml-parser reads multiple choice; the other
kinds are checked element by element against https://docs.moodle.org/en/Moodle_XML_format.
"""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from moodle_xml_parser.parser import parse_string

from scripts.courses.moodle_xml import moodle_xml
from scripts.courses.pieces import explanation, prompt
from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Steps
from tests.exported import all_quizzes, quizzes

pytestmark = pytest.mark.thorough

GRADES = {  # Moodle refuses other shares: question/engine/bank.php, fractions that a grade may be
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25"),
    *("20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
}


def _text(element: ElementTree.Element, path: str) -> str:
    found = element.find(f"{path}/text" if path else "text")
    assert found is not None, path
    return found.text or ""


def _holds(quiz: PortableQuiz) -> None:
    root = ElementTree.fromstring(moodle_xml(quiz))  # noqa: S314 (our own bytes)
    category, *questions = root.findall("question")
    assert category.get("type") == "category"
    name = _text(category, "category").removeprefix("$course$/top/")
    assert name.replace("//", "/") == quiz.title
    for question, element in zip(quiz.questions, questions, strict=True):
        assert _text(element, "name") == question.title
        assert _text(element, "questiontext") == prompt(question)
        assert _text(element, "generalfeedback") == explanation(question)
        assert element.findtext("idnumber") == question.name
        assert element.findtext("defaultgrade") == "1"
        _answers_hold(question, element)


def _answers_hold(question: PortableQuestion, element: ElementTree.Element) -> None:
    task, answers = question.task, element.findall("answer")
    match task:
        case Choices():
            assert element.get("type") == "multichoice"
            assert element.findtext("single") == ("false" if task.several else "true")
            assert [(_text(each, ""), _text(each, "feedback")) for each in answers] == [
                (option.text.html, option.why.html) for option in task.options
            ]
            assert {str(each.get("fraction")).removeprefix("-") for each in answers} <= GRADES
            shares = [float(str(each.get("fraction"))) for each in answers]
            assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.0001)
            assert [share > 0 for share in shares] == [option.right for option in task.options]
        case Judgement():
            assert element.get("type") == "truefalse"
            assert [_text(each, "") for each in answers] == ["true", "false"]
            assert [_text(each, "feedback") for each in answers] == [each.why.html for each in task.options]
            assert [each.get("fraction") == "100" for each in answers] == [e.right for e in task.options]
        case Matches():
            assert element.get("type") == "matching"
            pairs = [(_text(each, ""), _text(each, "answer")) for each in element.findall("subquestion")]
            assert pairs == [(pair.sign.html, pair.trick.plain) for pair in task.pairs]
        case Steps():
            assert element.get("type") == "ordering"
            assert [_text(each, "") for each in answers] == [step.text.html for step in task.steps]
            assert [each.get("fraction") for each in answers] == [
                str(place) for place, _ in enumerate(task.steps, start=1)
            ]


def test_every_quiz_survives(subtests: pytest.Subtests) -> None:
    for quiz in all_quizzes():
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _holds(quiz)


@given(quizzes)
def test_any_words_survive(quiz: PortableQuiz) -> None:
    _holds(quiz)


def test_an_independent_parser_reads_every_choice(subtests: pytest.Subtests) -> None:
    for quiz in all_quizzes():
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _is_read(quiz)


def _is_read(quiz: PortableQuiz) -> None:
    read = parse_string(moodle_xml(quiz).decode("utf-8"))["multichoice"]
    choices = [question for question in quiz.questions if isinstance(question.task, Choices)]
    for question, found in zip(choices, read, strict=True):
        task = question.task
        assert isinstance(task, Choices)
        assert found.single is not task.several
        assert len(found.options) == len(task.options)
        for option, answer in zip(task.options, found.options, strict=True):
            assert (answer.score_fraction > 0) is option.right
            assert answer.answer
            assert answer.feedback
