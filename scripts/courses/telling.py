"""The guide's quizzes told in one locale: each question once, whatever quizzes and formats it goes into."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Generic, TypeVar

from scripts import texts
from scripts.courses.portable import (
    Choice,
    Choices,
    Judgement,
    Match,
    Matches,
    PortableQuestion,
    PortableQuiz,
    Rich,
    Step,
    Steps,
    Task,
)
from scripts.derived import WHICH_TRICK, Asked, all_asked, presented
from scripts.guide import (
    HOME,
    MatchSigns,
    OneRight,
    Pair,
    PutInOrder,
    Question,
    Quiz,
    SeveralRight,
    Trick,
    TrueOrFalse,
    Voice,
    path_to,
    reachable,
)
from scripts.texts import InlineText

T = TypeVar("T")

Changed = Callable[[Sequence[str]], int]
"""Tells when the latest of some of the guide's files changed, in seconds since 1970."""


def portable(voice: Voice, quiz: Quiz, address: str) -> PortableQuiz:
    """Return one quiz in the voice's locale; links lead to the site at `address`, which ends with `/`."""
    return Course(voice, address).quiz(quiz)


class Course:
    """All quizzes of a guide in one locale, with links to the site at `address`, each told once."""

    def __init__(self, voice: Voice, address: str, changed: Changed = lambda files: 0) -> None:
        self._voice, self.locale = voice, voice.locale
        self._base = f"{address}{voice.locale}/"
        self._changed = changed
        self._questions = _Once[PortableQuestion]()
        self._quizzes = _Once[PortableQuiz]()

    def quiz(self, quiz: Quiz) -> PortableQuiz:
        """Return a quiz; a question that an earlier one asks too is the same object."""
        return self._quizzes.told(quiz.slug, partial(self._quiz, quiz))

    def dates(self, quiz: Quiz) -> dict[str, int]:
        """Return when the words of each of a quiz's questions changed, by its name, without telling them."""
        return {asked.name: self._dated(asked) for asked in all_asked(self._voice.guide, quiz)}

    def _quiz(self, quiz: Quiz) -> PortableQuiz:
        voice = self._voice
        asked = all_asked(voice.guide, quiz)
        numbers: Counter[str] = Counter()
        questions = []
        for one in asked:
            numbers[one.trick.slug] += 1
            tell = partial(self._question, one, numbers[one.trick.slug])
            questions.append(self._questions.told(one.name, tell))
        places = range(1, len(asked) + 1)
        return PortableQuiz(
            slug=quiz.slug,
            locale=voice.locale,
            title=voice.words(quiz.name),
            summary=voice.words(quiz.summary),
            address=self._address("quiz", quiz.slug),
            drawn=quiz.select.random,
            questions=tuple(questions),
            headings=tuple(voice.say("quiz_position", number=place, all=len(asked)) for place in places),
            guide=_name_among_all(voice),
            guide_address=self._base + HOME,
        )

    def _address(self, kind: str, name: str) -> str:
        return self._base + path_to(kind, name)

    def _link(self, kind: str, name: str) -> str:
        """Return the address of an entry; empty where the site has none yet."""
        return reachable(self._address(kind, name))

    def _question(self, asked: Asked, number: int) -> PortableQuestion:
        voice, trick = self._voice, asked.trick
        name = voice.words(trick.name)
        return PortableQuestion(
            name=asked.name,
            title=f"{name} {number}",
            kind=asked.question.kind,
            trick=name,
            scene=self._rich(asked.question.scene),
            task=self._task(asked.question),
            lesson=self._lesson(trick, name),
            phase=voice.words(voice.guide.phases[trick.phase].name),
            local=voice.origin(trick),
            tags=(
                f"phase::{trick.phase}",
                f"trick::{trick.slug}",
                *([WHICH_TRICK] if asked.question.id == WHICH_TRICK else []),
            ),
            changed=self._dated(asked),
        )

    def _dated(self, asked: Asked) -> int:
        """Return when the latest of the files changed from which the words of a question come."""
        question, tricks = asked.question, self._voice.guide.tricks
        if question.id == WHICH_TRICK:
            return max(self._frame_changed, self._tricks_changed)
        signs = question.pairs if isinstance(question, MatchSigns) else ()
        files = [asked.trick.file, *(tricks[pair.trick].file for pair in signs)]
        return max(self._frame_changed, self._changed(files))

    @cached_property
    def _frame_changed(self) -> int:
        guide = self._voice.guide
        said = {self._voice.locale, guide.site.default_locale}
        names = ["content/site.yml", *(f"content/ui/{code}.yml" for code in said)]
        return self._changed([f"{top}{name}" for top in guide.tops for name in names])

    @cached_property
    def _tricks_changed(self) -> int:
        """When any trick changed: which ones a question about all of them names, all of them decide."""
        return self._changed([trick.file for trick in self._voice.guide.tricks.values()])

    def _task(self, question: Question) -> Task:
        rich, said = self._rich, self._said
        match question:
            case OneRight() | SeveralRight():
                options = [Choice(rich(each.text), each.correct, rich(each.why)) for each in question.options]
                return Choices(tuple(options), several=isinstance(question, SeveralRight))
            case TrueOrFalse():
                return Judgement(
                    rich(question.claim),
                    Choice(said("answer_true"), question.correct, rich(question.why_true)),
                    Choice(said("answer_false"), not question.correct, rich(question.why_false)),
                )
            case MatchSigns():
                pairs = [self._match(pair) for pair in question.pairs]
                offered = [pairs[place - 1].trick for place, _ in presented(question.pairs)]
                return Matches(tuple(pairs), tuple(offered))
            case PutInOrder():
                steps = [Step(rich(each.text), rich(each.why)) for each in question.steps]
                return Steps(tuple(steps), tuple(steps[place - 1] for place, _ in presented(question.steps)))

    def _match(self, pair: Pair) -> Match:
        name = self._voice.words(self._voice.guide.tricks[pair.trick].name)
        return Match(self._rich(pair.sign), _unmarked(name), self._rich(pair.why))

    def _rich(self, text: InlineText) -> Rich:
        words = self._voice.words(text)
        return Rich(texts.words(words), " ".join(texts.to_inline_html(words, self._link).split()))

    def _said(self, key: str) -> Rich:
        return _unmarked(self._voice.say(key))

    def _lesson(self, trick: Trick, name: str) -> Rich:
        words = self._voice.say("learn_this_trick", trick=name)
        link, told = self._link("trick", trick.slug), texts.as_text(words)
        return Rich(words, f'<a href="{texts.as_text(link)}">{told}</a>' if link else told)


class _Once(Generic[T]):
    """What was told by its name; whoever asks again is told which texts were read for it."""

    def __init__(self) -> None:
        self._all: dict[str, tuple[T, texts.TextsRead]] = {}

    def told(self, name: str, tell: Callable[[], T]) -> T:
        """Return what `tell` says, told at the first time only."""
        if name not in self._all:
            read: texts.TextsRead = {}
            with texts.noting(read):
                self._all[name] = tell(), read
        told, read = self._all[name]
        texts.note(read)
        return told


def _unmarked(words: str) -> Rich:
    return Rich(words, texts.as_text(words))


def _name_among_all(voice: Voice) -> str:
    """Return the guide's name, with its language where another language has the same name for it."""
    name = voice.say("site_name")
    others = (Voice(voice.guide, code) for code in voice.guide.site.locales if code != voice.locale)
    shared = any(other.say("site_name") == name for other in others)
    return f"{name} ({voice.wording.language_in_a_phrase})" if shared else name
