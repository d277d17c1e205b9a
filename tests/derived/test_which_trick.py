"""The question “which trick is this?”: its signs fit one name of four; a wrong one says its typical sign."""

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import chain, product
from math import ceil

import pytest

from scripts import texts
from scripts.derived.which_trick import which_trick
from scripts.guide.model import Trick
from scripts.guide.question import OneRight, TwoSigns
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.texts import InlineText, Text, are_alike, plain_words, quoted
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = GUIDE.site.locales
VOICE = Voice(GUIDE, GUIDE.site.default_locale)
BY_NAME = {VOICE.words(trick.name): trick for trick in GUIDE.tricks.values()}


def test_which_trick_is_this(subtests: pytest.Subtests) -> None:
    for trick in GUIDE.tricks.values():
        with subtests.test(trick.file):
            _asks_for(trick)


def _asks_for(trick: Trick) -> None:
    (question,) = which_trick(GUIDE, trick)
    shown = [BY_NAME[texts.words(VOICE.words(option.text))] for option in question.options]
    right = [other for other, option in zip(shown, question.options, strict=True) if option.correct]
    assert right == [trick]
    assert len({other.slug for other in shown}) == 4
    for voice in (Voice(GUIDE, locale) for locale in LOCALES):
        assert len(_signs_of(trick, question, voice)) == 2
        for other, option in zip(shown, question.options, strict=True):
            told = texts.words(voice.words(option.why))
            if other is trick:
                assert trick.recognised_by, "no answer of this guide leaves its signs unexplained"
                why = texts.words(voice.words(trick.recognised_by.why))
                assert told == f"{voice.words(other.summary)} {why}"
            else:
                assert told.startswith(voice.words(other.summary))
                _tells_one_sign_and_no_answer(other, told, voice)


def _tells_one_sign_and_no_answer(other: Trick, told: str, voice: Voice) -> None:
    """A wrong option tells a typical sign of its trick: nothing that the other's own question shows."""
    signs = [texts.words(voice.words(sign.text)) for sign in other.warning_signs]
    (question,) = which_trick(GUIDE, other)
    (place,) = [place for place, sign in enumerate(signs) if sign in told]
    assert place not in _signs_of(other, question, voice)


def test_right_names_stand_at_each_place_equally_often() -> None:
    places = Counter(_place_of_the_right_name(GUIDE, trick) for trick in GUIDE.tricks.values())
    assert max(places.values()) - min(places.values()) <= 1, places


def test_a_trick_that_comes_later_moves_no_right_name() -> None:
    some = next(iter(GUIDE.tricks.values()))
    late = some.model_copy(update={"slug": "a-later-one", "added": "2099-01-01"})
    grown = dataclasses.replace(GUIDE, tricks={late.slug: late, **GUIDE.tricks})
    moved = [
        trick.file
        for trick in GUIDE.tricks.values()
        if _place_of_the_right_name(GUIDE, trick) != _place_of_the_right_name(grown, trick)
    ]
    assert moved == []


def _place_of_the_right_name(guide: Guide, trick: Trick) -> int:
    (question,) = which_trick(guide, trick)
    return [option.correct for option in question.options].index(True)


def _signs_of(trick: Trick, question: OneRight, voice: Voice) -> list[int]:
    scene = voice.words(question.scene)
    return [at for at, sign in enumerate(trick.warning_signs) if voice.words(sign.text) in scene]


def test_every_language_is_asked_about_the_same_signs() -> None:
    for trick in GUIDE.tricks.values():
        (question,) = which_trick(GUIDE, trick)
        told = {tuple(_signs_of(trick, question, Voice(GUIDE, locale))) for locale in LOCALES}
        assert len(told) == 1, trick.file


