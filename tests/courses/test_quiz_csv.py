"""The CSV as spreadsheets read it."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Steps
from scripts.courses.quiz_csv import COLUMNS, quiz_csv, separator
from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.exported import all_quizzes, quizzes

pytestmark = pytest.mark.thorough

GUIDE = sample_guide()


def _rows(quiz: PortableQuiz) -> list[dict[str, str]]:
    voice = Voice(GUIDE, quiz.locale)
    text = io.StringIO(quiz_csv(quiz, voice).decode("utf-8-sig"), newline="")
    read = csv.reader(text, strict=True, delimiter=separator(voice.wording.tag))
    head, *rows = list(read)
    assert head == [voice.say(column) for column in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _expected(question: PortableQuestion, voice: Voice) -> list[tuple[str, str, str]]:
    task = question.task
    match task:
        case Choices() | Judgement():
            yes, no = voice.say("csv_yes"), voice.say("csv_no")
            return [(each.text.plain, yes if each.right else no, each.why.plain) for each in task.options]
        case Matches():
            return [(pair.sign.plain, pair.trick.plain, pair.why.plain) for pair in task.pairs]
        case Steps():
            return [(step.text.plain, str(task.steps.index(step) + 1), step.why.plain) for step in task.mixed]


def _holds(quiz: PortableQuiz) -> None:
    voice = Voice(GUIDE, quiz.locale)
    rows = _rows(quiz)
    expected = [
        (question.name, question.scene.plain, *answer)
        for question in quiz.questions
        for answer in _expected(question, voice)
    ]
    keys = ("csv_name", "csv_scene", "csv_answer", "csv_right", "csv_why")
    found = [tuple(row[key] for key in keys) for row in rows]
    assert [tuple(_unguarded(cell) for cell in row) for row in found] == expected
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def _unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and cell.lstrip("'").startswith(("=", "+", "-", "@"))
    return cell[1:] if guarded else cell


def test_every_quiz_survives(subtests: pytest.Subtests) -> None:
    for quiz in all_quizzes():
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _holds(quiz)


@given(quizzes)
def test_any_words_survive_and_none_is_a_formula(quiz: PortableQuiz) -> None:
    _holds(quiz)


def test_spreadsheets_see_that_it_is_utf8() -> None:
    quiz = all_quizzes()[0]
    assert quiz_csv(quiz, Voice(GUIDE, quiz.locale)).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("tag", "parted_by"),
    [
        *(("es", ";"), ("es-ES", ";"), ("es-MX", ","), ("de", ";"), ("pt-BR", ";"), ("en", ",")),
        *(("en-GB", ","), ("ug", ","), ("xx", ","), ("xx-YY", ",")),
    ],
)
def test_cells_are_parted_as_spreadsheets_of_the_language_do(tag: str, parted_by: str) -> None:
    assert separator(tag) == parted_by


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@a", "\N{FULLWIDTH EQUALS SIGN}1"])
def test_a_header_is_no_formula(start: str) -> None:
    quiz = all_quizzes()[0]
    wording = GUIDE.wordings[quiz.locale]
    spoilt = wording.model_copy(update={"words": {**wording.words, "csv_number": start}})
    guide = replace(GUIDE, wordings={**GUIDE.wordings, quiz.locale: spoilt})
    text = quiz_csv(quiz, Voice(guide, quiz.locale)).decode("utf-8-sig")
    assert text.startswith(f"'{start}")
