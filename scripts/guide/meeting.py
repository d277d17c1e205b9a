"""The meetings as checked types: what is carried into each, and what is said and done there."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scripts.guide.model import AskedOf, Order, Reviewed
from scripts.guide.part import MOST_ITEMS, SLUG, Part, Slug
from scripts.problems import Faulty, fault
from scripts.texts import BlockText, InlineText, Name, Summary

LONGEST_SHORT_LIST = 8
"""The acts that a short list has room for: its answers stand on one page, in letters read standing up."""
MOST_ASKED_FIRST = 3
"""The questions that there is still time for where the vendor has to leave early."""
MOST_PRINTED_SIGNS = 12
"""The signs that a printed list has room for."""
SIGNS_ON_A_SHEET = 6
"""The signs that somebody at a table can keep an eye on: the first of those printed."""
MOST_OBSERVED = 5
"""What a line or two at the foot of a sheet have room for."""
MOST_NOTED = 8
"""What two or three lines below a question have room for."""
MOST_COLUMNS = 7
"""The columns of a table that a hand still writes in."""
ColumnNumber = Annotated[int, Field(ge=1, le=MOST_COLUMNS)]
MOST_FORMS = 4
"""The blank sheets that somebody still chooses between."""
MOST_ASKED_BACK = 6
"""The vendor's own questions that somebody can have an answer ready for."""
SignName = Annotated[str, Field(pattern=rf"{SLUG[:-1]}/{SLUG[1:]}")]
"""A trick and one of its signs: `demo-always-works/nobody-else-drives`."""

STRONGEST = 5
"""The most that a buyer's strength can be."""


class Strength(Part):
    """How much a buyer can still ask for in a meeting, in our judgement, and why."""

    level: Annotated[int, Field(ge=1, le=STRONGEST)]
    why: Summary


class Grid(Part):
    """A table that is filled in by hand; `lines` stand in its first column, the rows below them are empty.

    A column that is called by what there is to choose (“ours / theirs / not seen”) is filled in by a ring.
    """

    title: Name
    columns: Annotated[list[Name], Field(min_length=2, max_length=MOST_COLUMNS)]
    ticked: Annotated[list[ColumnNumber], Field(max_length=MOST_COLUMNS)] = Field(
        default=[], description="The columns, counted from 1, that take no more than a tick."
    )
    rows: Annotated[int, Field(ge=1, le=10)]
    lines: Annotated[list[Name], Field(max_length=10)] = Field(default=[])

    @property
    def begun(self) -> Sequence[Name | None]:
        """What each row begins with, None for an empty one."""
        return [*self.lines, *(None for _ in range(self.rows - len(self.lines)))]


class Observed(Part):
    """Something to tick or note in the room, in words that a vendor may read over one's shoulder."""

    what: Name
    choices: Annotated[list[Name], Field(max_length=4)] = Field(default=[])
    beforehand: bool = Field(
        default=False, description="Whether it is settled before anybody sits down: at the head of the sheet."
    )


class WordedHere(Part):
    """What an act says in one meeting, where its own words come too early or too late.

    `noted` is what to tick or note of the answer, below the question on the sheet.
    """

    check: Summary | None = None
    ask: InlineText | None = None
    ask_of: AskedOf | None = None
    ask_in_writing: BlockText | None = None
    proof: InlineText | None = None
    if_refused: InlineText | None = None
    noted: Annotated[list[Observed], Field(max_length=MOST_NOTED)] = Field(default=[])

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.texts():
            raise Faulty(fault("nothing-worded"))
        return self


class BlankForm(Part):
    """A sheet to fill in by hand: lines at its head, questions with room to answer, a table, a verdict.

    `foot` says what filling it in means, and what it does not. It may lie open before a vendor, unless it is
    `private`. What it has no table for, its questions take.
    """

    name: Name
    summary: Summary
    lines: Annotated[list[Name], Field(max_length=8)] = Field(default=[])
    questions: Annotated[list[InlineText], Field(max_length=10)] = Field(default=[])
    columns: Annotated[list[Name], Field(max_length=6)] = Field(default=[])
    noted: Annotated[list[Observed], Field(max_length=MOST_OBSERVED)] = Field(default=[])
    foot: Summary | None = Field(default=None, description="What whoever fills it in agrees that it means.")
    private: bool = Field(default=False, description="Whether no vendor may see it.")


class AskedBack(Part):
    """What the vendor asks there, and an answer that is true and gives nothing away."""

    heard: Summary
    answer: InlineText


class Meeting(Reviewed):
    """The occasion one prepares for.

    `short`, `signs` and `ask_ahead` are an editor's choice: the acts of the short list in the order in which
    they are used, the signs to print (the first six on the short list too), and the acts whose written text
    is sent to the vendor. `first` are the questions of the short list to begin with where time is short, the
    one that matters most first. `drafts` are the acts whose clauses go with the written text, where these are
    not simply the ones of the short list that are asked about.
    `timing` moves an act, keeps it for when it is needed, or strikes it, where this meeting is not the place
    for it; `worded` says it in this meeting's own way. `contract` says how far the contract is by then: while
    it is open every clause is asked for, before that (`not-yet`) those of `drafts` alone, and once it is
    signed none. Where it is signed and to be renewed (`renewed`), every clause is asked for again.
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
    first: Annotated[list[Slug], Field(max_length=MOST_ASKED_FIRST)] = Field(
        default=[], description="What is asked at the table even where time is short."
    )
    signs: Annotated[list[SignName], Field(max_length=MOST_PRINTED_SIGNS)] = Field(default=[])
    ask_ahead: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    drafts: Annotated[list[Slug], Field(max_length=MOST_ITEMS)] = Field(default=[])
    grid: Grid | None = Field(default=None, description="A table of the buyer's own, to fill in there.")
    forms: Annotated[dict[Slug, BlankForm], Field(max_length=MOST_FORMS)] = Field(
        default={}, description="Blank sheets to print and fill in, each a page of its own."
    )
    observed: Annotated[list[Observed], Field(max_length=MOST_OBSERVED)] = Field(default=[])
    asked_back: Annotated[list[AskedBack], Field(max_length=MOST_ASKED_BACK)] = Field(default=[])
    record: BlockText | None = Field(default=None, description="What to write down or send on that day.")
    bring: Summary | None = Field(default=None, description="What to have in the bag.")
    signing: Summary | None = Field(
        default=None, description="What to sign there, where “nothing in the room” is not enough."
    )
    contract: Literal["not-yet", "open", "signed", "renewed"] = Field(
        default="open", description="How far the contract is by then."
    )
    timing: dict[Slug, Literal["before", "during", "after", "if-needed", "never"]] = Field(default={})
    worded: dict[Slug, WordedHere] = Field(default={})

    def noted_of(self, act: str) -> Sequence[Observed]:
        """Return what is ticked or noted there of the answer to an act, by its slug."""
        here = self.worded.get(act)
        return here.noted if here else ()

    def asks_for_clause(self, act: str) -> bool:
        """Whether the clause of an act, by its slug, can be asked for there."""
        return self.contract in ("open", "renewed") or (self.contract == "not-yet" and act in self.drafts)

    @property
    def in_force(self) -> bool:
        """Whether a contract binds both sides on that day."""
        return self.contract in ("signed", "renewed")
