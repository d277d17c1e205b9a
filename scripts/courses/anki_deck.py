"""A quiz as an Anki package, one card a question.

Every package of a language fills the same deck, which has a deck below it for each phase, so that
whoever takes two quizzes that share a question learns it once and misses none. A question keeps its
identity, and its note the date of its words: Anki replaces a note by a newer one only, and what was
learnt stays.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from hashlib import sha256

import genanki

from scripts.courses.pieces import TEMPLATES, about, card_key, card_task, prompt
from scripts.courses.portable import PortableQuestion, PortableQuiz
from scripts.guide import Voice
from scripts.zipping import zipped

_FIELDS = ("Name", "Prompt", "Task", "Key")
_EPOCH = 1_577_836_800
"""The oldest date of a card, in seconds: 2020-01-01. Anki takes ids for dates in milliseconds."""
_SPAN = 100_000_000_000
"""Over how many milliseconds after it the ids are spread, some three years."""


def anki_deck(quiz: PortableQuiz, voice: Voice) -> bytes:
    """Return the quiz as an .apkg file."""
    top = _deck_name(quiz.guide or quiz.title)
    decks = {top: genanki.Deck(_number(f"{quiz.locale}/{top}"), top, _about_guide(quiz, voice))}
    for question in quiz.questions:
        name = f"{top}::{_deck_name(question.phase)}" if question.phase else top
        if name not in decks:
            decks[name] = genanki.Deck(_number(f"{quiz.locale}/{name}"), name)
        decks[name].add_note(_note(quiz.locale, question, voice))
    dates = {_guid(quiz.locale, question): _dated(question) for question in quiz.questions}
    collection = _collection(list(decks.values()), dates)
    return zipped({"collection.anki2": collection, "media": b"{}"})


def _about_guide(quiz: PortableQuiz, voice: Voice) -> str:
    return about(voice.say("site_description"), quiz.guide_address) if quiz.guide_address else ""


def _deck_name(words: str) -> str:
    """Return words as one step of a deck's name, whose steps are parted by two colons."""
    return words.replace("::", ":")


def _note(locale: str, question: PortableQuestion, voice: Voice) -> genanki.Note:
    return genanki.Note(
        model=_model(),
        fields=[question.name, prompt(question), card_task(question), card_key(question, voice)],
        guid=_guid(locale, question),
        tags=question.tags,
    )


def _guid(locale: str, question: PortableQuestion) -> str:
    guid: str = genanki.guid_for(locale, question.name)
    return guid


def _dated(question: PortableQuestion) -> int:
    return max(_EPOCH, question.changed)


def _collection(decks: Sequence[genanki.Deck], dates: Mapping[str, int]) -> bytes:
    """Return the package's database, made in memory: on disk each of its steps waits for the disk.

    `dates` are the notes' own, by their identity; the library gives all the same.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        cursor = connection.cursor()
        ids = _ids([note.guid for deck in decks for note in deck.notes])
        each_twice = (number for number in ids.values() for _ in range(2))
        genanki.Package(decks).write_to_db(cursor, max(dates.values(), default=_EPOCH), each_twice)
        # By their number, which the table is sorted by: to find each by its identity looks through all.
        dated = ((dates[guid], number) for guid, number in ids.items())
        cursor.executemany("UPDATE notes SET mod = ? WHERE id = ?", dated)
        connection.commit()
        return connection.serialize()


def _ids(guids: Sequence[str]) -> dict[str, int]:
    """Return an id for each note, which its card has too; the same in every package."""
    taken: dict[int, str] = {}
    for guid in guids:
        number = _EPOCH * 1000 + _number(guid) % _SPAN
        while number in taken:
            number += 1
        taken[number] = guid
    return {guid: number for number, guid in taken.items()}


@lru_cache(maxsize=1)
def _model() -> genanki.Model:
    return genanki.Model(
        _number("model"),
        "Forewarned / Prevenido",
        fields=[{"name": name} for name in _FIELDS],
        templates=[
            {
                "name": "1",
                "qfmt": (TEMPLATES / "card_front.html").read_text("utf-8"),
                "afmt": (TEMPLATES / "card_back.html").read_text("utf-8"),
            }
        ],
        css=(TEMPLATES / "card.css").read_text("utf-8"),
    )


def _number(name: str) -> int:
    """Return an id that stays the same for a name; Anki's are positive and fit 53 bits."""
    return int.from_bytes(sha256(f"forewarned/{name}".encode()).digest()[:6])
