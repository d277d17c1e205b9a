"""The entries of `content/paths/`: pages to read in order, for a purpose and in a given time."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from scripts.guide.model import Entry, Order
from scripts.guide.part import Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import InlineText

StepKind = Literal["trick", "countermeasure", "meeting", "quiz", "page"]
"""What a guided path can lead to."""


Piece = Literal["minute", "sheet"]
"""What of a page is read where not all of it is: a trick's «In one minute», a meeting's one sheet."""

_HAS: Mapping[Piece, StepKind] = {"minute": "trick", "sheet": "meeting"}


class Step(Part):
    """One page of a guided path, by the one kind that it names."""

    trick: Slug | None = None
    countermeasure: Slug | None = None
    meeting: Slug | None = None
    quiz: Slug | None = None
    page: Slug | None = None
    only: Piece | None = Field(default=None, description="What of the page is read, if not all of it.")

    @model_validator(mode="after")
    def _one_page(self) -> Self:
        if len(self._named()) != 1:
            raise Faulty(fault("step-of-one-page"))
        if self.only and self.reference[0] != _HAS[self.only]:
            raise Faulty(fault("step-without-piece", only=self.only, kind=_HAS[self.only]))
        return self

    def _named(self) -> list[tuple[StepKind, str]]:
        named = [(kind, getattr(self, kind)) for kind in get_args(StepKind)]
        return [(kind, slug) for kind, slug in named if slug is not None]

    @property
    def reference(self) -> tuple[StepKind, str]:
        """The kind and the slug of what it leads to."""
        return self._named()[0]


class GuidedPath(Entry):
    """Pages to read one after the other, for somebody with a purpose and so much time."""

    kind = "path"
    order: Order
    for_whom: InlineText = Field(description="Who gains most from it.")
    minutes: Annotated[int, Field(ge=1, le=480)] = Field(description="How long it takes.")
    steps: Annotated[list[Step], Field(min_length=2, max_length=40)]
