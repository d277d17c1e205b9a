"""What is promised of the parts of a meeting, and what every part of the promise is."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

Id = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9-]+$", description="Kind and slug: trick/kickbacks.")]


class Public(BaseModel, Generic[T]):
    """A part of what is promised."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """Return the name of the shape in the published schema."""
        return cls.__name__ if params[0] is str else f"{cls.__name__}InAllLanguages"


class Observed(Public[T], Generic[T]):
    """Something to tick or note in a meeting."""

    what: T
    choices: list[T]


class WordedAct(Public[T], Generic[T]):
    """What an act says in one meeting in the place of its own words; null where these serve."""

    countermeasure: Id
    check: T | None
    ask: T | None
    ask_of: Literal["vendor", "team", "others"] | None
    ask_in_writing: T | None
    proof: T | None
    if_refused: T | None
    noted: list[Observed[T]] = Field(description="What to tick or note of the answer.")


class Grid(Public[T], Generic[T]):
    """An empty table that is filled in by hand."""

    title: T
    columns: list[T]
    rows: int
    lines: list[T] = Field(description="What the first rows begin with; the others are empty.")


class AskedBack(Public[T], Generic[T]):
    """What the vendor asks the buyer in a meeting, and an answer that gives nothing away."""

    heard: T
    answer: T


class BlankForm(Public[T], Generic[T]):
    """A sheet to print and fill in by hand."""

    id: str
    name: T
    summary: T
    lines: list[T]
    questions: list[T]
    columns: list[T]
    noted: list[Observed[T]]
    foot: T | None = Field(description="What it means to fill it in, at its foot.")
    private: bool = Field(description="Whether no vendor may see it.")
