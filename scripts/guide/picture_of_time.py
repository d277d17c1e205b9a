"""Pictures of time as words and numbers: two ways to pay, a term with its notice, and clocks side by side."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scripts.guide.part import Part
from scripts.problems import Faulty, fault
from scripts.texts import Label, Name, Summary

Months = Annotated[int, Field(ge=1, le=60)]
Moment = Annotated[int, Field(ge=0, le=60)]
"""How many hours, days or months after the beginning."""


class Titled(Part):
    """What every picture has."""

    title: Name = Field(description="What the picture shows.")
    caption: Summary = Field(description="What to take from it; it stands below the picture.")


class CostLine(Part):
    """What one pays at the start and in each period."""

    label: Label
    start: Annotated[int, Field(ge=0, le=9_999_999)]
    each: Annotated[int, Field(ge=0, le=9_999_999)]


class BreakEven(Titled):
    """Two ways to pay that cost the same at one moment."""

    kind: Literal["break-even"]
    period: Label = Field(description="What one period is called, for the end of the axis.")
    periods: Annotated[int, Field(ge=2, le=12)]
    first: CostLine
    second: CostLine

    @model_validator(mode="after")
    def _cross(self) -> Self:
        if not 0 < self.crossing < self.periods:
            raise Faulty(fault("lines-never-cross", periods=self.periods))
        return self

    @property
    def crossing(self) -> float:
        """After how many periods both have cost the same; -1 where they never do."""
        rise = self.first.each - self.second.each
        return (self.second.start - self.first.start) / rise if rise else -1


class NoticeCalendar(Titled):
    """A term, the part of it in which notice can be given, and what follows if nobody does."""

    kind: Literal["notice-calendar"]
    term: Months = Field(description="How many months the term has.")
    notice: Months = Field(description="How many months before its end the notice must arrive.")
    renewal: Months = Field(description="By how many months it renews itself.")

    @model_validator(mode="after")
    def _within_the_term(self) -> Self:
        if self.notice >= self.term:
            raise Faulty(fault("notice-outlasts-term", notice=self.notice, term=self.term))
        return self


class Clock(Part):
    """What lasts from one moment to another; `against` where it runs against the buyer."""

    label: Label
    runs: Annotated[list[Moment], Field(min_length=2, max_length=2)] = Field(
        description="From which moment until which one."
    )
    against: bool = False


class Clocks(Titled):
    """What runs at the same time, and the moment from which it matters."""

    kind: Literal["clocks"]
    unit: Label = Field(description="What is counted along the axis, in the plural.")
    length: Annotated[int, Field(ge=2, le=60)] = Field(description="How many of them the axis has.")
    clocks: Annotated[list[Clock], Field(min_length=2, max_length=4)]
    moment: Moment = Field(description="The moment that is marked.")
    happens: Label = Field(description="What happens then.")

    @model_validator(mode="after")
    def _within_the_axis(self) -> Self:
        for clock in self.clocks:
            begun, ended = clock.runs
            if not begun < ended <= self.length:
                raise Faulty(fault("clock-off-the-axis", begun=begun, ended=ended, length=self.length))
        if self.moment > self.length:
            raise Faulty(fault("moment-off-the-axis", moment=self.moment, length=self.length))
        return self
