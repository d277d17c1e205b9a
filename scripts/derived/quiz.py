"""Derive the questions of a quiz from the tricks, and the question “which trick is this?” from their signs.

Nothing here is random: where something has to look mixed it is ordered by a hash of names, so that
the same data give the same pages on every machine.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import chain, islice
from typing import TypeVar

from scripts import texts
from scripts.guide import (
    Guide,
    MatchSigns,
    OneRight,
    Option,
    Part,
    PutInOrder,
    Question,
    Quiz,
    Trick,
    TrueOrFalse,
)
from scripts.texts import InlineText, Text

T = TypeVar("T")
P = TypeVar("P", bound=Part)

WHICH_TRICK = "which-trick"
MOST_PRINTED = 100
"""The most questions of a quiz that is printed; each moment's quiz has its own paper."""
MOST_CARRIED = 20
"""The most questions that a quiz's page holds whole; a longer quiz holds its first and fetches the rest."""
_FIRST_CARRIED = 10
_SIGNS = 2
"""How many signs a question shows, and how many a trick's own page tells before all others."""
_WRONG_OPTIONS = 3
_LONG_WORD = re.compile(r"\w{5,}")
_STEM = 5
"""The letters that the forms of a word have in common."""


@dataclass(frozen=True)
class Asked:
    """A question in a quiz and the trick it teaches; `name` is unique within the guide."""

    trick: Trick
    question: Question

    @property
    def name(self) -> str:
        """The question's name in addresses and on the reader's device."""
        return question_name(self.trick, self.question)


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


def mixed(items: Sequence[T], seed: str, name: Callable[[T], str]) -> list[T]:
    """Return the items in an order that depends on `seed` and their names alone."""
    return sorted(items, key=lambda item: sha256(f"{seed}/{name(item)}".encode()).digest())


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


def parts_of(question: Question) -> int:
    """Return in how many parts a question is answered: options, the two of a claim, signs or steps."""
    if isinstance(question, TrueOrFalse):
        return 2
    if isinstance(question, MatchSigns):
        return len(question.pairs)
    return len(question.steps if isinstance(question, PutInOrder) else question.options)


def place_shown(parts: Sequence[P], number: int) -> int:
    """Return at which place, from 0, `presented` shows the part written as `number`, from 1."""
    return [written for written, _ in presented(parts)].index(number)


def which_trick(guide: Guide, trick: Trick) -> Iterator[OneRight]:
    """Yield the question that shows signs of `trick` and asks for its name.

    None is yielded where the guide has no wrong option for it.
    """
    options = [trick, *islice(_nearest_first(guide, trick), _WRONG_OPTIONS)]
    if len(options) < 2:
        return
    signs = _signs_shown(trick)
    # Made of checked texts, it has no limits of its own: none of its parts is checked again.
    yield OneRight.model_construct(
        id=WHICH_TRICK,
        formerly_of=trick.quiz[0].formerly_of,
        scene=_scene(guide, signs),
        options=[
            Option.model_construct(text=_inline(each.name), correct=each is trick, why=_inline(each.summary))
            for each in mixed(options, first_slug(trick), first_slug)
        ],
    )


def _signs_shown(trick: Trick) -> list[Text]:
    """Return two signs in their order: none that holds a word of the name, none of the first two, if it can.

    The first ones have just been read on the trick's page, and a word of its name is the answer.
    """
    signs = [sign.text for sign in trick.warning_signs]
    # The choice follows from the words in every language, so that all ask about the same signs.
    texts.note({id(text): text for text in (trick.name, *signs)})
    told = _stems(trick.name)
    ranked = sorted(enumerate(signs), key=lambda one: (bool(told & _stems(one[1])), one[0] < _SIGNS, one[0]))
    return [sign for _, sign in sorted(ranked[:_SIGNS], key=lambda one: one[0])]


def _stems(text: Text) -> set[str]:
    """Return how the long words of a text begin, in every language."""
    long_words = _LONG_WORD.findall(" ".join(text.root.values()))
    return {word[:_STEM].casefold() for word in long_words}


def _nearest_first(guide: Guide, trick: Trick) -> Iterator[Trick]:
    """Yield the wrong options: one related trick, then those of its meetings and moment, then the others.

    One that nobody would think of teaches nothing, and the related are the most tempting. Only one comes
    first: where all are related, a sign may be read as another's, and two answers would be right.
    """
    related = guide.related(trick)
    known = {trick.slug, *(each.slug for each in related)}
    of_moment = [each for each in guide.tricks_of_phase(trick.phase) if each.slug not in known]
    beside = [each for each in of_moment if not set(trick.meetings).isdisjoint(each.meetings)]
    nearest = _by_nearness(trick, related)
    yield from chain(islice(nearest, 1), _by_nearness(trick, beside), nearest)
    known.update(each.slug for each in beside)
    yield from _by_nearness(trick, [each for each in guide.tricks.values() if each.slug not in known])


def _by_nearness(trick: Trick, others: Sequence[Trick]) -> Iterator[Trick]:
    by_nearness: dict[tuple[bool, int], list[Trick]] = {}
    for other in others:
        by_nearness.setdefault(_nearness(trick, other), []).append(other)
    for nearness in sorted(by_nearness, reverse=True):
        yield from mixed(by_nearness[nearness], first_slug(trick), first_slug)


def _nearness(one: Trick, other: Trick) -> tuple[bool, int]:
    meet = not set(one.meetings).isdisjoint(other.meetings)
    of_one_moment = one.phase == other.phase
    relatives = len(set(one.related) & set(other.related))
    answers = len(set(one.countermeasures) & set(other.countermeasures))
    return meet and of_one_moment, meet + of_one_moment + relatives + answers


def _scene(guide: Guide, signs: Sequence[Text]) -> InlineText:
    """Put the interface's question around the signs, in every locale that has them all."""
    default = guide.site.default_locale
    locales = [code for code in guide.site.locales if all(sign.has(code) for sign in signs)]
    return InlineText.model_construct(
        {
            code: guide.wordings[code].say(
                "which_trick_scene",
                guide.wordings[default],
                signs=" ".join(sign.words(code, default) for sign in signs),
            )
            for code in locales or [default]
        }
    )


def _inline(plain: Text) -> InlineText:
    return InlineText.model_construct({code: texts.as_markdown(words) for code, words in plain.root.items()})
