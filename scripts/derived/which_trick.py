"""Derive the question “which trick is this?” of each trick from its signs and those of its wrong options.

A trick is held side by side with its three options alone, so the work grows as the guide does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, cycle, islice

from scripts import texts
from scripts.derived.quiz_names import WHICH_TRICK, first_slug, mixed
from scripts.guide import Guide, OneRight, Option, Trick
from scripts.texts import InlineText, Text, are_alike, is_like_any, plain_words, quoted

_SIGNS = 2
"""How many signs a question shows, and how many a trick's own page tells before all others."""
_WRONG_OPTIONS = 3
_LONG_WORD = re.compile(r"\w{5,}")
_STEM = 5
"""The letters that the forms of a word have in common."""
_NUMBER = re.compile(r"\d+")


def which_trick(guide: Guide, trick: Trick) -> Iterator[OneRight]:
    """Yield the question that shows signs of `trick` and asks for its name.

    None is yielded where the guide has no wrong option for it.
    """
    wrong = _wrong_options(guide)[trick.slug]
    if not wrong:
        return
    shown = mixed(wrong, first_slug(trick), first_slug)
    shown.insert(_turns(guide)[trick.slug] % (len(wrong) + 1), trick)
    # Made of checked texts, it has no limits of its own: none of its parts is checked again.
    yield OneRight.model_construct(
        id=WHICH_TRICK,
        formerly_of=trick.quiz[0].formerly_of,
        scene=_said_around(guide, "which_trick_scene", signs=_signs_shown(guide)[trick.slug]),
        options=[
            Option.model_construct(
                text=_inline(each.name),
                correct=each is trick,
                why=_explained(trick) if each is trick else _unlike(guide, trick, each),
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


@lru_cache(maxsize=8)
def _wrong_options(guide: Guide) -> Mapping[str, Sequence[Trick]]:
    """Return the wrong options of the question on each trick, by its slug."""
    return {
        slug: list(islice(_nearest_first(guide, trick), _WRONG_OPTIONS))
        for slug, trick in guide.tricks.items()
    }


@lru_cache(maxsize=8)
def _signs_shown(guide: Guide) -> Mapping[str, Sequence[Text]]:
    """Return the signs that each trick's own question shows, by its slug."""
    wrong = _wrong_options(guide)
    return {slug: _told(trick) or _least_telling(trick, wrong[slug]) for slug, trick in guide.tricks.items()}


def _told(trick: Trick) -> Sequence[Text]:
    """Return the signs that the trick's file names, since it explains these and no others."""
    names = trick.recognised_by.signs if trick.recognised_by else ()
    return [sign.text for sign in trick.warning_signs if sign.id in names]


def _least_telling(trick: Trick, wrong: Sequence[Trick]) -> Sequence[Text]:
    """Return two signs in their order: none that gives the answer away, or fits another one, if it can.

    Nor one of the first two, which have just been read on the trick's page.
    """
    signs = [sign.text for sign in trick.warning_signs]
    # The choice follows from the words in every language, so that all ask about the same signs.
    read = [trick.name, *signs, *(sign.text for other in wrong for sign in other.warning_signs)]
    texts.note({id(text): text for text in read})

    def faults(place: int) -> tuple[bool, bool]:
        return _gives_away(signs[place], trick, wrong), _fits_another(signs[place], wrong)

    ranked = sorted(range(len(signs)), key=lambda place: (place < _SIGNS, place))
    # Most tricks have two good signs: what comes after them is not even compared.
    chosen = list(islice((place for place in ranked if not any(faults(place))), _SIGNS))
    if len(chosen) < _SIGNS:
        others = sorted((place for place in ranked if place not in chosen), key=faults)
        chosen += others[: _SIGNS - len(chosen)]
    return [signs[place] for place in sorted(chosen)]


def _gives_away(sign: Text, trick: Trick, wrong: Sequence[Trick]) -> bool:
    """Tell whether a sign holds a word of the trick's name, or points at an option as a name does."""
    if _stems(sign) & _stems(trick.name):
        return True
    numbers = _numbers(sign.root.values())
    phrases = {code: _heard(words)[1:] for code, words in sign.root.items()}
    # Most signs hold neither a number nor a quotation: nothing of any option's is then looked at.
    if not numbers and not any(phrases.values()):
        return False
    return any(_is_told(numbers, phrases, each) for each in (trick, *wrong))


def _is_told(numbers: Set[str], phrases: Mapping[str, Sequence[str]], option: Trick) -> bool:
    """Tell whether an option's names hold one of `numbers`, or are nearly what is quoted, by locale."""
    if numbers and not numbers.isdisjoint(_numbers(_known_by(option))):
        return True
    return any(
        are_alike(phrase, _heard(option.name.root[code])[0])
        for code, quotations in phrases.items()
        if option.name.has(code)
        for phrase in quotations
    )


def _known_by(option: Trick) -> Iterator[str]:
    """Yield the words that say what an option is: a name writes out the number that its picture shows."""
    yield from option.name.root.values()
    yield from chain.from_iterable(option.aliases.root.values())
    for _, text in option.picture.texts() if option.picture else ():
        yield from text.root.values()


def _fits_another(sign: Text, wrong: Sequence[Trick]) -> bool:
    """Tell whether a sign, or what it quotes, is nearly the same as one of a wrong option."""
    signs = [other.text for option in wrong for other in option.warning_signs]
    for code, words in sign.root.items():
        told = [heard for other in signs if other.has(code) for heard in _heard(other.root[code])]
        if any(is_like_any(one, told) for one in _heard(words)):
            return True
    return False


@lru_cache(maxsize=2**15)
def _heard(words: str) -> Sequence[str]:
    """Return a sign's words and each phrase that it quotes, as they are compared."""
    return [plain_words(each) for each in (words, *quoted(words))]


def _numbers(said: Iterable[str]) -> set[str]:
    return {number for words in said for number in _NUMBER.findall(words)}


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
    meetings, related, answers = map(frozenset, (trick.meetings, trick.related, trick.countermeasures))
    for other in others:
        meet = not meetings.isdisjoint(other.meetings)
        of_one_moment = trick.phase == other.phase
        shared = len(related.intersection(other.related)) + len(answers.intersection(other.countermeasures))
        nearness = meet and of_one_moment, meet + of_one_moment + shared
        by_nearness.setdefault(nearness, []).append(other)
    for nearness in sorted(by_nearness, reverse=True):
        yield from mixed(by_nearness[nearness], first_slug(trick), first_slug)


@lru_cache(maxsize=8)
def _signs_against(guide: Guide) -> Mapping[tuple[str, str], Text]:
    """Return which sign of a wrong option a question tells, by the slugs of the asking trick and the option.

    Those that ask with it take its signs in turn, so that they do not all tell the same one. None tells a
    sign that the option's own question shows, since it would answer that.
    """
    asking: dict[str, list[str]] = defaultdict(list)
    for slug in _turns(guide):
        for other in _wrong_options(guide)[slug]:
            asking[other.slug].append(slug)
    found: dict[tuple[str, str], Text] = {}
    for other_slug, slugs in asking.items():
        shown = _signs_shown(guide)[other_slug]
        signs = [sign.text for sign in guide.tricks[other_slug].warning_signs if sign.text not in shown]
        found.update({(slug, other_slug): sign for slug, sign in zip(slugs, cycle(signs), strict=False)})
    return found


def _explained(trick: Trick) -> InlineText:
    """Return what speaks for `trick`: what it is, and how it explains the signs shown."""
    said = dict(_inline(trick.summary).root)
    if trick.recognised_by:
        whys = trick.recognised_by.why.root
        said = {code: f"{words} {whys[code]}" if code in whys else words for code, words in said.items()}
    return InlineText.model_construct(said)


def _unlike(guide: Guide, trick: Trick, other: Trick) -> InlineText:
    """Return what speaks against `other` as the answer: what it is, and a typical sign of it."""
    sign = _signs_against(guide).get((trick.slug, other.slug))
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
