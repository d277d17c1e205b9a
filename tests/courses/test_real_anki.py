"""Decks in Anki itself: taken again, corrected, two in either order. Nothing learnt may be lost."""

import functools
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from scripts.courses.anki_deck import anki_deck
from scripts.courses.pieces import prompt
from scripts.courses.portable import PortableQuiz, Rich
from scripts.courses.quiz_files import Wanted, write_quizzes
from scripts.guide.voice import Voice
from scripts.options import load_checked
from tests.built_site import sample_guide
from tests.exported import ADDRESS, all_quizzes

pytestmark = pytest.mark.thorough

GUIDE = sample_guide()
NEWER = 1_900_000_000

anki_collection = pytest.importorskip("anki.collection", reason="Anki's wheel does not fit this machine")


@functools.cache
def _whole_quizzes() -> dict[str, PortableQuiz]:
    return {quiz.key: quiz for quiz in all_quizzes() if quiz.drawn is None}


class Learner:
    """Somebody's Anki."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection: Any = anki_collection.Collection(str(folder / "collection.anki2"))

    def take(self, package: bytes) -> None:
        """Import a package as the program does when a file is opened."""
        file = self.folder / "taken.apkg"
        file.write_bytes(package)
        request = anki_collection.ImportAnkiPackageRequest(package_path=str(file))
        self.log = self.collection.import_anki_package(request).log

    def note(self, name: str) -> Any:
        """Return the note of a question."""
        (found,) = self.collection.find_notes(f'"Name:{name}"')
        return self.collection.get_note(found)

    def names_in(self, deck: str) -> set[str]:
        """Return the questions of a deck and those below it."""
        found = self.collection.find_notes(f'"deck:{deck}"')
        return {self.collection.get_note(note)["Name"] for note in found}


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    made = Learner(tmp_path)
    yield made
    made.collection.close()


def _package(quiz: PortableQuiz) -> bytes:
    return anki_deck(quiz, Voice(GUIDE, quiz.locale))


def _names(*quizzes: PortableQuiz) -> set[str]:
    return {question.name for quiz in quizzes for question in quiz.questions}


def _corrected(quiz: PortableQuiz, name: str, words: str, changed: int = NEWER) -> PortableQuiz:
    scene = Rich(words, words)
    questions = tuple(
        replace(each, scene=scene, changed=changed) if each.name == name else each for each in quiz.questions
    )
    return replace(quiz, questions=questions)


def test_a_correction_arrives_and_what_was_learnt_stays(learner: Learner) -> None:
    quiz = _whole_quizzes()["es/buying"]
    name, other = quiz.questions[0].name, quiz.questions[1].name
    learner.take(_package(quiz))
    card = learner.note(name).cards()[0]
    card.ivl, card.reps, card.type, card.queue, card.due = 30, 4, 2, 2, 100
    learner.collection.update_card(card)
    kept = learner.note(other)
    kept["Key"] = "my own words"
    learner.collection.update_note(kept)

    learner.take(_package(_corrected(quiz, name, "corrected")))

    note = learner.note(name)
    assert note["Prompt"] == "<p>corrected</p>"
    assert (note.cards()[0].ivl, note.cards()[0].reps) == (30, 4)
    assert learner.note(other)["Key"] == "my own words", "a note whose text did not change is left alone"
    assert len(learner.log.updated) == 1
    assert learner.collection.note_count() == len(quiz.questions)


def test_the_same_deck_again_changes_nothing(learner: Learner) -> None:
    quiz = _whole_quizzes()["en/people"]
    learner.take(_package(quiz))
    learner.take(_package(quiz))
    assert not learner.log.new
    assert not learner.log.updated
    assert learner.collection.note_count() == learner.collection.card_count() == len(quiz.questions)


@pytest.mark.parametrize("order", list(permutations(["es/buying", "es/whole-guide"])), ids=" ".join)
def test_two_quizzes_in_either_order_bring_every_question_under_one_deck(
    learner: Learner, order: tuple[str, ...]
) -> None:
    quizzes = [_whole_quizzes()[key] for key in order]
    for quiz in quizzes:
        learner.take(_package(quiz))
        assert _names(quiz) <= learner.names_in(quiz.guide)
    assert learner.names_in(quizzes[0].guide) == _names(*quizzes)
    decks = {deck.name: deck.id for deck in learner.collection.decks.all_names_and_ids()}
    assert set(decks) - {"Default"} == {
        quizzes[0].guide,
        *(f"{quiz.guide}::{question.phase}" for quiz in quizzes for question in quiz.questions),
    }
    for question in _whole_quizzes()["es/whole-guide"].questions:
        (card,) = learner.note(question.name).cards()
        assert card.did == decks[f"{quizzes[0].guide}::{question.phase}"]


def test_all_quizzes_of_two_languages_keep_apart(learner: Learner) -> None:
    for quiz in _whole_quizzes().values():
        learner.take(_package(quiz))
    for locale in GUIDE.site.locales:
        mine = [quiz for quiz in _whole_quizzes().values() if quiz.locale == locale]
        assert learner.names_in(mine[0].guide) == _names(*mine)
    total = sum(
        len(_names(*(q for q in _whole_quizzes().values() if q.locale == code)))
        for code in GUIDE.site.locales
    )
    assert learner.collection.note_count() == total


def test_a_question_is_found_by_phase_by_trick_and_by_kind_of_quiz(learner: Learner) -> None:
    for key in ("en/buying", "en/which-trick-is-this"):
        learner.take(_package(_whole_quizzes()[key]))
    trick = next(trick for trick in GUIDE.tricks.values() if trick.phase == "buying")
    find = learner.collection.find_notes
    assert len(find(f"tag:trick::{trick.slug}")) == len(trick.quiz) + 1
    asked = len(find("tag:phase::buying"))
    assert asked == sum(len(each.quiz) + 1 for each in GUIDE.tricks.values() if each.phase == "buying")
    assert len(find("tag:which-trick")) == len(_whole_quizzes()["en/which-trick-is-this"].questions)


def test_the_deck_says_what_it_is_and_where_it_comes_from(learner: Learner) -> None:
    quiz = _whole_quizzes()["es/using"]
    learner.take(_package(quiz))
    deck = learner.collection.decks.by_name(quiz.guide)
    assert Voice(GUIDE, "es").say("site_description") in deck["desc"]
    assert f"{ADDRESS}es/" in deck["desc"]


def _prompts(folder: Path, learner: Learner) -> dict[str, str]:
    """Build the whole deck of the guide in a folder, import it, return what its notes ask."""
    guide = load_checked(folder)
    wanted = Wanted(["whole-guide"], ["anki"], ["es"])
    (file,) = write_quizzes(guide, folder / "out", ADDRESS, wanted)
    learner.take(file.read_bytes())
    notes = [learner.collection.get_note(found) for found in learner.collection.find_notes("")]
    return {note["Name"]: note["Prompt"] for note in notes}


def _correct(folder: Path) -> str:
    """Change the first scene of a trick; return the question's name."""
    guide = load_checked(folder)
    trick = guide.tricks["demo-always-works"]
    file = folder / trick.file
    words = trick.quiz[0].scene.root["es"]
    start = words.split("\n")[0][:20]
    text = file.read_text(encoding="utf-8")
    place = text.index(start)
    file.write_text(f"{text[:place]}Corregido. {text[place:]}", encoding="utf-8")
    return f"{trick.slug}-{trick.quiz[0].id}"


