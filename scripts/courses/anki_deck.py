"""A quiz as an Anki deck, one card a question.

A question has the same identity in every deck of its language, so that whoever imports two quizzes
that share it learns it once, and a newer deck replaces its words and keeps what was learnt.
"""

import sqlite3
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from itertools import count

import genanki

from scripts.courses.pieces import TEMPLATES, card_key, card_task, deck_description, prompt
from scripts.courses.portable import PortableQuiz
from scripts.guide import Voice
from scripts.zipping import zipped

_FIELDS = ("Name", "Prompt", "Task", "Key")
_EPOCH = 1_577_836_800
"""When the cards say they were made, in seconds: 2020-01-01, so that the same data give the same bytes."""


def anki_deck(quiz: PortableQuiz, voice: Voice) -> bytes:
    """Return the quiz as an .apkg file."""
    deck = genanki.Deck(_number(quiz.key), quiz.title, deck_description(quiz))
    for question in quiz.questions:
        fields = [question.name, prompt(question), card_task(question), card_key(question, voice)]
        guid = genanki.guid_for(quiz.locale, question.name)
        deck.add_note(genanki.Note(model=_model(), fields=fields, guid=guid))
    collection = _collection(genanki.Package(deck))
    return zipped({"collection.anki2": collection, "media": b"{}"})


def _collection(package: genanki.Package) -> bytes:
    """Return the package's database, made in memory: on disk each of its steps waits for the disk."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), _EPOCH, count(_EPOCH * 1000))
        connection.commit()
        return connection.serialize()


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
