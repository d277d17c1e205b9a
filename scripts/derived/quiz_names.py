"""What a question is known by, its name and number of parts, and what follows: an order, a quiz's files.

Nothing is of chance: the same data give the same pages on every machine.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from scripts.guide import MatchSigns, PutInOrder, Question, Quiz, Trick, TrueOrFalse

T = TypeVar("T")

WHICH_TRICK = "which-trick"
"""The id of the question that is made of a trick's signs, and what a quiz of them asks."""

ENDINGS: Mapping[str, str] = {
    "moodle": "-moodle.xml",
    "gift": ".gift.txt",
    "qti": "-qti.zip",
    "scorm": "-scorm.zip",
    "anki": ".apkg",
    "csv": "-quiz.csv",
}
"""Each format and how its files end, in the order in which readers see them."""

_DRAWING = frozenset({"qti", "scorm"})
"""The formats that can say "ask ten of these"; any other would hold the whole bank by another name."""

_ONLY_EXPORTED = frozenset({"scorm"})
"""The formats that are made when asked for and not in every build: they would take two seconds of it."""


def forms_of(quiz: Quiz) -> Sequence[str]:
    """Return the formats that can hold what the quiz is, in the order of ENDINGS."""
    return [form for form in ENDINGS if quiz.select.random is None or form in _DRAWING]


def file_name(slug: str, form: str) -> str:
    """Return the name of a quiz's file in a format, below the locale."""
    return f"{slug}{ENDINGS[form]}"


def downloads(quiz: Quiz) -> dict[str, str]:
    """Return each format in which the quiz is offered on the site with the name of its file."""
    return {form: file_name(quiz.slug, form) for form in forms_of(quiz) if form not in _ONLY_EXPORTED}


def question_name(trick: Trick, question: Question) -> str:
    """Return the name of a trick's question; `check` refuses a second question of that name.

    It never changes, since readers' devices and the programs of trainers know the question by it: one that
    came from a trick of another slug keeps that slug in its name.
    """
    return f"{question.formerly_of or trick.slug}-{question.id}"


def first_slug(trick: Trick) -> str:
    """Return the slug in the name of the trick's first question: its own, or that before it was renamed.

    The question that is made of its signs goes by it too. A merged trick's questions come after the own.
    """
    return trick.quiz[0].formerly_of or trick.slug


def parts_of(question: Question) -> int:
    """Return in how many parts a question is answered: options, the two of a claim, signs or steps."""
    if isinstance(question, TrueOrFalse):
        return 2
    if isinstance(question, MatchSigns):
        return len(question.pairs)
    return len(question.steps if isinstance(question, PutInOrder) else question.options)


def mixed(items: Sequence[T], seed: str, name: Callable[[T], str]) -> list[T]:
    """Return the items in an order that depends on `seed` and their names alone."""
    return sorted(items, key=lambda item: sha256(f"{seed}/{name(item)}".encode()).digest())