def test_the_signs_shown_give_no_name_away_fit_no_other_and_are_not_the_first_two() -> None:
    """Unless the trick has too few others."""
    givers = []
    for trick in GUIDE.tricks.values():
        (question,) = which_trick(GUIDE, trick)
        shown = _signs_of(trick, question, VOICE)
        options = [BY_NAME[texts.words(VOICE.words(option.text))] for option in question.options]
        silent = [
            at for at, sign in enumerate(trick.warning_signs) if not _share_a_word(trick.name, sign.text)
        ]
        good = [at for at in silent if not _points_elsewhere(trick, trick.warning_signs[at].text, options)]
        later = [at for at in good if at > 1]
        for best in (silent, good, later):
            if len(set(shown) & set(best)) < min(2, len(best)):
                givers.append(trick.file)
    assert givers == []


def _points_elsewhere(trick: Trick, sign: Text, options: Sequence[Trick]) -> bool:
    """Tell whether a sign shares a number or a quoted phrase with a name, or is nearly another's sign."""
    for locale in LOCALES:
        said = sign.root[locale]
        heard = [plain_words(each) for each in (said, *quoted(said))]
        for option in options:
            numbers = re.findall(r"[0-9]+", f"{option.name.root[locale]} {_words_of_picture(option, locale)}")
            if {*numbers, *_numbers_searched(option)} & {*re.findall(r"[0-9]+", said)}:
                return True
            if any(are_alike(each, plain_words(option.name.root[locale])) for each in heard[1:]):
                return True
            for other in option.warning_signs if option is not trick else ():
                told = other.text.root[locale]
                if any(are_alike(one, plain_words(two)) for one in heard for two in (told, *quoted(told))):
                    return True
    return False


def _words_of_picture(trick: Trick, locale: str) -> str:
    return " ".join(text.root[locale] for _, text in trick.picture.texts()) if trick.picture else ""


def _numbers_searched(trick: Trick) -> list[str]:
    return re.findall(r"[0-9]+", " ".join(chain.from_iterable(trick.aliases.root.values())))


@pytest.mark.parametrize(
    "sign",
    [
        lambda option: option.warning_signs[-1].text.root,
        lambda option: {code: f"“{name}”, they say." for code, name in option.name.root.items()},
    ],
    ids=["another's sign", "another's name"],
)
def test_a_sign_that_fits_a_wrong_option_is_not_shown(
    sign: Callable[[Trick], dict[str, str]],
) -> None:
    trick = next(iter(GUIDE.tricks.values()))
    (question,) = which_trick(GUIDE, trick)
    wrong = next(option for option in question.options if not option.correct)
    option = BY_NAME[texts.words(VOICE.words(wrong.text))]
    place = _signs_of(trick, question, VOICE)[0]
    assert len(trick.warning_signs) > 3
    signs = [*trick.warning_signs]
    signs[place] = signs[place].model_copy(update={"text": InlineText(sign(option))})
    changed = trick.model_copy(update={"warning_signs": signs, "recognised_by": None})
    guide = dataclasses.replace(GUIDE, tricks={**GUIDE.tricks, trick.slug: changed})
    (asked,) = which_trick(guide, changed)
    assert place not in _signs_of(changed, asked, VOICE)


def test_the_signs_that_a_file_names_are_shown_and_explained() -> None:
    trick = next(iter(GUIDE.tricks.values()))
    first_two = [sign.id for sign in trick.warning_signs[:2]]
    named = TwoSigns(signs=first_two, why=InlineText({"en": "For *both*."}))
    changed = trick.model_copy(update={"recognised_by": named})
    guide = dataclasses.replace(GUIDE, tricks={**GUIDE.tricks, trick.slug: changed})
    (question,) = which_trick(guide, changed)
    assert _signs_of(changed, question, VOICE) == [0, 1]
    (right,) = [option for option in question.options if option.correct]
    assert right.why.root["en"].endswith(" For *both*.")
    # A language that lacks the explanation says the summary alone.
    assert right.why.root["es"] == texts.as_markdown(trick.summary.root["es"])


