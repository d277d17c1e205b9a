"""The cards of a lesson's play: who each side is, then what the vendor tries and what answers it.

A card has an eighth of a page: whatever a trick holds is cut to its room at the end of a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scripts.lessons.lesson import Lesson, Taught
from scripts.lessons.shortening import brief
from scripts.texts import Text

Side = Literal["vendor", "buyer"]
_LINE, _REASON, _SIGN, _ASK, _PROOF = 200, 260, 200, 220, 230
"""The most characters of each piece of a card."""


@dataclass(frozen=True)
class Piece:
    """A piece of a card: the interface's name for it, its words and their language, whether they are said."""

    label: str
    words: str
    language: str
    said: bool = False


@dataclass(frozen=True)
class Card:
    """One card; `number` is that of its pair, 0 on the card that says who somebody is."""

    side: Side
    number: int
    title: str
    language: str
    pieces: tuple[Piece, ...]
    local: str = ""
    """Where an organisation's own folder added or replaced what it tells, the words that say so."""


def role_cards(lesson: Lesson) -> list[Card]:
    """Return the cards of a lesson in rows of two: the vendor's, and the buyer's that answers it."""
    return [*_who(lesson), *(card for pair in _pairs(lesson) for card in pair)]


def _who(lesson: Lesson) -> Iterator[Card]:
    if lesson.scene is None:
        return
    say = lesson.voice.say
    sides: tuple[tuple[Side, Text], ...] = (("vendor", lesson.scene.vendor), ("buyer", lesson.scene.buyer))
    for side, told in sides:
        table = _piece(lesson, "table", lesson.scene.table, _LINE)
        play = Piece("play", say(f"lesson_play_{side}"), lesson.voice.locale)
        pieces = (_piece(lesson, "you", told, _LINE), table, play)
        yield Card(side, 0, say(f"lesson_you_{side}"), lesson.voice.locale, pieces)


def _pairs(lesson: Lesson) -> Iterator[tuple[Card, Card]]:
    for number, taught in enumerate(lesson.taught, start=1):
        yield _tries(lesson, number, taught), _catches(lesson, number, taught)


def _tries(lesson: Lesson, number: int, taught: Taught) -> Card:
    if taught.says is None:
        line = _piece(lesson, "show", taught.sign.text, _SIGN)
    else:
        line = _piece(lesson, "try", taught.says, _LINE, said=True)
    fair = taught.trick.fair_side
    reason = (_piece(lesson, "reason", fair, _REASON),) if fair else ()
    voice = lesson.voice
    return Card(
        "vendor",
        number,
        voice.say("lesson_vendor_card"),
        voice.locale,
        (line, *reason),
        voice.origin(taught.trick),
    )


def _catches(lesson: Lesson, number: int, taught: Taught) -> Card:
    act = taught.act
    answer = (
        _piece(lesson, "ask", act.ask, _ASK, said=True) if act.ask else _piece(lesson, "do", act.check, _ASK)
    )
    proof = (_piece(lesson, "proof", act.proof, _PROOF),) if act.proof else ()
    sign = _piece(lesson, "catch", taught.sign.text, _SIGN)
    voice, name = lesson.voice, taught.trick.name
    local = voice.origin(taught.trick) or voice.origin(act)
    return Card("buyer", number, voice.words(name), voice.language(name), (sign, answer, *proof), local)


def _piece(lesson: Lesson, label: str, text: Text, most: int, *, said: bool = False) -> Piece:
    return Piece(label, brief(lesson.voice, text, most), lesson.voice.language(text), said)
