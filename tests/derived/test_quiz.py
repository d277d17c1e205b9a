"""Quizzes derived from tricks, and the whole bank of questions: fair in kind, length and place."""

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import chain, product
from math import ceil, sqrt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from scripts.checks.guide_checks import check
from scripts.derived.quiz import (
    all_asked,
    asked_on_paper,
    carried,
    place_shown,
    presented,
    questions_of,
)
from scripts.derived.which_trick import which_trick
from scripts.entries.loading import load
from scripts.guide.model import Quiz, Trick
from scripts.guide.question import MatchSigns, OneRight, PutInOrder, Question, SeveralRight, TrueOrFalse
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.texts import InlineText, Text, are_alike, plain_words, quoted
from scripts.texts import markdown as texts
from tests.built_site import page_at
from tests.real_guide import real_guide

GUIDE = real_guide()
BANK = [question for trick in GUIDE.tricks.values() for question in trick.quiz]
LOCALES = GUIDE.site.locales
VOICE = Voice(GUIDE, GUIDE.site.default_locale)
FROM_CHANCE = 1.5
"""How many standard deviations from chance a quiz's right options may gather at a place."""
BY_NAME = {VOICE.words(trick.name): trick for trick in GUIDE.tricks.values()}


def _quiz(**select: object) -> Quiz:
    some = next(iter(GUIDE.quizzes.values()))
    return some.model_copy(update={"select": type(some.select).model_validate(select)})


def test_there_is_a_quiz_for_each_phase_and_of_each_sort() -> None:
    selections = [quiz.select for quiz in GUIDE.quizzes.values()]
    for phase in GUIDE.phases:
        assert any(select.is_about(phase) for select in selections)
    whole = [select for select in selections if select.all]
    assert any(select.ask == "questions" and select.random is None for select in whole)
    assert any(select.random == 10 for select in whole)
    assert any(select.ask == "which-trick" for select in whole)


def test_a_quiz_of_phases_asks_every_question_of_their_tricks() -> None:
    asked = all_asked(GUIDE, _quiz(phases=["using"]))
    wanted = [(trick.slug, q.id) for trick in GUIDE.tricks_of_phase("using") for q in trick.quiz]
    assert [(one.trick.slug, one.question.id) for one in asked] == wanted


def test_names_of_questions_are_unique() -> None:
    for quiz in GUIDE.quizzes.values():
        names = [one.name for one in all_asked(GUIDE, quiz)]
        assert len(set(names)) == len(names)


def test_a_random_quiz_shows_its_number_on_paper_and_the_same_each_time() -> None:
    quiz = _quiz(all=True, random=10)
    names = [one.name for one in asked_on_paper(GUIDE, quiz)]
    assert len(names) == 10
    assert names == [one.name for one in asked_on_paper(GUIDE, quiz)]
    assert set(names) < {one.name for one in all_asked(GUIDE, quiz)}


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
                assert told == voice.words(other.summary)
            else:
                assert told.startswith(voice.words(other.summary))
                _tells_one_sign_and_no_answer(other, told, voice)


def _tells_one_sign_and_no_answer(other: Trick, told: str, voice: Voice) -> None:
    """A wrong option says what would have had to be seen: nothing that the other's own question shows."""
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
    changed = trick.model_copy(update={"warning_signs": signs})
    guide = dataclasses.replace(GUIDE, tricks={**GUIDE.tricks, trick.slug: changed})
    (asked,) = which_trick(guide, changed)
    assert place not in _signs_of(changed, asked, VOICE)


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


def test_parts_are_never_shown_as_they_are_written(subtests: pytest.Subtests) -> None:
    for question in BANK:
        if isinstance(question, PutInOrder | MatchSigns):
            parts = question.steps if isinstance(question, PutInOrder) else question.pairs
            shown = [number for number, _ in presented(parts)]
            with subtests.test(question.id):
                assert sorted(shown) == list(range(1, len(parts) + 1))
                assert shown != sorted(shown)
                assert [shown[place_shown(parts, number)] for number in sorted(shown)] == sorted(shown)


@pytest.mark.parametrize(
    ("select", "message"),
    [
        ("{}", "needs either 'phases: […]' or 'all: true'"),
        ("{all: true, phases: [buying]}", "needs either"),
        ("{all: false}", "is not one of"),
        ("{all: true, random: 2}", "is too small: at least 3"),
        ("{all: true, random: 99}", "is too large: at most 50"),
        ("{all: true, ask: whichtrick}", "did you mean 'which-trick'?"),
        ("{phases: [buyin]}", "did you mean 'buying'?"),
        ("{al: true}", "did you mean 'all'?"),
    ],
)
def test_a_bad_selection_is_said_at_its_place(guide_folder: Path, select: str, message: str) -> None:
    file = guide_folder / "content/quizzes/buying.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("select: {phases: [buying]}", f"select: {select}"), encoding="utf-8")
    problems = check(load(guide_folder))
    line = 1 + text[: text.index("select:")].count("\n")
    assert {(p.file, p.line) for p in problems} == {("content/quizzes/buying.yml", line)}
    assert message in "\n".join(map(str, problems))


