"""The guide's entries as checked types: what a contributor may write, and nothing else.

Every text is a mapping of locale to words, so that both languages stand side by side.
"""

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema

from scripts.guide.part import MOST_ITEMS, FileSlug, Injected, Part, Slug
from scripts.guide.picture import Picture
from scripts.guide.question import Question, Selection, TwoSigns
from scripts.problems import Faulty, fault
from scripts.texts import (
    PLAIN,
    Aliases,
    BlockText,
    InlineText,
    LocaleCode,
    Name,
    Summary,
    full_stop,
    web_address,
)

MOST_TAUGHT = 3
"""The tricks of a lesson: a card for each side of each, and one that says who is who, fill a sheet."""

AskedOf = Literal["vendor", "team", "others"]
"""Who answers a question."""

Stale = Annotated[
    list[LocaleCode],
    Field(
        max_length=MOST_ITEMS,
        description="Locales whose text is older than the others' and waits for an update.",
    ),
]

Formerly = Annotated[
    list[FileSlug],
    Field(
        max_length=MOST_ITEMS,
        description="Slugs of entries of this kind that are now this one: its own before, or merged ones'.",
    ),
]

Order = Annotated[int, Field(ge=-9999, le=9999)]


def _in_the_calendar(written: str) -> str:
    """Refuse a day that no calendar has; a year or a month alone is taken as its first day."""
    try:
        datetime.date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        raise Faulty(fault("not-a-date", given=written)) from None
    return written


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_in_the_calendar)]
"""A day as ISO 8601 writes it: `2019-03-01`."""


class Source(Part):
    """Where a fact comes from."""

    title: Annotated[str, Field(min_length=3, max_length=300), PLAIN]
    translation: InlineText | None = Field(
        default=None, description="The title in the guide's languages, where the source has another."
    )
    url: Annotated[str, AfterValidator(web_address)]
    date: (
        Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$"), AfterValidator(_in_the_calendar)] | None
    ) = Field(
        default=None,
        description="When it was published: 2019, 2019-03 or 2019-03-01, in quotes; left out if unknown.",
    )
    accessed: Day = Field(description="The day a contributor read it, in quotes.")
    language: LocaleCode
    kind: Literal["article", "law", "standard", "report", "terms", "study", "practitioner", "interested"]
    used_in: Annotated[list[LocaleCode], Field(min_length=1, max_length=MOST_ITEMS)] | None = Field(
        default=None, description="The languages whose text uses it; left out if all do."
    )
    supports: InlineText | None = Field(default=None, description="What the entry takes from it.")

    @property
    def ends_itself(self) -> bool:
        """Whether its title bears the sign that ends a sentence: no full stop goes after it."""
        return not full_stop(self.title)


class Entry(Part):
    """An entry with a name of its own; `slug` and `file` come from where it stands."""

    kind: ClassVar[str]
    slug: Injected
    file: Injected
    name: Name
    summary: Summary
    aliases: Aliases
    added: Day | None = Field(default=None, description="The day it came into the guide, in quotes.")
    formerly: Formerly = Field(default=[])
    stale: Stale = Field(default=[])


class Reviewed(Entry):
    """An entry that somebody reads again from time to time, its sources too."""

    reviewed: Day | None = Field(
        default=None, description="The day somebody last read the whole entry and its sources, in quotes."
    )


class Variant(Part):
    """One of the forms in which a trick appears."""

    id: Slug
    name: Name
    text: InlineText


class WarningSign(Part):
    """Something that can be seen or heard in the meeting."""

    id: Slug
    text: InlineText


