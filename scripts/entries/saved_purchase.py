"""A reader's purchase as the file that their browser saves; the site itself never sees one."""

from typing import Annotated, Literal

from pydantic import Field

from scripts.guide import Answer, Form, Part

_Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,199}$")]
_Day = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
_Line = Annotated[str, Field(max_length=500)]
_Words = Annotated[str, Field(max_length=20_000)]


class SavedVendor(Part):
    """One who offers, or the system of today."""

    id: _Id
    name: _Line
    today: bool


class SavedList(Part):
    """What a vendor's list of one meeting holds, by the ids of the page."""

    ticks: list[_Id]
    notes: dict[_Id, _Words]
    leftOut: list[_Id]  # noqa: N815 (as the browser has it)
    verdicts: dict[_Id, Literal["good", "partly", "poor", "none"]]


class SavedPromise(Part):
    """What a vendor has promised; what was not said is empty."""

    id: _Id
    vendor: _Id
    what: _Words
    who: _Line
    by: _Day
    price: _Line
    meeting: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9-]{0,199})?$")]
    heard: _Day
    status: Literal["heard", "confirmed", "contract"]


class SavedDate(Part):
    """A day that must not pass."""

    id: _Id
    vendor: _Id
    kind: Literal["notice", "renewal", "price", "other"]
    day: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class SavedRequirement(Part):
    """What the reader asks of every vendor beside the guide's questions."""

    id: _Id
    text: _Line


class SavedResult(Part):
    """A result of an assessment, as it was on its day: the answers, from which it follows."""

    id: _Id
    day: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    form: Form
    answers: dict[_Id, Answer]


class SavedOfAssessment(Part):
    """A vendor's answers to an assessment as they stand, and the results that were kept."""

    answers: dict[_Id, Answer]
    results: list[SavedResult]


class PurchaseOfReader(Part):
    """A purchase: its vendors, their lists by vendor and meeting, and what they promised.

    The list `own--requirements` has the answers to the reader's own requirements; `weights` and `musts`
    are by the ids of questions and requirements; `assessments` are by vendor and assessment. A file saved
    before there were any has none of these, and no `dates`. `cost` is a comparison of offers as the
    calculator writes it in an address.
    """

    id: _Id
    name: _Line
    decide: _Day
    people: _Line
    vendors: Annotated[list[SavedVendor], Field(max_length=8)]
    lists: dict[_Id, dict[_Id, SavedList]]
    promises: list[SavedPromise]
    dates: Annotated[list[SavedDate], Field(default_factory=list)]
    requirements: Annotated[list[SavedRequirement], Field(default_factory=list, max_length=100)]
    weights: Annotated[dict[_Id, Literal[0, 1, 2, 3]], Field(default_factory=dict)]
    musts: Annotated[list[_Id], Field(default_factory=list)]
    clauses: Annotated[list[_Id], Field(default_factory=list)]
    cost: Annotated[str, Field(default="", pattern=r"^(v=1&[!-~]{0,40000})?$")]
    assessments: Annotated[dict[_Id, dict[_Id, SavedOfAssessment]], Field(default_factory=dict)]


class SavedPurchase(Part):
    """A reader's purchase as a file, to keep or to take to another device."""

    format: Literal["forewarned-purchase"]
    version: Literal[1]
    saved: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    purchase: PurchaseOfReader
