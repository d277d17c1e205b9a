"""What is wrong with a text as Markdown of its subset, and where in the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from scripts import texts
from scripts.problems import Fault, fault
from scripts.texts.letters import first_unseen, shows, unseen
from scripts.texts.web_addresses import is_web_address

Subset = Literal["plain", "inline", "block", "page"]

LONGEST_PAGE = 20_000
"""The most characters of a hand-written page's body; a long one of ours has a third of it."""
DEEPEST = 4
"""How deep lists and quotations, and marks within a line, may stand in one another.

A browser takes more; a page on paper has no room for it, and Typst's layout ends at a fixed depth."""

_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+\Z")
_MARKS = re.compile(r"\*\*|__|`|\]\(")
_BLOCKS_BY_SUBSET: dict[Subset, set[str]] = {
    "inline": {"paragraph"},
    "block": {"paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"},
    "page": {
        *("paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "heading", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "fence"),
    },
}
_CONTAINERS = ("bullet_list_open", "ordered_list_open", "blockquote_open")


@dataclass(frozen=True)
class Found:
    """A fault of a text; `line` and `column` count from 0, `column` in characters."""

    fault: Fault
    line: int = 0
    column: int = 0


def find_faults(text: str, subset: Subset) -> Iterator[Fault]:
    """Yield what is wrong with `text` as a text of this subset."""
    for found in locate_faults(text, subset):
        yield found.fault


def locate_faults(text: str, subset: Subset) -> Iterator[Found]:
    """Yield what is wrong with `text` as a text of this subset, each at its place."""
    if not text.strip():
        yield Found(fault("empty-text"))
        return
    at = first_unseen(text)
    if at is not None and (unreadable := unseen(text)):
        yield Found(unreadable, *_line_and_column(text, at))
    if subset == "plain":
        yield from map(Found, _plain_faults(text))
        return
    if len(text) > LONGEST_PAGE:
        yield Found(fault("too-long", max_length=LONGEST_PAGE, length=len(text)))
        return
    if texts.has_no_marks(text.rstrip(" \n")):
        # Nine in ten: nothing else can be wrong with a paragraph of words.
        if not shows(text):
            yield Found(fault("shows-nothing"))
        return
    found = list(_Markdown(text, subset).faults(already_unseen=at is not None))
    yield from found
    if not found and not shows(texts.words(text)):
        yield Found(fault("shows-nothing"))


def _plain_faults(text: str) -> Iterator[Fault]:
    if not shows(text):
        yield fault("shows-nothing")
    if "\n" in text.strip():
        yield fault("two-lines")
    if _MARKS.search(text):
        yield fault("no-markdown")


class _Markdown:
    """The faults of one Markdown text, with where the reading of the source has come to."""

    def __init__(self, text: str, subset: Subset) -> None:
        self._text = text
        self._subset = subset
        self._allowed = _BLOCKS_BY_SUBSET[subset]
        self._tokens = texts.tokens(text)
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._reached = 0

    def faults(self, *, already_unseen: bool) -> Iterator[Found]:
        depth = 0
        for place, token in enumerate(self._tokens):
            if token.map:
                self._reached = max(self._reached, self._starts[min(token.map[0], len(self._starts) - 1)])
            depth += token.nesting if token.type.replace("_close", "_open") in _CONTAINERS else 0
            if depth == DEEPEST + 1 and token.type in _CONTAINERS:
                yield self._here(fault("nested-too-deep", limit=DEEPEST))
            yield from self._block_faults(token)
            if token.type == "heading_open" and not shows(_said(self._tokens[place + 1])):
                yield self._here(fault("shows-nothing"))
            # An entity (&#x202e;) becomes its character only in the tokens.
            if not already_unseen and (written_out := unseen(_said(token))):
                yield self._here(written_out, "&")
            yield from self._inline_faults(token.children or ())
        if self._subset == "inline":
            if sum(token.type == "paragraph_open" for token in self._tokens) > 1:
                yield Found(fault("two-paragraphs"))
            if texts.has_definitions(self._text):
                yield self._here(fault("address-apart"), "]:")

    def _block_faults(self, token: Token) -> Iterator[Found]:
        if token.type == "html_block":
            yield self._here(fault("raw-html", excerpt=excerpt(token.content)), token.content)
        elif token.block and token.type != "inline":
            kind = re.sub(r"_(open|close)\Z", "", token.type)
            if kind not in self._allowed and not token.type.endswith("_close"):
                yield self._here(fault("block-not-allowed", kind=kind))
            elif token.type == "heading_open" and token.tag == "h1":
                yield self._here(fault("second-title"))

    def _inline_faults(self, children: Iterable[Token]) -> Iterator[Found]:
        depth = 0
        shown = ""
        for child in children:
            depth += child.nesting
            if child.nesting == 1 and depth == DEEPEST + 1:
                yield self._here(fault("nested-too-deep", limit=DEEPEST))
            if child.type == "html_inline":
                yield self._here(fault("raw-html", excerpt=excerpt(child.content)), child.content)
            elif child.type == "image":
                yield self._here(fault("image"), "![")
            elif child.type == "link_open":
                shown = ""
                address = str(child.attrs.get("href", ""))
                if not _leads_somewhere(address):
                    kinds = ", ".join(f"{kind}:…" for kind in texts.REFERENCE_KINDS)
                    yield self._here(fault("unsafe-link", address=excerpt(address), kinds=kinds), address)
            elif child.type == "link_close" and not shows(shown):
                yield self._here(fault("link-without-words"), "](")
            shown += child.content

    def _here(self, found: Fault, needle: str = "") -> Found:
        """Return the fault at the next `needle` in the source, else where its block begins."""
        at = self._text.find(needle, self._reached) if needle else -1
        if at >= 0:
            self._reached = at
        return Found(found, *_line_and_column(self._text, self._reached if at < 0 else at))


def _said(token: Token) -> str:
    return token.content if token.children is None else "".join(child.content for child in token.children)


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)


def _leads_somewhere(address: str) -> bool:
    if texts.reference(address) or address.startswith("#"):
        return True
    return is_web_address(address) or bool(_MAIL.match(address))


def excerpt(text: str, length: int = 40) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