def _git(folder: Path, *arguments: str, moment: int) -> None:
    environment = {
        **os.environ,
        **{"GIT_COMMITTER_DATE": f"{moment} +0000", "GIT_AUTHOR_DATE": f"{moment} +0000"},
        **{"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    }
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, check=True)


def _commit(folder: Path, moment: int) -> None:
    _git(folder, "init", "--quiet", moment=moment)
    _git(folder, "add", "content", "tricks", moment=moment)
    _git(folder, "commit", "--quiet", "--message", "x", moment=moment)


@pytest.mark.parametrize("way", ["commits", "commits by a slow clock", "no git", "declared"])
def test_a_correction_of_the_data_reaches_a_learner(
    guide_folder: Path, learner: Learner, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if way == "declared":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    if way.startswith("commits"):
        _commit(guide_folder, 1_900_000_000)
    for file in guide_folder.rglob("*.yml"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    before = _prompts(guide_folder, learner)

    name = _correct(guide_folder)
    if way == "declared":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700086400")
    if way.startswith("commits"):
        _commit(guide_folder, 1_900_000_000 + (-3600 if "slow" in way else 3600))
    after = _prompts(guide_folder, learner)

    assert {changed for changed in after if after[changed] != before[changed]} == {name}
    assert "Corregido." in after[name]
    if way != "declared":
        assert len(learner.log.updated) < len(after) / 2, "texts that did not change keep their date"


def test_the_date_of_a_file_in_git_is_its_commit_and_not_its_own(
    guide_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    _commit(guide_folder, 1_900_000_000)
    wanted = Wanted(["buying"], ["anki"], ["es"])
    made = []
    for moment in (1_910_000_000, 1_920_000_000):
        for file in guide_folder.rglob("*.yml"):
            os.utime(file, (moment, moment))
        (file,) = write_quizzes(load_checked(guide_folder), tmp_path / str(moment), ADDRESS, wanted)
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_a_made_quiz_shows_what_it_asks(learner: Learner) -> None:
    people = _whole_quizzes()["es/people"]
    quiz = _corrected(people, people.questions[0].name, "x &amp; y")
    learner.take(_package(quiz))
    assert learner.note(quiz.questions[0].name)["Prompt"] == prompt(quiz.questions[0])
