"""What other programs are promised: the shape of each entry under `/api/v1/`, apart from how files hold it.

A field here is never renamed or dropped within a version; new ones may come. `T` is what a text is: words in
one language, or the words of each language by its code.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Generic, Literal

from pydantic import Field

from scripts.open_data.public_parts import AskedBack, BlankForm, Grid, Id, Observed, Public, T, WordedAct

VERSION = "v1"
ByLanguage = dict[str, str]

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Entry(Public[T], Generic[T]):
    """What every entry has."""

    id: Id
    kind: str
    slug: str
    url: T = Field(description="The page for readers.")
    name: T
    summary: T
    origin: Literal["guide", "added", "replaced"] = Field(
        description="Whether an organisation added it to the guide, or replaced what the guide says."
    )
    formerly: list[Id] = Field(description="Ids that led here before; old ones keep their meaning.")
    added: Day | None = Field(description="The day it came into the guide.")
    reviewed: Day | None = Field(description="The day it was last read whole, with its sources.")
    lastmod: Day | None = Field(description="The newest of these days.")
    translated: bool = Field(description="False where some text is shown in another language.")
    stale: list[str] = Field(description="Languages whose text is older than the others'.")


class Source(Public[T], Generic[T]):
    """Where a fact comes from."""

    title: str
    url: Address
    date: str | None = Field(description="When it was published; null where it bears no date.")
    accessed: Day
    language: str
    kind: str
    used_in: list[str] | None = Field(description="The languages whose text uses it; null where all do.")


class Piece(Public[T], Generic[T]):
    """A named form or a sign of a trick."""

    id: str
    name: T | None
    text: T = Field(description="Markdown; links are whole addresses.")


class Trick(Entry[T], Generic[T]):
    """A way, almost always lawful, in which a vendor gains at the buyer's cost."""

    kind: Literal["trick"]
    phase: Id
    severity: Literal["low", "medium", "high"]
    meetings: list[Id]
    mechanism: T
    cost: T
    variants: list[Piece[T]]
    warning_signs: list[Piece[T]]
    fair_side: T | None
    countermeasures: list[Id]
    related: list[Id]
    sources: list[Source[T]]


class Countermeasure(Entry[T], Generic[T]):
    """What a buyer does, asks or has written."""

    kind: Literal["countermeasure"]
    when: Literal["before", "during", "after"]
    effort: Literal["minutes", "hours", "days"]
    check: T
    how: T
    ask: T | None
    ask_of: Literal["vendor", "team", "others"]
    ask_in_writing: T | None
    proof: T | None
    if_refused: T | None
    clause: T | None
    clause_caption: T | None = Field(description="What the contract may call the clause, for both parties.")
    clause_subject: T | None = Field(description="What the clause is about.")
    tricks: list[Id] = Field(description="The tricks that it answers.")
    sources: list[Source[T]]


class Meeting(Entry[T], Generic[T]):
    """An occasion to prepare for."""

    kind: Literal["meeting"]
    vendor: Literal["present", "in-part", "absent"]
    goal: T
    intro: T
    short: list[Id] = Field(description="The acts of the short list, in the order of use.")
    first: list[Id] = Field(description="Those of them to ask first where time is short.")
    grid: Grid[T] | None = Field(description="A table of the buyer's own, to fill in there.")
    forms: list[BlankForm[T]] = Field(description="Blank sheets to print and fill in there.")
    observed: list[Observed[T]] = Field(description="What to tick or note in the room.")
    asked_back: list[AskedBack[T]] = Field(description="What the vendor asks there, with answers.")
    record: T | None = Field(description="What to write down or send on that day.")
    bring: T | None = Field(description="What to have in the bag.")
    signing: T | None = Field(description="What to sign there; null where nothing is signed in the room.")
    signed: bool = Field(description="Whether the contract is signed by then: no clause is asked for.")
    worded: list[WordedAct[T]] = Field(description="The acts that say there something of their own.")
    tricks: list[Id] = Field(description="The tricks to expect there.")


class Quiz(Entry[T], Generic[T]):
    """Scenes in which readers spot tricks; its questions are in the files for course systems."""

    kind: Literal["quiz"]
    intro: T
    phases: list[Id] = Field(description="Those it asks about; empty for all.")


class Statement(Public[T], Generic[T]):
    """Something that can be seen in a purchase; a yes is good."""

    id: str
    phase: Id
    text: T
    why: T
    weight: Literal[1, 2, 3]
    tricks: list[Id]
    countermeasures: list[Id]


class Assessment(Entry[T], Generic[T]):
    """Statements by which readers measure their own purchase."""

    kind: Literal["assessment"]
    intro: T
    statements: list[Statement[T]]


class Path(Entry[T], Generic[T]):
    """Pages to read in order."""

    kind: Literal["path"]
    for_whom: T
    minutes: int
    steps: list[Id]


class Phase(Entry[T], Generic[T]):
    """Where in a purchase tricks happen."""

    kind: Literal["phase"]
    intro: T
    tricks: list[Id]


class Term(Entry[T], Generic[T]):
    """A word of the trade; its summary explains it."""

    kind: Literal["term"]
    tricks: list[Id]


class Listed(Public[T], Generic[T]):
    """An entry as a list shows it; `data` is where all of it stands."""

    id: Id
    kind: str
    slug: str
    name: T
    summary: T
    url: T
    data: Address
    lastmod: Day | None


class Index(Public[T], Generic[T]):
    """All entries of a kind."""

    kind: str
    count: int
    items: list[Listed[T]]


KINDS: Mapping[str, tuple[str, Any]] = {
    "trick": ("tricks", Trick),
    "countermeasure": ("countermeasures", Countermeasure),
    "meeting": ("meetings", Meeting),
    "quiz": ("quizzes", Quiz),
    "assessment": ("assessments", Assessment),
    "path": ("paths", Path),
    "phase": ("phases", Phase),
    "term": ("terms", Term),
}
"""By kind: the name of its folder and its shape."""
PLURALS = tuple(plural for plural, _ in KINDS.values())
"""The folders of entries, in the order of kinds."""
