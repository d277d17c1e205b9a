"""A quiz as other programs take it: one locale, each text both as plain words and as safe HTML.

Every export format reads these classes and nothing else of the guide.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias


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

    @property
    def numbered(self) -> Iterator[tuple[int, Step]]:
        """Yield (right place, from 1; step) in the order of `mixed`, which does not give the answer away."""
        left = list(enumerate(self.steps, start=1))
        for step in self.mixed:
            found = next(one for one in left if one[1] == step)
            left.remove(found)
            yield found


Task: TypeAlias = Choices | Judgement | Matches | Steps


@dataclass(frozen=True, eq=False)
class PortableQuestion:
    """A question in one locale; the same object in every quiz that asks it, so that it is laid out once.

    `name` is unique within the guide and the same in every locale. `title` is for trainers, who see
    which trick it teaches.
    """

    name: str
    title: str
    kind: str
    trick: str
    scene: Rich
    task: Task
    lesson: Rich
    phase: str = ""
    """The name of the phase of the purchase that its trick belongs to."""
    tags: tuple[str, ...] = ()
    """What programs may sort it by, the same in every locale: its phase, its trick."""
    local: str = ""
    """Where an organisation's own folder added or replaced its trick, the words that say so."""
    changed: int = field(default=0, repr=False)
    """When its words last changed, in seconds since 1970. Most formats do not tell it."""

    @property
    def names_its_answer(self) -> bool:
        """Tell whether a learner who reads the trick's name knows an answer."""
        name = " ".join(self.trick.split())
        match self.task:
            case Choices(options=options):
                return any(name in option.text.plain for option in options)
            case Matches(offered=offered):
                return any(name in " ".join(trick.plain.split()) for trick in offered)
        return False


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
    headings: tuple[str, ...]
    """For learners, what stands above each question: its place, and nothing of its answer."""
    guide: str = ""
    """The guide's own name among those of all locales."""
    guide_address: str = ""

    @property
    def key(self) -> str:
        """The quiz's name among those of all locales."""
        return f"{self.locale}/{self.slug}"
