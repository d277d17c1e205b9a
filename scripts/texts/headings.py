"""The ids of a hand-written page's headings, so that links to them can be checked before a page is made."""

from collections.abc import Iterator, Sequence

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

FRAME_IDS = frozenset(("content", "search", "search-title", "search-query"))
"""The ids that the frame of every page has: nothing that stands in it may bear one of them."""
_HOME_IDS = frozenset(("which-meeting", "phases", "assessment", "paths"))
"""The ids that the home page has around its hand-written words."""


def heading_ids(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the id of each heading that stands by itself, in order; all differ, none is the page's own."""
    taken = set(FRAME_IDS | _HOME_IDS)
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            yield unique(slugify(heading_words(tokens[place + 1]), "-"), taken)


def heading_words(inline: Token) -> str:
    """Return the words of a heading without its Markdown marks."""
    return "".join(child.content for child in inline.children or () if child.content)
