"""A quiz as an Anki package, one card a question.

Every package of a language fills the same deck, which has a deck below it for each phase, so that
whoever takes two quizzes that share a question learns it once and misses none. A question keeps its
identity, and its note the date of its words: Anki replaces a note by a newer one only, and what was
learnt stays.
"""

import json
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
    return dated(collection(quiz, voice), quiz.locale, {each.name: each.changed for each in quiz.questions})


def collection(quiz: PortableQuiz, voice: Voice) -> bytes:
    """Return the database of the quiz's package, each note in it as old as one can be: see `dated`."""
    top = _deck_name(quiz.guide or quiz.title)
    decks = {top: genanki.Deck(_number(f"{quiz.locale}/{top}"), top, _about_guide(quiz, voice))}
    for question in quiz.questions:
        name = f"{top}::{_deck_name(question.phase)}" if question.phase else top
        if name not in decks:
            decks[name] = genanki.Deck(_number(f"{quiz.locale}/{name}"), name)
        decks[name].add_note(_note(quiz.locale, question, voice))
    return _written(list(decks.values()))


def dated(undated: bytes, locale: str, changed: Mapping[str, int]) -> bytes:
    """Return the .apkg file of a `collection` whose questions `changed` at these dates, by their names.

    Apart from making the collection, since an edit of a trick's file is a new date for all its questions and
    new words for few.
    """
    dates = {_guid(locale, name): max(_EPOCH, date) for name, date in changed.items()}
    latest = max(dates.values(), default=_EPOCH)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(undated)
        numbers = connection.execute("SELECT guid, id FROM notes").fetchall()
        # By their number, which the table is sorted by: to find each by its identity looks through all.
        connection.executemany(
            "UPDATE notes SET mod = ? WHERE id = ?", [(dates[guid], number) for guid, number in numbers]
        )
        connection.execute("UPDATE cards SET mod = ?", [latest])
        (models,) = connection.execute("SELECT models FROM col").fetchone()
        by_number = {number: model | {"mod": latest} for number, model in json.loads(models).items()}
        connection.execute("UPDATE col SET models = ?", [json.dumps(by_number)])
        connection.commit()
        return zipped({"collection.anki2": connection.serialize(), "media": b"{}"})


def _about_guide(quiz: PortableQuiz, voice: Voice) -> str:
    return about(voice.say("site_description"), quiz.guide_address) if quiz.guide_address else ""


def _deck_name(words: str) -> str:
    """Return words as one step of a deck's name, whose steps are parted by two colons."""
    return words.replace("::", ":")


def _note(locale: str, question: PortableQuestion, voice: Voice) -> genanki.Note:
    return genanki.Note(
        model=_model(),
        fields=[question.name, prompt(question), card_task(question), card_key(question, voice)],
        guid=_guid(locale, question.name),
        tags=question.tags,
    )


def _guid(locale: str, name: str) -> str:
    guid: str = genanki.guid_for(locale, name)
    return guid


def _written(decks: Sequence[genanki.Deck]) -> bytes:
    """Return the database of a package, made in memory: on disk each of its steps waits for the disk."""
    with closing(sqlite3.connect(":memory:")) as connection:
        ids = _ids([note.guid for deck in decks for note in deck.notes])
        each_twice = (number for number in ids for _ in range(2))
        genanki.Package(decks).write_to_db(connection.cursor(), _EPOCH, each_twice)
        connection.commit()
        return connection.serialize()


def _ids(guids: Sequence[str]) -> list[int]:
    """Return an id for each note, which its card has too; the same in every package."""
    taken: dict[int, None] = {}
    for guid in guids:
        number = _EPOCH * 1000 + _number(guid) % _SPAN
        while number in taken:
            number += 1
        taken[number] = None
    return list(taken)


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