def test_a_trick_that_names_no_signs_is_asked_for_by_two_and_told_by_its_summary() -> None:
    trick = next(iter(GUIDE.tricks.values()))
    plain = trick.model_copy(update={"recognised_by": None})
    guide = dataclasses.replace(GUIDE, tricks={**GUIDE.tricks, trick.slug: plain})
    (question,) = which_trick(guide, plain)
    assert len(_signs_of(plain, question, VOICE)) == 2
    (right,) = [option for option in question.options if option.correct]
    assert right.why.root == {code: texts.as_markdown(words) for code, words in trick.summary.root.items()}


def test_questions_with_the_same_wrong_option_take_its_signs_in_turn() -> None:
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for trick in GUIDE.tricks.values():
        (question,) = which_trick(GUIDE, trick)
        for option in question.options:
            if not option.correct:
                told[VOICE.words(option.text)][VOICE.words(option.why)] += 1
    repeated = []
    for name, reasons in told.items():
        other = BY_NAME[texts.words(name)]
        (question,) = which_trick(GUIDE, other)
        free = len(other.warning_signs) - len(_signs_of(other, question, VOICE))
        if max(reasons.values()) > ceil(reasons.total() / free):
            repeated.append(f"{other.file}: {max(reasons.values())} of {reasons.total()} tell the same sign")
    assert repeated == []


def test_the_same_guide_asks_the_same_each_time() -> None:
    again = dataclasses.replace(GUIDE)
    assert again is not GUIDE
    for trick in GUIDE.tricks.values():
        assert list(which_trick(again, trick)) == list(which_trick(GUIDE, trick)), trick.file


def _share_a_word(one: Text, other: Text) -> bool:
    return any(
        len(word) > 4 and f" {word[:5]}" in re.sub(r"\W+", " ", f" {other.root[locale].casefold()}")
        for locale in LOCALES
        for word in re.findall(r"\w+", one.root[locale].casefold())
    )


def test_wrong_names_are_one_related_and_then_the_nearest(subtests: pytest.Subtests) -> None:
    for trick in GUIDE.tricks.values():
        (question,) = which_trick(GUIDE, trick)
        wrong = [
            BY_NAME[texts.words(VOICE.words(option.text))]
            for option in question.options
            if not option.correct
        ]
        left_out = [other for other in GUIDE.tricks.values() if other not in (trick, *wrong)]
        related = [other for other in wrong if _related(trick, other)]
        with subtests.test(trick.file):
            assert related
            beside = [other for other in left_out if not _related(trick, other) and _beside(trick, other)]
            assert len(related) == 1 or not beside
            # No weights are repeated here: none that was left out is as near in every way and nearer in one.
            assert not [
                (taken.slug, other.slug)
                for taken, other in product(wrong, left_out)
                if _related(trick, taken) == _related(trick, other)
                and _common(trick, taken) != _common(trick, other)
                and all(a <= b for a, b in zip(_common(trick, taken), _common(trick, other), strict=True))
            ]


def _related(one: Trick, other: Trick) -> bool:
    return other.slug in one.related or one.slug in other.related


def _beside(trick: Trick, other: Trick) -> bool:
    return other.phase == trick.phase and bool(set(other.meetings) & set(trick.meetings))


def _common(trick: Trick, other: Trick) -> tuple[int, int, int, int]:
    """Return how much two tricks share, in each of four ways."""
    return (
        bool(set(other.meetings) & set(trick.meetings)),
        other.phase == trick.phase,
        len(set(other.related) & set(trick.related)),
        len(set(other.countermeasures) & set(trick.countermeasures)),
    )


def test_a_guide_of_one_trick_asks_nothing() -> None:
    trick = next(iter(GUIDE.tricks.values())).model_copy(update={"related": []})
    alone = dataclasses.replace(GUIDE, tricks={trick.slug: trick})
    assert list(which_trick(alone, trick)) == []
