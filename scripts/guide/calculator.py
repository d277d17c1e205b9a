"""What the calculator asks, from `content/calculator.yml`: groups of inputs, each a cost or a setting."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from scripts.guide.model import Listed
from scripts.guide.part import MOST_ITEMS, FileSlug, Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import InlineText, Name, Summary

CALCULATOR_FILE = "content/calculator.yml"

When = Literal["start", "year", "month", "user-month", "end"]
"""When a cost is paid: once in the first year, every year, every month, every month for each user, or once
in the last year."""
Unit = Literal["money", "hours"]

CompanySetting = Literal["users", "growth", "hour"]
OfferSetting = Literal["rise", "cap", "rise-from", "discount", "discount-years", "tax", "rate"]
COMPANY_SETTINGS: tuple[CompanySetting, ...] = get_args(CompanySetting)
"""The settings that every offer shares."""
OFFER_SETTINGS: tuple[OfferSetting, ...] = get_args(OfferSetting)
"""The settings of each offer by itself."""
SETTINGS: frozenset[str] = frozenset((*COMPANY_SETTINGS, *OFFER_SETTINGS))

_NUMBER = r"\d{1,9}(\.\d{1,4})?"
Example = Annotated[str, Field(pattern=rf"^({_NUMBER}(~{_NUMBER}~{_NUMBER})?)?$")]
"""A value of the invented example: empty, a number, or low~likely~high."""
MOST_OFFERS = 4


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
