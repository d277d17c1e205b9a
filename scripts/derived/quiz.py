"""Derive the questions of a quiz from the tricks: which it asks, and in which order their parts are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from scripts import texts
from scripts.derived.quiz_names import WHICH_TRICK, mixed, question_name
from scripts.derived.which_trick import which_trick
from scripts.guide import Guide, Part, Question, Quiz, Trick

P = TypeVar("P", bound=Part)

MOST_PRINTED = 100
"""The most questions of a quiz that is printed; each moment's quiz has its own paper."""
MOST_CARRIED = 20
"""The most questions that a quiz's page holds whole; a longer quiz holds its first and fetches the rest."""
_FIRST_CARRIED = 10


@dataclass(frozen=True)
class Asked:
    """A question in a quiz and the trick it teaches; `name` is unique within the guide."""

    trick: Trick
    question: Question

    @property
    def name(self) -> str:
        """The question's name in addresses and on the reader's device."""
        return question_name(self.trick, self.question)


def all_asked(guide: Guide, quiz: Quiz) -> list[Asked]:
    """Return every question the quiz may ask, by trick in reading order."""
    by_their_signs = quiz.select.ask == WHICH_TRICK
    every = chain.from_iterable(by_signs(guide).values()) if by_their_signs else _written(guide)
    return [asked for asked in every if quiz.select.takes(asked.trick.phase)]


@lru_cache(maxsize=8)
def _written(guide: Guide) -> Sequence[Asked]:
    return [Asked(trick, question) for trick in guide.tricks.values() for question in trick.quiz]


@lru_cache(maxsize=8)
def by_signs(guide: Guide) -> Mapping[str, list[Asked]]:
    """Return the questions that are made of the signs of each trick, by its slug."""
    return {
        slug: [Asked(trick, made) for made in which_trick(guide, trick)]
        for slug, trick in guide.tricks.items()
    }


def asked_on_paper(guide: Guide, quiz: Quiz) -> list[Asked]:
    """Return the questions to show where no script can choose: all, or `random` of them."""
    asked = all_asked(guide, quiz)
    if quiz.select.random is None:
        return asked
    chosen = {one.name for one in mixed(asked, quiz.slug, lambda one: one.name)[: quiz.select.random]}
    return [one for one in asked if one.name in chosen]


def carried(guide: Guide, quiz: Quiz) -> list[Asked]:
    """Return the questions that stand in the quiz's own page, so that its size does not grow with the guide.

    The others stand on the page of each trick's questions.
    """
    shown = asked_on_paper(guide, quiz)
    return shown if len(shown) <= MOST_CARRIED else shown[:_FIRST_CARRIED]


def is_printed(guide: Guide, quiz: Quiz) -> bool:
    """Return whether a quiz has a PDF: nobody takes a pen to the hundreds of questions of a whole guide."""
    return len(asked_on_paper(guide, quiz)) <= MOST_PRINTED


def presented(parts: Sequence[P]) -> list[tuple[int, P]]:
    """Return (place as written, from 1; part) in the order to show, which is never the written one."""
    # The order follows from every word of every part, in each language.
    texts.note({id(text): text for part in parts for _, text in part.texts()})
    numbered = list(enumerate(parts, start=1))
    shown = mixed(numbered, parts[0].model_dump_json(), lambda item: item[1].model_dump_json())
    return shown[1:] + shown[:1] if shown == numbered else shown


def questions_of(guide: Guide, trick: Trick) -> list[Asked]:
    """Return every question on a trick: the written ones, then that which is made of its signs."""
    return [Asked(trick, question) for question in trick.quiz] + by_signs(guide).get(trick.slug, [])


def place_shown(parts: Sequence[P], number: int) -> int:
    """Return at which place, from 0, `presented` shows the part written as `number`, from 1."""
    return [written for written, _ in presented(parts)].index(number)