def test_the_key_on_paper_names_what_is_right(site: Path, subtests: pytest.Subtests) -> None:
    asked_at = [(f"quizzes/{quiz.slug}", carried(GUIDE, quiz)) for quiz in GUIDE.quizzes.values()]
    asked_at += [(f"questions/{trick.slug}", questions_of(GUIDE, trick)) for trick in GUIDE.tricks.values()]
    for locale, (path, asked) in product(LOCALES, asked_at):
        html = page_at(site, locale, path)
        key = {str(item.attributes["data-solves"]): item for item in html.css("[data-solves]")}
        forms = {str(form.attributes["id"]): form for form in html.css("form[id]")}
        for one in asked:
            answers = [strong.text() for strong in key[one.name].css("strong")]
            with subtests.test(f"{locale}: {path}: {one.name}"):
                _says_what_is_right(answers, forms[one.name], one.question, Voice(GUIDE, locale))


def _says_what_is_right(answers: Sequence[str], form: LexborNode, question: Question, voice: Voice) -> None:
    if isinstance(question, OneRight | SeveralRight):
        assert answers == [option.css("label span")[0].text() for option in form.css("[data-correct]")]
    elif isinstance(question, PutInOrder):
        steps = form.css(".step")
        by_letter = {step.css(".step-letter")[0].text(): step for step in steps}
        order = [by_letter[letter].attributes["data-part"] for letter in answers[0].split(", ")]
        assert order == [str(number) for number in range(1, len(steps) + 1)]
    elif isinstance(question, MatchSigns):
        choices = [item.text() for item in form.css(".trick-choices li")]
        for pair, answer in zip(question.pairs, answers, strict=True):
            chosen = choices["ABCDE".index(answer.split()[1])]
            assert chosen == voice.words(GUIDE.tricks[pair.trick].name)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_right_option_is_not_given_away_by_its_length(locale: str) -> None:
    written = [question for question in BANK if all(text.has(locale) for _, text in question.texts())]
    if len(written) < len(BANK) / 2:
        pytest.skip(f"too few questions are written in {locale!r} yet to tell a habit")
    ones = [question for question in written if isinstance(question, OneRight)]
    longest = shortest = 0
    for question in ones:
        (answer,) = (len(o.text.root[locale]) for o in question.options if o.correct)
        others = [len(o.text.root[locale]) for o in question.options if not o.correct]
        longest += answer > max(others)
        shortest += answer <= min(others)
    # Both ways: an answer that is hardly ever the longest lets a guesser strike that one out.
    assert 0.18 <= longest / len(ones) < 0.45
    assert shortest / len(ones) <= 0.45
    several = [question for question in written if isinstance(question, SeveralRight)]
    right = [len(o.text.root[locale]) for q in several for o in q.options if o.correct]
    wrong = [len(o.text.root[locale]) for q in several for o in q.options if not o.correct]
    assert 0.75 < (sum(right) / len(right)) / (sum(wrong) / len(wrong)) < 1.33


def test_the_right_option_is_not_given_away_by_its_place() -> None:
    """As data write them, for a reader without the script; with it they are shuffled anyway."""
    places: Counter[int] = Counter()
    fair: Counter[int] = Counter()
    for question in BANK:
        if isinstance(question, OneRight):
            places.update(i for i, option in enumerate(question.options) if option.correct)
            for index in range(len(question.options)):
                fair[index] += 1 / len(question.options)  # type: ignore[assignment]
    for place, expected in fair.items():
        assert 0.6 < places[place] / expected < 1.4, (places, fair)


def test_no_quiz_has_its_right_options_at_one_place() -> None:
    """As its page without the script, its paper and its files show them."""
    strays: list[str] = []
    for quiz in GUIDE.quizzes.values():
        asked = [one.question for one in all_asked(GUIDE, quiz)]
        ones = [question for question in asked if isinstance(question, OneRight)]
        for place, letter in enumerate("ABCDEF"):
            offered = [question.options for question in ones if place < len(question.options)]
            held = sum(options[place].correct for options in offered)
            chances = [1 / len(options) for options in offered]
            usual = sqrt(sum(chance * (1 - chance) for chance in chances))
            if abs(held - sum(chances)) > FROM_CHANCE * usual:
                strays.append(f"{quiz.slug}: {letter} is right in {held} of {len(ones)}: move some")
    assert strays == []


def test_claims_are_as_often_true_as_false() -> None:
    claims = [question.correct for question in BANK if isinstance(question, TrueOrFalse)]
    assert 2 / 5 <= sum(claims) / len(claims) <= 3 / 5


def test_a_trick_has_four_questions_of_mixed_kinds() -> None:
    kinds = {trick.file: [question.kind for question in trick.quiz] for trick in GUIDE.tricks.values()}
    poor = {file: of for file, of in kinds.items() if len(of) < 4 or len(set(of)) < 3 or "one" not in of}
    assert poor == {}


def test_the_bank_has_every_kind() -> None:
    assert {question.kind for question in BANK} == {"one", "several", "truth", "match", "order"}
