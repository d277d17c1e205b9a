"""Words of one language that search knows beside those of entries, from `content/search/<locale>.yml`."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from scripts.guide.part import Part
from scripts.texts import PLAIN

_Phrase = Annotated[str, Field(min_length=1, max_length=60), PLAIN]
_Phrases = Annotated[list[_Phrase], Field(max_length=400)]

SearchKind = Literal[
    "trick", "countermeasure", "checklist", "quiz", "assessment", "path", "glossary", "phase", "page"
]
"""The kinds of page that search tells apart."""


class SearchWords(Part):
    """How people ask in one language: what says nothing, what means the same, what asks for which page."""

    code: SkipJsonSchema[str]
    stops: _Phrases = Field(default=[], description="Words that say nothing of what is looked for.")
    same: Annotated[
        list[Annotated[list[_Phrase], Field(min_length=2, max_length=40)]], Field(max_length=400)
    ] = Field(default=[], description="Groups of words that mean the same to whoever looks.")
    asking: dict[SearchKind, _Phrases] = Field(
        default={}, description="Words that ask for a kind of page: questions bring checklists."
    )
