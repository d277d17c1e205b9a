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
from scripts.derived.quiz_names import WHICH_TRICK, first_slug, question_name
from scripts.guide import Guide, OneRight, Option, Part, Question, Quiz, Trick
from scripts.texts import InlineText, Text

T = TypeVar("T")
P = TypeVar("P", bound=Part)

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
    shown = mixed(options[1:], first_slug(trick), first_slug)
    shown.insert(_turns(guide)[trick.slug] % len(options), trick)
    signs = _signs_shown(trick)
    # Made of checked texts, it has no limits of its own: none of its parts is checked again.
    yield OneRight.model_construct(
        id=WHICH_TRICK,
        formerly_of=trick.quiz[0].formerly_of,
        scene=_said_around(guide, "which_trick_scene", signs=signs),
        options=[
            Option.model_construct(
                text=_inline(each.name),
                correct=each is trick,
                # A copy: each of a guide's texts has one place in its skeleton.
                why=_inline(each.summary)
                if each is trick
                else _against(guide)[each.slug].model_copy(deep=True),
            )
            for each in shown
        ],
    )


@lru_cache(maxsize=8)
def _turns(guide: Guide) -> Mapping[str, int]:
    """Return each trick's turn, by slug: taken in turn, every place holds the right name equally often.

    Left to chance, one did in 24 of 60. Who comes later takes a later turn: no earlier question changes.
    """
    at_random = mixed([*guide.tricks.values()], "turns", first_slug)
    in_turn = sorted(at_random, key=lambda trick: trick.added or "")
    return {trick.slug: turn for turn, trick in enumerate(in_turn)}


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


@lru_cache(maxsize=8)
def _against(guide: Guide) -> Mapping[str, InlineText]:
    """Return what speaks against each trick as an answer: what it is, and what would have been seen."""
    return {slug: _unlike(guide, other) for slug, other in guide.tricks.items()}


def _unlike(guide: Guide, other: Trick) -> InlineText:
    asked = _signs_shown(other)
    # A sign that its own question shows would answer that.
    sign = next((each.text for each in other.warning_signs if each.text not in asked), None)
    if sign is None:
        return _inline(other.summary)
    return _said_around(guide, "which_trick_unlike", summary=[other.summary], sign=[sign])


def _said_around(guide: Guide, key: str, **parts: Sequence[Text]) -> InlineText:
    """Put the interface's words around texts, in every locale that has them all."""
    default = guide.site.default_locale
    every = list(chain.from_iterable(parts.values()))
    locales = [code for code in guide.site.locales if all(text.has(code) for text in every)]
    said: dict[str, str] = {}
    for code in locales or [default]:
        told = {
            name: " ".join(_marked(text, text.words(code, default)) for text in part)
            for name, part in parts.items()
        }
        said[code] = guide.wordings[code].say(key, guide.wordings[default], **told)
    return InlineText.model_construct(said)


def _marked(text: Text, words: str) -> str:
    return words if isinstance(text, InlineText) else texts.as_markdown(words)


def _inline(plain: Text) -> InlineText:
    return InlineText.model_construct({code: _marked(plain, words) for code, words in plain.root.items()})
