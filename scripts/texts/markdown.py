"""Texts of the guide: Markdown without raw HTML, checked once and rendered to safe HTML.

Parsing is markdown-it-py's, sanitising nh3's (the ammonia library). Links may lead to the web
(`https:`) or to the guide itself (`trick:demo-always-works`, `term:crm`, …).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from scripts.texts.escaping import as_cleaned, as_heading, as_text
from scripts.texts.headings import heading_ids, heading_words

Resolve = Callable[[str, str], str]
"""Turns a reference (kind, name) into an address relative to the page being made; empty for none."""

REFERENCE_KINDS = ("trick", "countermeasure", "clause", "meeting", "quiz", "term", "page")
_REFERENCE = re.compile(rf"({'|'.join(REFERENCE_KINDS)}):(.*)\Z")
_TAGS = {
    *("p", "ul", "ol", "li", "blockquote", "em", "strong", "code", "pre", "a", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "ol": {"start"}, "code": {"class"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Every link is parsed, so that an unsafe one is an error instead of silent plain text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
_RENDERER = RendererHTML()


# One line that begins with no sign of a block, holds none of CommonMark's and ends in no space.
_PLAIN = re.compile(r"(?:[^\W\d_]|[¿¡«“(])(?:[^\0\r\n\\`*_\[\]<&]*[^\s\0\\`*_\[\]<&])?")


@lru_cache(maxsize=65536)
def _parse(text: str) -> tuple[Token, ...]:
    return _as_one_paragraph(text) if has_no_marks(text) else tuple(_PARSER.parse(text))


def has_no_marks(text: str) -> bool:
    """Tell whether `text` is words on one line, in which Markdown finds nothing to do."""
    return bool(_PLAIN.fullmatch(text))


def _as_one_paragraph(plain: str) -> tuple[Token, ...]:
    """Return what the parser makes of a text without marks, which is nine in ten, at a tenth of its time."""
    words = Token("text", "", 0, content=plain)
    return (
        Token("paragraph_open", "p", 1, map=[0, 1], block=True),
        Token("inline", "", 0, map=[0, 1], level=1, children=[words], content=plain, block=True),
        Token("paragraph_close", "p", -1, block=True),
    )


def tokens(text: str) -> tuple[Token, ...]:
    """Return the Markdown tokens of `text` as written; not to be changed."""
    return _parse(text)


def has_definitions(text: str) -> bool:
    """Tell whether `text` gives the address of a link apart from its words (`[y]: https://…`)."""
    if "]:" not in text:
        return False
    environment: dict[str, object] = {}
    _PARSER.parse(text, environment)
    return bool(environment.get("references"))


def reference(address: str) -> tuple[str, str] | None:
    """Return (kind, name) where an address leads to another entry of the guide."""
    match = _REFERENCE.match(address)
    return (match.group(1), match.group(2)) if match else None


def _flat(tokens: tuple[Token, ...] | list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _flat(token.children)


def addresses(text: str) -> Iterator[str]:
    """Yield the address of each link of `text`, as written."""
    # Every form of a link has one of these: [x](…), [x][y], <https://…>.
    if "[" in text or "<" in text:
        for token in _flat(_parse(text)):
            if token.type == "link_open":
                yield str(token.attrs.get("href", ""))


def anchors(text: str) -> Iterator[str]:
    """Yield the id of each heading of a hand-written page."""
    return heading_ids(_parse(text))


def references(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) for each link of `text` that leads to another entry of the guide."""
    for address in addresses(text):
        if found := reference(address):
            yield found


def parsed(text: str, resolve: Resolve) -> list[Token]:
    """Return the Markdown tokens of `text` with references turned into addresses; not to be changed."""
    return [_with_address(token, resolve) for token in _parse(text)]


def to_inline_html(text: str, resolve: Resolve) -> str:
    """Return the HTML of a one-paragraph text, without the paragraph around it."""
    text = text.strip()
    if has_no_marks(text):
        return as_cleaned(text)
    tokens = parsed(text, resolve)
    inner = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    return _CLEANER.clean(_render(inner))


def to_block_html(text: str, resolve: Resolve) -> str:
    """Return the HTML of a text of one or more paragraphs and lists."""
    if has_no_marks(text):
        return f"<p>{as_cleaned(text)}</p>\n"
    return _CLEANER.clean(_render(parsed(text, resolve)))


def to_page_markdown(text: str, resolve: Resolve) -> str:
    """Return a hand-written page as Markdown headings with safe HTML blocks between them.

    Headings stay Markdown so that the site's engine makes its table of contents from them.
    """
    parts = (
        f"{'#' * part.level} {as_heading(part.words)} {{ #{part.name} }}"
        if isinstance(part, _Heading)
        else _one_block(part)
        for part in _page_parts(text, resolve)
    )
    return "\n\n".join(part for part in parts if part)


def to_page_html(text: str, resolve: Resolve) -> str:
    """Return a hand-written page as safe HTML with its headings, each with its id."""
    return "\n".join(
        f'<h{part.level} id="{part.name}">{as_text(part.words)}</h{part.level}>'
        if isinstance(part, _Heading)
        else part
        for part in _page_parts(text, resolve)
    )


@dataclass(frozen=True)
class _Heading:
    level: int
    words: str
    name: str


def _page_parts(text: str, resolve: Resolve) -> Iterator[_Heading | str]:
    """Yield the headings of a hand-written page, and what stands between them as HTML."""
    block: list[Token] = []
    tokens = parsed(text, resolve)
    ids = heading_ids(tokens)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open" and token.level == 0:
            yield _CLEANER.clean(_render(block))
            yield _Heading(int(token.tag[1]), heading_words(tokens[index + 1]), next(ids))
            block = []
            index += 3
            continue
        block.append(token)
        index += 1
    yield _CLEANER.clean(_render(block))


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
        return token.copy(children=[*_leading_somewhere(token.children, resolve)])
    if token.type == "link_open" and (match := _REFERENCE.match(str(token.attrs.get("href", "")))):
        return token.copy(attrs={**token.attrs, "href": resolve(match.group(1), match.group(2))})
    return token


def _leading_somewhere(tokens: Sequence[Token], resolve: Resolve) -> Iterator[Token]:
    """Yield tokens; of a reference that `resolve` has no address for only its words."""
    open_to = "elsewhere"
    for token in tokens:
        found = _with_address(token, resolve)
        if found.type == "link_open":
            open_to = str(found.attrs.get("href", ""))
        if open_to or found.type not in ("link_open", "link_close"):
            yield found
        # A link holds no other.
        if found.type == "link_close":
            open_to = "elsewhere"


def _render(tokens: list[Token]) -> str:
    if tokens and tokens[0].block:
        return _RENDERER.render(tokens, _PARSER.options, {})
    return _RENDERER.renderInline(tokens, _PARSER.options, {})
