"""What the calculator asks, from `content/calculator.yml`: groups of inputs, each a cost or a setting.

And which of them a kind of purchase needs, from `content/kinds_of_purchase.yml`.
"""

from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import Field, model_validator

from scripts.guide.model import Listed, Source
from scripts.guide.part import MOST_ITEMS, FileSlug, Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import InlineText, Name, Summary

CALCULATOR_FILE = "content/calculator.yml"
KINDS_FILE = "content/kinds_of_purchase.yml"

When = Literal["start", "year", "month", "user-month", "end"]
"""When a cost is paid: once in the first year, every year, every month, every month for each user, or once
in the last year."""
Unit = Literal["money", "hours"]

CompanySetting = Literal["users", "growth", "hour"]
OfferSetting = Literal["least-users", "rise", "cap", "rise-from", "discount", "discount-years", "tax", "rate"]
COMPANY_SETTINGS: tuple[CompanySetting, ...] = get_args(CompanySetting)
"""The settings that every offer shares."""
OFFER_SETTINGS: tuple[OfferSetting, ...] = get_args(OfferSetting)
"""The settings of each offer by itself."""
SETTINGS: frozenset[str] = frozenset((*COMPANY_SETTINGS, *OFFER_SETTINGS))

_NUMBER = r"\d{1,9}(\.\d{1,4})?"
Example = Annotated[str, Field(pattern=rf"^({_NUMBER}(~{_NUMBER}~{_NUMBER})?)?$")]
"""A value of the invented example: empty, a number, or low~likely~high."""
Percent = Annotated[str, Field(pattern=r"^\d{1,4}(\.\d{1,2})?$")]
"""So many hundredths, as text, so that nothing of it is lost."""
MOST_OFFERS = 8
"""As many as a purchase has vendors: `scripts/entries/saved_purchase.py`."""


class CostInput(Part):
    """One input of the calculator: a cost, which has `when`, or one of the settings, by its id.

    `rises` and `discounted` say whether the offer's yearly rise and its discount apply to a cost.
    """

    id: Slug
    name: Name
    help: InlineText
    when: When | None = None
    unit: Unit = "money"
    rises: bool = False
    discounted: bool = False
    tricks: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    example: Annotated[list[Example], Field(max_length=MOST_OFFERS)] = Field(default=[])

    @model_validator(mode="after")
    def _cost_or_setting(self) -> Self:
        if (self.id in SETTINGS) == (self.when is not None):
            raise Faulty(fault("cost-or-setting", id=self.id, settings=", ".join(sorted(SETTINGS))))
        return self

    @property
    def of_company(self) -> bool:
        """Whether every offer shares it."""
        return self.id in COMPANY_SETTINGS


class CostGroup(Listed):
    """Inputs that belong together; the costs of a group are one part of the bar."""

    id: FileSlug
    name: Name
    summary: Summary
    meetings: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    inputs: Annotated[list[CostInput], Field(min_length=1, max_length=MOST_ITEMS)]

    @property
    def costs(self) -> list[CostInput]:
        """The inputs that are costs."""
        return [each for each in self.inputs if each.when]


class Share(Part):
    """What an empty cost is taken to be: so many hundredths of a cost that is given, and where that is from.

    Of a cost itself, only what it could be besides: its low or its high.
    """

    input: Slug
    of: Slug
    low: Percent | None = None
    likely: Percent | None = None
    high: Percent | None = None
    says: InlineText
    sources: Annotated[list[Source], Field(min_length=1, max_length=MOST_ITEMS)]

    @model_validator(mode="after")
    def _rising(self) -> Self:
        given = [float(each) for each in (self.low, self.likely, self.high) if each is not None]
        of_itself = self.input == self.of
        if not given or given != sorted(given) or (of_itself and self.likely is not None):
            raise Faulty(fault("share-values", id=self.input))
        return self


class KindOfPurchase(Listed):
    """How software is bought: which lines of the calculator to fill in then, and what an empty one may be."""

    kind: ClassVar[str] = "kind"
    id: FileSlug
    name: Name
    summary: Summary
    lines: Annotated[list[Slug], Field(min_length=1, max_length=MOST_ITEMS)]
    shares: Annotated[list[Share], Field(max_length=MOST_ITEMS)] = Field(default=[])

    @property
    def slug(self) -> str:
        """The name by which an address finds it, as an entry's."""
        return self.id

    @property
    def sources(self) -> list[Source]:
        """What all its shares rest on."""
        return [source for share in self.shares for source in share.sources]
