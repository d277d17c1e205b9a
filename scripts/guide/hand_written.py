"""Hand-written pages: Markdown below a front matter between two lines of three hyphens."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from scripts.guide.part import MOST_ITEMS, Part, Slug
from scripts.problems import Problem, ProblemsFound, fault
from scripts.texts import PLAIN

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


class HandPage(Part):
    """The front matter of a hand-written page."""

    title: Annotated[str, Field(max_length=80), PLAIN]
    description: Annotated[str, Field(max_length=200), PLAIN]
    stale: bool = Field(default=False, description="The page is older than its twin in another language.")


class FinePrint(Part):
    """A line of the home page's picture of a quote: what its asterisk hides."""

    words: Annotated[str, Field(max_length=80), PLAIN]
    trick: Slug


class HomePage(HandPage):
    """The front matter of the home page, with the words of its picture of a quote."""

    assurances: Annotated[list[Annotated[str, Field(max_length=240), PLAIN]], Field(max_length=6)] = Field(
        default=[], description="For whom the guide is, what it costs, who writes it: a line each."
    )
    offer: Annotated[str, Field(max_length=60), PLAIN] = ""
    price: Annotated[str, Field(max_length=12), PLAIN] = ""
    fine_print: Annotated[list[FinePrint], Field(max_length=MOST_ITEMS)] = Field(default=[])


def with_front_matter(text: str, change: Callable[[str], str]) -> str:
    """Return a page's text with its front matter changed; without one, as it is."""
    match = _FRONT_MATTER.match(text)
    return text[: match.start(1)] + change(match.group(1)) + text[match.end(1) :] if match else text


@dataclass(frozen=True)
class HandWritten:
    """A hand-written page in one locale: its front matter's words and its Markdown."""

    file: str
    front: HandPage
    body: str
    first_line: int = 1

    def beside(self, locale: str) -> str:
        """Return the name of the file in which the same page stands in another locale."""
        folders, _, name = self.file.rsplit("/", 2)
        return f"{folders}/{locale}/{name}"

    def place_of(self, at: int) -> tuple[int, int]:
        """Return the line and column of the file at which the body's character `at` stands."""
        before = self.body[:at]
        return self.first_line + before.count("\n"), at - before.rfind("\n")

    @property
    def title(self) -> str:
        """The page's heading."""
        return self.front.title

    @property
    def description(self) -> str:
        """The page's one-sentence summary."""
        return self.front.description


@dataclass(frozen=True)
class Written:
    """A page's file taken apart: its front matter as YAML, and its body, which begins at `first_line`."""

    front: str
    body: str
    first_line: int

    @classmethod
    def apart(cls, text: str, shown_as: str) -> "Written":
        """Take a page's text apart; raises ProblemsFound where it has no front matter."""
        match = _FRONT_MATTER.match(text)
        if not match:
            raise ProblemsFound([Problem(shown_as, 1, 1, "", fault("no-front-matter"))])
        first_line = text[: match.end()].count("\n") + 1
        # A leading newline stands for the first '---', so that marks count the file's own lines.
        return cls("\n" + match.group(1), text[match.end() :], first_line)
