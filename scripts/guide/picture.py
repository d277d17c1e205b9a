"""A trick's picture as words and numbers: ten kinds, told apart by `kind`; nobody draws.

The bounds are those within which `scripts.pictures` can draw any words: text wraps and boxes grow, so
lengths only keep a picture small enough to be taken in at a glance.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scripts.guide.part import Part, Slug
from scripts.guide.picture_of_time import BreakEven, Clocks, NoticeCalendar, Titled
from scripts.problems import Faulty, fault
from scripts.texts import Label, Phrase

PICTURE_KINDS = (
    *("annotated-quote", "stack-of-costs", "break-even", "money-flow", "notice-calendar"),
    *("staircase", "ratchet", "paper-hierarchy", "keys", "clocks"),
)
"""What `kind` may say."""

Amount = Annotated[int, Field(ge=1, le=9_999_999)]
Units = Annotated[int, Field(ge=1, le=99_999)]
"""A number short enough to stand in a narrow column."""


class QuoteLine(Part):
    """A line of an offer, and what it does not say."""

    text: Phrase
    note: Phrase | None = None


class AnnotatedQuote(Titled):
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


class StackOfCosts(Titled):
    """The price that is stated and, on top of it, what is not."""

    kind: Literal["stack-of-costs"]
    stated: Annotated[list[Cost], Field(min_length=1, max_length=2)]
    unstated: Annotated[list[Cost], Field(min_length=1, max_length=6)]


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


class MoneyFlow(Titled):
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


class Band(Part):
    """A band of a tariff: up to how many units, and what it costs."""

    up_to: Units
    price: Units


class Staircase(Titled):
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


class Ratchet(Titled):
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


class PaperHierarchy(Titled):
    """Which paper wins where they differ, the strongest first."""

    kind: Literal["paper-hierarchy"]
    papers: Annotated[list[Paper], Field(min_length=2, max_length=5)]


class Key(Part):
    """A thing that somebody holds."""

    label: Label
    holder: Literal["you", "vendor"]


class Keys(Titled):
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
    | Keys
    | Clocks,
    Field(discriminator="kind"),
]
"""A picture of any kind."""
