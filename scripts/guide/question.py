"""The questions of a quiz: five kinds, told apart by `kind`; one that names none has one right option.

And which of them a quiz asks.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from scripts.guide.part import MOST_ITEMS, Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import InlineText

DEFAULT_KIND = "one"
KINDS = (DEFAULT_KIND, "several", "truth", "match", "order")
"""What `kind` may say."""


class Option(Part):
    """A possible answer, with the reason why it is right or wrong."""

    text: InlineText
    correct: bool = False
    why: InlineText


class Pair(Part):
    """A sign and the trick it belongs to."""

    sign: InlineText
    trick: Slug
    why: InlineText = Field(description="Why the sign belongs to this trick.")


class OrderStep(Part):
    """One of the things to put in order."""

    text: InlineText
    why: InlineText = Field(description="Why it stands at this place.")


def _one_right(options: list[Option]) -> list[Option]:
    right = _right(options)
    if right != 1:
        raise Faulty(fault("one-right-option", count=right))
    return options


def _several_right(options: list[Option]) -> list[Option]:
    right = _right(options)
    if right < 2:
        raise Faulty(fault("several-right-options", count=right))
    if right == len(options):
        raise Faulty(fault("no-wrong-option"))
    return options


def _right(options: Sequence[Option]) -> int:
    return sum(option.correct for option in options)


def _tricks_differ(pairs: list[Pair]) -> list[Pair]:
    seen: set[str] = set()
    for pair in pairs:
        if pair.trick in seen:
            raise Faulty(fault("trick-in-two-pairs", trick=pair.trick))
        seen.add(pair.trick)
    return pairs


class _Scene(Part):
    """What every kind of question begins with."""

    id: Slug
    formerly_of: Slug | None = Field(
        default=None, description="The former slug of the trick under which it was first asked."
    )
    scene: InlineText = Field(description="What happens, and what is asked about it.")


class OneRight(_Scene):
    """A scene with options of which exactly one is right."""

    kind: Literal["one"] = "one"
    options: Annotated[list[Option], Field(min_length=2, max_length=6), AfterValidator(_one_right)]


class SeveralRight(_Scene):
    """A scene with options of which two or more are right, but not all."""

    kind: Literal["several"]
    options: Annotated[list[Option], Field(min_length=4, max_length=6), AfterValidator(_several_right)]


class TrueOrFalse(_Scene):
    """A scene and a claim about it to judge."""

    kind: Literal["truth"]
    claim: InlineText = Field(description="The sentence to judge.")
    correct: bool = Field(description="Is the claim true?")
    why_true: InlineText = Field(description="Shown to readers who answer “true”.")
    why_false: InlineText = Field(description="Shown to readers who answer “false”.")


class MatchSigns(_Scene):
    """Signs, each of which belongs to one trick."""

    kind: Literal["match"]
    pairs: Annotated[list[Pair], Field(min_length=3, max_length=5), AfterValidator(_tricks_differ)]


class PutInOrder(_Scene):
    """Steps, written in their right order."""

    kind: Literal["order"]
    steps: Annotated[list[OrderStep], Field(min_length=3, max_length=6)]


def _kind_said(question: object) -> object:
    if isinstance(question, dict) and "kind" not in question:
        return {**question, "kind": DEFAULT_KIND}
    return question


Question = Annotated[
    OneRight | SeveralRight | TrueOrFalse | MatchSigns | PutInOrder,
    Field(discriminator="kind"),
    BeforeValidator(_kind_said),
]
"""A question of any kind."""


class TwoSigns(Part):
    """By what a trick's question “which trick is this?” asks for it, and how the trick explains both."""

    signs: Annotated[list[Slug], Field(min_length=2, max_length=2)] = Field(
        description="Two of the trick's own warning signs."
    )
    why: InlineText = Field(description="How the trick explains both signs.")


class Selection(Part):
    """Which questions a quiz asks: those of some phases or of all."""

    phases: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    all: Literal[True] | None = None
    ask: Literal["questions", "which-trick"] = "questions"
    random: Annotated[int, Field(ge=3, le=50)] | None = None

    @model_validator(mode="after")
    def _phases_or_all(self) -> Self:
        if bool(self.phases) == bool(self.all):
            raise Faulty(fault("phases-or-all"))
        return self

    def takes(self, phase: str) -> bool:
        """Tell whether it asks about the tricks of a phase."""
        return bool(self.all) or phase in self.phases

    def is_about(self, phase: str) -> bool:
        """Tell whether it names this phase as its subject."""
        return phase in self.phases
