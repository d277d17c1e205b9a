"""Texts of the guide: Markdown without raw HTML, checked once and rendered to safe HTML.

Parsing is markdown-it-py's, sanitising nh3's (the ammonia library). Links may lead to the web
(`https:`) or to the guide itself (`trick:demo-always-works`, `term:crm`, …).
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from typing import Literal

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from scripts.problems import Fault, fault

Subset = Literal["plain", "inline", "block", "page"]
Resolve = Callable[[str, str], str]
"""Turns a reference (kind, name) into an address relative to the page being made."""

REFERENCE_KINDS = ("trick", "countermeasure", "meeting", "quiz", "term", "page")
_WEB_LINK = re.compile(r"https?://[^\s/]+\.[^\s]+\Z|mailto:[^\s@]+@[^\s@]+\Z")
_REFERENCE = re.compile(rf"({'|'.join(REFERENCE_KINDS)}):(.*)\Z")
# C0/C1 controls, line separators, the bidirectional overrides of Trojan Source (CVE-2021-42574) and the
# tag characters in which text can hide. Marks that some scripts need (U+200C to U+200F) may stay.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_MARKS = re.compile(r"\*\*|__|`|\]\(")

_BLOCKS_BY_SUBSET: dict[Subset, set[str]] = {
    "inline": {"paragraph"},
    "block": {"paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"},
    "page": {
        *("paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "heading", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "fence"),
    },
}
_TAGS = {
    *("p", "ul", "ol", "li", "blockquote", "em", "strong", "code", "pre", "a", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Every link is parsed, so that an unsafe one is an error instead of silent plain text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
_RENDERER = RendererHTML()


@lru_cache(maxsize=65536)
def _parse(text: str) -> tuple[Token, ...]:
    return tuple(_PARSER.parse(text))


def unseen(text: str) -> Fault | None:
    """Return the fault of a text that holds a sign nobody can see."""
    found = _INVISIBLE.search(text)
    return fault("invisible-character", code=f"{ord(found.group()):04X}") if found else None


def find_faults(text: str, subset: Subset) -> Iterator[Fault]:
    """Yield what is wrong with `text` as a text of this subset."""
    if not text.strip():
        yield fault("empty-text")
        return
    if found := unseen(text):
        yield found
    if subset == "plain":
        if "\n" in text.strip():
            yield fault("two-lines")
        if _MARKS.search(text):
            yield fault("no-markdown")
        return
    allowed = _BLOCKS_BY_SUBSET[subset]
    tokens = _parse(text)
    for token in _flat(tokens):
        yield from _token_faults(token, allowed)
        # An entity (&#x202e;) becomes its character only here.
        if not found and (written_out := unseen(token.content)):
            yield written_out
    if subset == "inline" and sum(token.type == "paragraph_open" for token in tokens) > 1:
        yield fault("two-paragraphs")


def _token_faults(token: Token, allowed: set[str]) -> Iterator[Fault]:
    if token.type in ("html_block", "html_inline"):
        yield fault("raw-html", excerpt=_excerpt(token.content))
    elif token.type == "image":
        yield fault("image")
    elif token.type == "link_open":
        yield from _link_faults(str(token.attrs.get("href", "")))
    elif token.block and token.type != "inline":
        kind = re.sub(r"_(open|close)\Z", "", token.type)
        if kind not in allowed and not token.type.endswith("_close"):
            yield fault("block-not-allowed", kind=kind)
        elif token.type == "heading_open" and token.tag == "h1":
            yield fault("second-title")


def _link_faults(address: str) -> Iterator[Fault]:
    if _REFERENCE.match(address) or _WEB_LINK.match(address) or address.startswith("#"):
        return
    kinds = ", ".join(f"{kind}:…" for kind in REFERENCE_KINDS)
    yield fault("unsafe-link", address=_excerpt(address), kinds=kinds)


def _excerpt(text: str, length: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _flat(tokens: tuple[Token, ...] | list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _flat(token.children)


def addresses(text: str) -> Iterator[str]:
    """Yield the address of each link of `text`, as written."""
    if "](" in text:
        for token in _flat(_parse(text)):
            if token.type == "link_open":
                yield str(token.attrs.get("href", ""))


def references(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) for each link of `text` that leads to another entry of the guide."""
    for address in addresses(text):
        if match := _REFERENCE.match(address):
            yield match.group(1), match.group(2)


def parsed(text: str, resolve: Resolve) -> list[Token]:
    """Return the Markdown tokens of `text` with references turned into addresses; not to be changed."""
    return [_with_address(token, resolve) for token in _parse(text)]


def to_inline_html(text: str, resolve: Resolve) -> str:
    """Return the HTML of a one-paragraph text, without the paragraph around it."""
    tokens = parsed(text.strip(), resolve)
    inner = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    return _clean(_render(inner))


def to_block_html(text: str, resolve: Resolve) -> str:
    """Return the HTML of a text of one or more paragraphs and lists."""
    return _clean(_render(parsed(text, resolve)))


def to_page_markdown(text: str, resolve: Resolve) -> str:
    """Return a hand-written page as Markdown headings with safe HTML blocks between them.

    Headings stay Markdown so that the site's engine makes its table of contents from them.
    """
    parts: list[str] = []
    block: list[Token] = []
    tokens = parsed(text, resolve)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open" and token.level == 0:
            parts += [_clean(_render(block)), _heading(token, tokens[index + 1])]
            block = []
            index += 3
            continue
        block.append(token)
        index += 1
    parts.append(_clean(_render(block)))
    return "\n\n".join(part for part in (_one_block(part) for part in parts) if part)


def _heading(token: Token, inline: Token) -> str:
    words = "".join(child.content for child in inline.children or () if child.content)
    return "#" * int(token.tag[1]) + " " + as_heading(words)


def as_heading(plain: str) -> str:
    """Return plain words as a heading of Python-Markdown, which escapes fewer signs than CommonMark does."""
    entities = plain.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]>#])", r"\\\1", entities)


def as_markdown(plain: str) -> str:
    """Return CommonMark that shows plain words as they are; it may escape any ASCII punctuation."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", plain)


def _one_block(html: str) -> str:
    html = html.strip()
    return html if not html or html.startswith("#") else f'<div class="prose">\n{html}\n</div>'


def words(text: str) -> str:
    """Return the text without its Markdown marks, on one line."""
    return " ".join(paragraphs(text))


def paragraphs(text: str) -> Iterator[str]:
    """Yield each paragraph and list item without its Markdown marks, on one line."""
    for token in _parse(text):
        if token.type == "inline":
            pieces = (
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
            )
            yield " ".join("".join(pieces).split())
        elif token.type == "fence":
            yield " ".join(token.content.split())


def _with_address(token: Token, resolve: Resolve) -> Token:
    if token.children and any(child.type == "link_open" for child in token.children):
        return token.copy(children=[_with_address(child, resolve) for child in token.children])
    if token.type == "link_open" and (match := _REFERENCE.match(str(token.attrs.get("href", "")))):
        return token.copy(attrs={**token.attrs, "href": resolve(match.group(1), match.group(2))})
    return token


def _render(tokens: list[Token]) -> str:
    if tokens and tokens[0].block:
        return _RENDERER.render(tokens, _PARSER.options, {})
    return _RENDERER.renderInline(tokens, _PARSER.options, {})


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}, "code": {"class"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def as_text(value: str) -> str:
    """Return `value` escaped for HTML text and attributes."""
    return escape(value, quote=True)
