"""The entries of `content/assessments/`: statements by which readers measure their own purchase."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from scripts.guide.model import Entry, Order
from scripts.guide.part import MOST_ITEMS, Part, Slug
from scripts.guide.scoring import Answer, Form, of_form
from scripts.guide.scoring import Statement as Weighed
from scripts.texts import InlineText


class Statement(Part):
    """Something observable about the reader's purchase, phrased so that “yes” is good.

    A “no” weighs 1 to 3. Each countermeasure makes the statement true by itself.
    """

    id: Slug
    phase: Slug
    text: InlineText
    weight: Literal[1, 2, 3]
    why: InlineText
    help: InlineText | None = None
    tricks: Annotated[list[Slug], Field(min_length=1, max_length=MOST_ITEMS)]
    countermeasures: Annotated[list[Slug], Field(min_length=1, max_length=MOST_ITEMS)]

    def weighed(self) -> Weighed:
        """Return what scoring needs of the statement."""
        return Weighed(self.id, self.phase, self.weight, tuple(self.tricks), tuple(self.countermeasures))


LEAST_SHORT_FORM = 4
"""Fewer statements than these say too little of a purchase to be called a result."""
LONGEST_SHORT_FORM = 15
"""The statements that somebody answers in a few minutes."""


class Assessment(Entry):
    """Statements about the reader's own purchase, scored into exposure; by `order`, see `addresses`.

    `short` is an editor's choice: the ids of the statements that weigh most, for a reader with little time.
    They keep their places among the others. Without it there is one form only.
    """

    kind = "assessment"
    order: Order
    intro: InlineText
    short: Annotated[list[Slug], Field(min_length=LEAST_SHORT_FORM, max_length=LONGEST_SHORT_FORM)] = Field(
        default=[]
    )
    statements: Annotated[list[Statement], Field(min_length=2, max_length=60)]

    def weighed(self, form: Form = "all") -> list[Weighed]:
        """Return the statements of a form as scoring takes them."""
        return of_form([statement.weighed() for statement in self.statements], self.short, form)


class SavedAssessment(Part):
    """A reader's answers as a file, to keep or to compare with later. It says nothing of the reader."""

    format: Literal["forewarned-assessment"]
    version: Literal[1]
    assessment: Slug
    saved: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    form: Form = "all"
    answers: dict[Slug, Answer]


def addresses(assessments: Mapping[str, Assessment]) -> dict[str, str]:
    """Return each assessment's address below the locale: the first is the guide's own."""
    return {
        slug: f"assessment/{slug}/" if position else "assessment/"
        for position, slug in enumerate(assessments)
    }
