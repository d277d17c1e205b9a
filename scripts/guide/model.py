"""The guide's entries as checked types: what a contributor may write, and nothing else.

Every text is a mapping of locale to words, so that both languages stand side by side.
"""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from scripts.guide.part import MOST_ITEMS, SLUG, FileSlug, Grid, Injected, Part, Slug
from scripts.guide.picture import Picture
from scripts.guide.question import Question, Selection
from scripts.guide.source import Day, Source
from scripts.problems import Faulty, fault
from scripts.texts import (
    Aliases,
    BlockText,
    InlineText,
    LocaleCode,
    Name,
    Summary,
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
    """A peaceful, legal way in which a vendor gains at the buyer's cost."""

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
    clause_matter: Slug | None = Field(
        default=None, description="What the clause settles, where the clause of another act settles it too."
    )
    sources: Annotated[list[Source], Field(max_length=MOST_ITEMS)] = Field(default=[])


LONGEST_SHORT_LIST = 8
"""The acts that one sheet of paper has room for."""
MOST_PRINTED_SIGNS = 12
"""The signs that somebody at a table can keep an eye on."""
SignName = Annotated[str, Field(pattern=rf"{SLUG[:-1]}/{SLUG[1:]}")]
"""A trick and one of its signs: `demo-always-works/nobody-else-drives`."""

STRONGEST = 5
"""The most that a buyer's strength can be."""


class Strength(Part):
    """How much a buyer can still ask for in a meeting, in our judgement, and why."""

    level: Annotated[int, Field(ge=1, le=STRONGEST)]
    why: Summary


class WordedHere(Part):
    """What an act says in one meeting, where its own words come too early or too late."""

    check: Summary | None = None
    ask: InlineText | None = None
    ask_of: AskedOf | None = None
    ask_in_writing: BlockText | None = None
    proof: InlineText | None = None
    if_refused: InlineText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.texts():
            raise Faulty(fault("nothing-worded"))
        return self


class Meeting(Reviewed):
    """The occasion one prepares for.

    `short`, `signs` and `ask_ahead` are an editor's choice: the acts of the one-sheet list in the order in
    which they are used, the signs to print, and the acts whose written text is sent to the vendor.
    `timing` moves an act, or strikes it, where this meeting is not the place for it; `worded` says it in
    this meeting's own way.
    """

    kind = "meeting"
    order: Order = Field(description="Its place in a purchase; meetings are listed by this number.")
    icon: Slug
    vendor: Literal["present", "in-part", "absent"] = Field(description="Whether the vendor is in the room.")
    strength: Strength | None = Field(
        default=None, description="How strong the buyer is there, in our judgement."
    )
    goal: BlockText
    intro: BlockText
    short: Annotated[list[Slug], Field(max_length=LONGEST_SHORT_LIST)] = Field(default=[])
    signs: Annotated[list[SignName], Field(max_length=MOST_PRINTED_SIGNS)] = Field(default=[])
    ask_ahead: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    grid: Grid | None = Field(default=None, description="A table of the buyer's own, to fill in there.")
    timing: dict[Slug, Literal["before", "during", "after", "never"]] = Field(default={})
    worded: dict[Slug, WordedHere] = Field(default={})


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
