"""The deck as Anki's own importer takes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from scripts.courses.anki_deck import anki_deck
from scripts.courses.pieces import card_key, card_task, prompt
from scripts.courses.portable import PortableQuiz
from scripts.guide.voice import Voice
from tests.built_site import sample_guide
from tests.exported import all_quizzes

pytestmark = pytest.mark.thorough

GUIDE = sample_guide()

anki_collection = pytest.importorskip("anki.collection", reason="Anki's wheel does not fit this machine")


@contextmanager
def _imported(folder: Path, *quizzes: PortableQuiz) -> Iterator[Any]:
    collection = anki_collection.Collection(str(folder / "collection.anki2"))
    try:
        for number, quiz in enumerate(quizzes):
            package = folder / f"{number}.apkg"
            package.write_bytes(anki_deck(quiz, Voice(GUIDE, quiz.locale)))
            collection.import_anki_package(
                anki_collection.ImportAnkiPackageRequest(package_path=str(package))
            )
        yield collection
    finally:
        collection.close()


def _names(quiz: PortableQuiz) -> set[str]:
    return {question.name for question in quiz.questions}


def test_anki_imports_every_question_whole(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for number, quiz in enumerate(all_quizzes()):
        folder = tmp_path / str(number)
        folder.mkdir()
        with subtests.test(f"{quiz.locale}: {quiz.key}"):
            _is_imported_whole(quiz, folder)


def _is_imported_whole(quiz: PortableQuiz, folder: Path) -> None:
    voice = Voice(GUIDE, quiz.locale)
    with _imported(folder, quiz) as collection:
        notes = [collection.get_note(found) for found in collection.find_notes("")]
        assert {note["Name"]: note.fields[1:] for note in notes} == {
            question.name: [prompt(question), card_task(question), card_key(question, voice)]
            for question in quiz.questions
        }
        names = {deck.name for deck in collection.decks.all_names_and_ids()}
        assert {f"{quiz.guide}::{question.phase}" for question in quiz.questions} <= names


def test_a_card_asks_in_front_and_explains_behind(tmp_path: Path) -> None:
    quiz = all_quizzes()[0]
    with _imported(tmp_path, quiz) as collection:
        for found in collection.find_notes(""):
            note = collection.get_note(found)
            (card,) = note.cards()
            assert note["Prompt"] in card.question()
            assert note["Key"] not in card.question()
            assert note["Key"] in card.answer()


def test_a_question_of_two_quizzes_is_learnt_once(tmp_path: Path) -> None:
    one, other = next(
        (one, other)
        for one, other in combinations(all_quizzes(), 2)
        if one.locale == other.locale and _names(one) & _names(other)
    )
    with _imported(tmp_path, one, other) as collection:
        assert collection.note_count() == len(_names(one) | _names(other))


def test_steps_and_tricks_are_not_shown_in_their_right_order() -> None:
    for quiz in all_quizzes():
        for question in quiz.questions:
            if question.kind == "order":
                assert question.task.mixed != question.task.steps  # type: ignore[union-attr]