class Trick(Reviewed):
    """A peaceful way, almost always lawful, in which a vendor gains at the buyer's cost."""

    kind = "trick"
    phase: Injected
    severity: Literal["low", "medium", "high"] = Field(
        description="What it costs when it works: low, medium or high."
    )
    meetings: Annotated[list[Slug], Field(min_length=1, max_length=MOST_ITEMS)]
    image: BlockText | None = Field(default=None, description="A comparison from daily life.")
    mechanism: BlockText = Field(description="How it works and why.")
    picture: Picture | None = Field(default=None, description="How it works, drawn from words and numbers.")
    cost: BlockText = Field(description="What the buyer pays.")
    variants: Annotated[list[Variant], Field(max_length=MOST_ITEMS)] = Field(default=[])
    warning_signs: Annotated[list[WarningSign], Field(min_length=1, max_length=MOST_ITEMS)]
    fair_side: BlockText | None = Field(default=None, description="The vendor's honest reason.")
    countermeasures: Annotated[list[Slug], Field(min_length=1, max_length=MOST_ITEMS)]
    related: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    from_the_source: BlockText | None = Field(
        default=None, description="The source's own figures, places and products, kept out of the main text."
    )
    note: InlineText | None = Field(default=None, description="What of this entry is our own.")
    sources: Annotated[list[Source], Field(max_length=MOST_ITEMS)] = Field(default=[])
    recognised_by: TwoSigns | None = None
    quiz: Annotated[list[Question], Field(min_length=2, max_length=MOST_ITEMS)]


class Countermeasure(Reviewed):
    """Something the buyer does, asks or has written; many tricks share it."""

    kind = "countermeasure"
    when: Literal["before", "during", "after"]
    effort: Literal["minutes", "hours", "days"]
    check: Summary = Field(description="One imperative line: the box of the checklist.")
    how: BlockText
    ask: InlineText | None = Field(default=None, description="The question to say aloud.")
    ask_of: AskedOf = "vendor"
    ask_in_writing: BlockText | None = Field(default=None, description="A text of its own, fit to send.")
    proof: InlineText | None = Field(default=None, description="What a good answer shows.")
    if_refused: InlineText | None = Field(
        default=None, description="The least to accept where the answer is no, and for what."
    )
    clause: BlockText | None = Field(default=None, description="Wording to ask for.")
    clause_caption: Name | None = Field(
        default=None, description="What the clause is called in the contract, the same for both parties."
    )
    clause_subject: Slug | None = Field(default=None, description="The subject under which it is listed.")
    clause_matter: Slug | None = Field(
        default=None, description="What the clause settles, where the clause of another act settles it too."
    )
    clause_first: bool = Field(
        default=False, description="Whether its clause is among those to start with, where few are asked for."
    )
    sources: Annotated[list[Source], Field(max_length=MOST_ITEMS)] = Field(default=[])


class Listed(Part):
    """A part of a file that is a list; `file` and `position` in it come from where it stands."""

    id: Slug
    file: Injected
    position: SkipJsonSchema[int]
    stale: Stale = Field(default=[])


class Term(Listed):
    """A word of the trade, explained."""

    term: Name
    definition: InlineText
    aliases: Aliases = Aliases({})
    tricks: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])


class TriedLine(Part):
    """What the vendor of a role play says, the sign that it shows, and the act whose question answers it."""

    trick: Slug
    sign: Slug
    answer: Slug
    says: Summary


class Scene(Part):
    """What a class plays: who sits at the table, the lines that are tried there, and what for."""

    aim: Summary
    table: Summary
    vendor: Summary
    buyer: Summary
    lines: Annotated[list[TriedLine], Field(min_length=1, max_length=MOST_TAUGHT)]


class ClauseSubject(Listed):
    """What clauses are about; they are listed in the order of their subjects."""

    place: ClassVar[str] = "content/clause_subjects.yml"
    name: Name


class Phase(Listed):
    """Where in the purchase a trick happens; its tricks stand in the folder named like `id`."""

    id: FileSlug
    name: Name
    summary: Summary
    intro: BlockText
    lesson: Scene | None = None


class Quiz(Entry):
    """A set of questions taken from tricks."""

    kind = "quiz"
    order: Order
    intro: BlockText
    select: Selection
