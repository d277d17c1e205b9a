"""A trick's picture as words and numbers: nine kinds, told apart by `kind`; nobody draws.

The bounds are those within which `scripts.pictures` can draw any words: text wraps and boxes grow, so
lengths only keep a picture small enough to be taken in at a glance.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scripts.guide.part import Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import Label, Name, Phrase, Summary

PICTURE_KINDS = (
    *("annotated-quote", "stack-of-costs", "break-even", "money-flow", "notice-calendar"),
    *("staircase", "ratchet", "paper-hierarchy", "keys"),
)
"""What `kind` may say."""

Amount = Annotated[int, Field(ge=1, le=9_999_999)]
Units = Annotated[int, Field(ge=1, le=99_999)]
"""A number short enough to stand in a narrow column."""
Months = Annotated[int, Field(ge=1, le=60)]


class _Titled(Part):
    """What every picture has."""

    title: Name = Field(description="What the picture shows.")
    caption: Summary = Field(description="What to take from it; it stands below the picture.")


class QuoteLine(Part):
    """A line of an offer, and what it does not say."""

    text: Phrase
    note: Phrase | None = None


class AnnotatedQuote(_Titled):
    """Lines of an offer or contract with notes in the margin."""

    kind: Literal["annotated-quote"]
    lines: Annotated[list[QuoteLine], Field(min_length=1, max_length=5)]

    @model_validator(mode="after")
    def _has_a_note(self) -> Self:
        if not any(line.note for line in self.lines):
            raise Faulty(fault("no-note"))
        return self


class Cost(Part):
    """A cost by its name."""

    label: Label
    amount: Amount


class StackOfCosts(_Titled):
    """The price that is stated and, on top of it, what is not."""

    kind: Literal["stack-of-costs"]
    stated: Annotated[list[Cost], Field(min_length=1, max_length=2)]
    unstated: Annotated[list[Cost], Field(min_length=1, max_length=6)]


class CostLine(Part):
    """What one pays at the start and in each period."""

    label: Label
    start: Annotated[int, Field(ge=0, le=9_999_999)]
    each: Annotated[int, Field(ge=0, le=9_999_999)]


class BreakEven(_Titled):
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


class Party(Part):
    """Somebody who pays or is paid."""

    id: Slug
    label: Label


class Payment(Part):
    """What goes from one party to another; `hidden` where the buyer is not told."""

    payer: Slug
    payee: Slug
    label: Phrase
    hidden: bool = False


class MoneyFlow(_Titled):
    """Who pays whom, in the order in which it happens."""

    kind: Literal["money-flow"]
    parties: Annotated[list[Party], Field(min_length=2, max_length=3)]
    payments: Annotated[list[Payment], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _between_parties(self) -> Self:
        known = [party.id for party in self.parties]
        if len(set(known)) < len(known):
            raise Faulty(fault("party-twice", names=", ".join(known)))
        for payment in self.payments:
            for name in (payment.payer, payment.payee):
                if name not in known:
                    raise Faulty(fault("unknown-party", name=name, among=known))
            if payment.payer == payment.payee:
                raise Faulty(fault("pays-itself", name=payment.payer))
        return self


class NoticeCalendar(_Titled):
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


class Band(Part):
    """A band of a tariff: up to how many units, and what it costs."""

    up_to: Units
    price: Units


class Staircase(_Titled):
    """A tariff in bands: a step up for one unit more."""

    kind: Literal["staircase"]
    unit: Label = Field(description="What is counted, in the plural.")
    price: Label = Field(description="What the price is of: per year, per month.")
    bands: Annotated[list[Band], Field(min_length=2, max_length=4)]

    @model_validator(mode="after")
    def _rise(self) -> Self:
        for name, numbers in (
            ("up_to", [band.up_to for band in self.bands]),
            ("price", [band.price for band in self.bands]),
        ):
            if numbers != sorted(set(numbers)):
                raise Faulty(fault("bands-do-not-rise", field=name))
        return self


class Ratchet(_Titled):
    """What was needed in each period, and what was paid: it follows up and never down."""

    kind: Literal["ratchet"]
    unit: Label = Field(description="What is counted, in the plural.")
    period: Label = Field(description="What one period is called.")
    needed: Annotated[list[Annotated[int, Field(ge=1, le=9_999)]], Field(min_length=3, max_length=6)]

    @model_validator(mode="after")
    def _falls_once(self) -> Self:
        if self.needed == self.paid:
            raise Faulty(fault("ratchet-never-slips"))
        return self

    @property
    def paid(self) -> Sequence[int]:
        """What is paid in each period: the most that was needed until then."""
        return [max(self.needed[: index + 1]) for index in range(len(self.needed))]


class Paper(Part):
    """A document, what it says, and whether it is the one with the vendor's promise."""

    label: Label
    says: Phrase | None = None
    promise: bool = False


class PaperHierarchy(_Titled):
    """Which paper wins where they differ, the strongest first."""

    kind: Literal["paper-hierarchy"]
    papers: Annotated[list[Paper], Field(min_length=2, max_length=5)]


class Key(Part):
    """A thing that somebody holds."""

    label: Label
    holder: Literal["you", "vendor"]


class Keys(_Titled):
    """Who holds what."""

    kind: Literal["keys"]
    things: Annotated[list[Key], Field(min_length=2, max_length=7)]


Picture = Annotated[
    AnnotatedQuote
    | StackOfCosts
    | BreakEven
    | MoneyFlow
    | NoticeCalendar
    | Staircase
    | Ratchet
    | PaperHierarchy
    | Keys,
    Field(discriminator="kind"),
]
"""A picture of any kind."""
