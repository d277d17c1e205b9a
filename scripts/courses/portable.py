"""A quiz as other programs take it: one locale, each text both as plain words and as safe HTML.

Every export format reads these classes and nothing else of the guide.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from scripts.derived import Asked, all_asked, presented
from scripts.guide import (
    InlineText,
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
    texts,
)
from scripts.guide.addresses import path_to


@dataclass(frozen=True)
class Rich:
    """The same words twice: `plain` on one line without marks, `html` as safe HTML without a paragraph."""

    plain: str
    html: str


@dataclass(frozen=True)
class Choice:
    """An answer to choose, with the reason why it is right or wrong."""

    text: Rich
    right: bool
    why: Rich


@dataclass(frozen=True)
class Choices:
    """Answers to choose from; `several` where more than one is right."""

    options: tuple[Choice, ...]
    several: bool

    def share(self, option: Choice) -> Fraction:
        """Return the part of the point that ticking this answer earns, between -1 and 1.

        The right answers share the point. Where several are right, a wrong tick costs one share.
        """
        share = Fraction(1, sum(each.right for each in self.options))
        if option.right:
            return share
        return -share if self.several else Fraction(0)


@dataclass(frozen=True)
class Judgement:
    """A claim to judge; `true` and `false` are the two answers, of which one is right."""

    claim: Rich
    true: Choice
    false: Choice

    @property
    def options(self) -> tuple[Choice, Choice]:
        """The two answers in the order to show."""
        return self.true, self.false


@dataclass(frozen=True)
class Match:
    """A sign, the trick it belongs to, and the reason."""

    sign: Rich
    trick: Rich
    why: Rich


@dataclass(frozen=True)
class Matches:
    """Signs, each of which belongs to one trick; `offered` are the tricks in the order to show."""

    pairs: tuple[Match, ...]
    offered: tuple[Rich, ...]


@dataclass(frozen=True)
class Step:
    """One of the things to put in order, with the reason for its place."""

    text: Rich
    why: Rich


@dataclass(frozen=True)
class Steps:
    """Steps in their right order, and `mixed` as readers first see them."""

    steps: tuple[Step, ...]
    mixed: tuple[Step, ...]


Task: TypeAlias = Choices | Judgement | Matches | Steps


@dataclass(frozen=True)
class PortableQuestion:
    """A question in one locale.

    `name` is unique within the guide and the same in every locale. `title` is for trainers, who see
    which trick it teaches; `heading` is for learners, whom the trick's name would tell the answer.
    """

    name: str
    title: str
    heading: str
    kind: str
    trick: str
    scene: Rich
    task: Task
    lesson: Rich


@dataclass(frozen=True)
class PortableQuiz:
    """A quiz in one locale; `address` is its page on the site, `drawn` how many it asks at a time."""

    slug: str
    locale: str
    title: str
    summary: str
    address: str
    drawn: int | None
    questions: tuple[PortableQuestion, ...]

    @property
    def key(self) -> str:
        """The quiz's name among those of all locales."""
        return f"{self.locale}/{self.slug}"


def portable(voice: Voice, quiz: Quiz, address: str) -> PortableQuiz:
    """Return the quiz in the voice's locale; links lead to the site at `address`, which ends with `/`."""
    teller = _Teller(voice, f"{address}{voice.locale}/")
    asked = all_asked(voice.guide, quiz)
    numbers: Counter[str] = Counter()
    questions = []
    for place, one in enumerate(asked, start=1):
        numbers[one.trick.slug] += 1
        heading = voice.say("quiz_position", number=place, all=len(asked))
        questions.append(teller.question(one, numbers[one.trick.slug], heading))
    return PortableQuiz(
        slug=quiz.slug,
        locale=voice.locale,
        title=voice.words(quiz.name),
        summary=voice.words(quiz.summary),
        address=teller.address("quiz", quiz.slug),
        drawn=quiz.select.random,
        questions=tuple(questions),
    )


class _Teller:
    """Says the guide's texts in one locale, with links to the site at `base`."""

    def __init__(self, voice: Voice, base: str) -> None:
        self._voice = voice
        self._base = base

    def address(self, kind: str, name: str) -> str:
        return self._base + path_to(kind, name)

    def question(self, asked: Asked, number: int, heading: str) -> PortableQuestion:
        trick = self._voice.words(asked.trick.name)
        return PortableQuestion(
            name=asked.name,
            title=f"{trick} {number}",
            heading=heading,
            kind=asked.question.kind,
            trick=trick,
            scene=self._rich(asked.question.scene),
            task=self._task(asked.question),
            lesson=self._lesson(asked.trick, trick),
        )

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
        return Rich(texts.words(words), " ".join(texts.to_inline_html(words, self.address).split()))

    def _said(self, key: str) -> Rich:
        return _unmarked(self._voice.say(key))

    def _lesson(self, trick: Trick, name: str) -> Rich:
        words = self._voice.say("learn_this_trick", trick=name)
        link = texts.as_text(self.address("trick", trick.slug))
        return Rich(words, f'<a href="{link}">{texts.as_text(words)}</a>')


def _unmarked(words: str) -> Rich:
    return Rich(words, texts.as_text(words))
