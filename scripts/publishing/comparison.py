"""Compare two built sites file by file: what came, what went, what changed, and where in a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from scripts.publishing.own_site import files_below

Kind = Literal["only in the first", "only in the second", "content", "frame", "bytes"]


@dataclass(frozen=True)
class Difference:
    """One file that is not the same in both sites.

    `kind` tells of a page whether what the guide says differs (`content`) or only what stands around it
    (`frame`); of any other file that its bytes do. `first` and `second` are the first words that differ.
    """

    path: str
    kind: Kind
    first: str = ""
    second: str = ""


def compared(first: Path, second: Path) -> Iterator[Difference]:
    """Yield every difference between two built sites, by path."""
    one, other = set(files_below(first)), set(files_below(second))
    for path in sorted(one | other):
        if path not in other:
            yield Difference(path, "only in the first")
        elif path not in one:
            yield Difference(path, "only in the second")
        elif (first / path).read_bytes() != (second / path).read_bytes():
            yield _difference(path, first / path, second / path)


def _difference(path: str, first: Path, second: Path) -> Difference:
    if first.suffix != ".html":
        return Difference(path, "bytes")
    one, other = (list(_content(file)) for file in (first, second))
    for ours, theirs in zip_longest(one, other, fillvalue=""):
        if ours != theirs:
            return Difference(path, "content", ours, theirs)
    return Difference(path, "frame")


def _content(page: Path) -> Iterator[str]:
    """Yield what a page says, in order: its words, and the address of each link and picture."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    root = tree.css_first("article") or tree.body
    for node in root.traverse(include_text=True) if root else ():
        if node.tag == "-text":
            words = " ".join((node.text_content or "").split())
            if words:
                yield words
        else:
            yield from (
                f"{name}={node.attributes[name]}" for name in ("href", "src") if name in node.attributes
            )
