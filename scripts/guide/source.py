"""Where facts come from, and the days on which something was written or read."""

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scripts.guide.part import Part
from scripts.problems import Faulty, fault
from scripts.texts import PLAIN, InlineText, LocaleCode, web_address


def in_the_calendar(written: str) -> str:
    """Refuse a day that no calendar has; a year or a month alone is taken as its first day."""
    try:
        datetime.date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        raise Faulty(fault("not-a-date", given=written)) from None
    return written


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(in_the_calendar)]
"""A day as ISO 8601 writes it: `2019-03-01`."""


class Source(Part):
    """Where a fact comes from."""

    title: Annotated[str, Field(min_length=3, max_length=300), PLAIN]
    translation: InlineText | None = Field(
        default=None, description="The title in the guide's languages, where the source has another."
    )
    url: Annotated[str, AfterValidator(web_address)]
    date: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$"), AfterValidator(in_the_calendar)] = (
        Field(description="When it was published: 2019, 2019-03 or 2019-03-01, in quotes.")
    )
    accessed: Day = Field(description="The day a contributor read it, in quotes.")
    language: LocaleCode
    kind: Literal["article", "law", "standard", "report", "practitioner"]
    supports: InlineText | None = Field(default=None, description="What the entry takes from it.")
