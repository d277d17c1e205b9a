"""A moment of the purchase, and what a trainer needs beside its tricks to teach it."""

from typing import Annotated

from pydantic import Field

from scripts.guide.model import Listed
from scripts.guide.part import FileSlug, Part, Slug
from scripts.texts import BlockText, Name, Summary

MOST_TAUGHT = 3
"""The tricks of a lesson: a card for each side of each, and one that says who is who, fill a sheet."""


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
