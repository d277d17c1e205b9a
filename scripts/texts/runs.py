"""Texts as paragraphs of runs, for office files, which know no HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from scripts import texts


@dataclass(frozen=True)
class Run:
    """Words that share one look; `link` is an address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `marker` is its bullet or number where it opens a list item."""

    runs: tuple[Run, ...]
    marker: str = ""

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs)


def paragraph_runs(text: str, resolve: texts.Resolve) -> list[Paragraph]:
    """Return the paragraphs and list items of a text; `resolve` gives references their address."""
    found: list[Paragraph] = []
    lists: list[Iterator[str]] = []
    marker = ""
    for token in texts.parsed(text, resolve):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(_markers(token))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            marker = next(lists[-1])
        elif token.type == "inline":
            found.append(Paragraph(tuple(_runs(token.children or ())), marker))
            marker = ""
    return found


def _markers(token: Token) -> Iterator[str]:
    """Yield the marker of each item of a list."""
    number = int(token.attrs.get("start", 1))
    while True:
        yield "•" if token.type == "bullet_list_open" else f"{number}."
        number += 1


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    look = Run("")
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            look = replace(look, bold=token.nesting > 0)
        elif token.type in ("em_open", "em_close"):
            look = replace(look, italic=token.nesting > 0)
        elif token.type in ("link_open", "link_close"):
            look = replace(look, link=str(token.attrs.get("href", "")))
        elif token.type == "softbreak":
            yield replace(look, text=" ")
        elif token.type == "hardbreak":
            yield replace(look, text="\n")
        elif token.content:
            yield replace(look, text=token.content)
