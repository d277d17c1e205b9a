"""One page of the guide before rendering: its address, its template and what the template shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import jinja2

from scripts.guide import Entry, Voice


@dataclass(frozen=True)
class Page:
    """One page before rendering.

    `path` is its address below the locale (`tricks/x/`, or empty for the home page); `language` is
    the locale its main text is in, which differs from the site's where a translation is missing.
    `source` is the file whose texts it shows, if it is one file; `local` says whose that is, where it is not
    the guide's own.
    """

    path: str
    template: str
    title: str
    description: str
    context: Mapping[str, object] = field(default_factory=dict)
    toc: bool = False
    untranslated: bool = False
    stale: bool = False
    source: str = ""
    local: str = ""

    def with_toc(self) -> "Page":
        """Return the page with a table of contents beside it."""
        return replace(self, toc=True)

    def titled(self, title: str) -> "Page":
        """Return the page under another title."""
        return replace(self, title=title)


class ThisPage:
    """The page that is being made, as all templates see it, and what they say of it meanwhile.

    Pieces that pages share are read once for all pages: what is a page's own reaches them through this.
    """

    def __init__(self) -> None:
        self.turn_to(Page("", "", "", ""))

    def turn_to(self, page: Page) -> None:
        """Be another page, of which nothing is said yet."""
        self._page = page
        self.trail: Sequence[tuple[str, str]] | None = None

    def __getattr__(self, name: str) -> object:
        """Return what the page says of itself."""
        return getattr(self._page, name)

    def take_trail(self, trail: Sequence[tuple[str, str]]) -> str:
        """Take the pages above this one as it shows them; print nothing."""
        self.trail = trail
        return ""


def turn_to(environment: jinja2.Environment, page: Page) -> ThisPage:
    """Let the templates of `page_environment` make `page` from now on; return what they will say of it."""
    this = cast("ThisPage", environment.globals["page_info"])
    this.turn_to(page)
    return this


def entry_page(voice: Voice, path: str, template: str, entry: Entry, **context: object) -> Page:
    """Return the page of one entry, named and described by the entry itself."""
    return Page(
        path=path,
        template=template,
        title=voice.words(entry.name),
        description=voice.words(entry.summary),
        context={"entry": entry, **context},
        untranslated=voice.untranslated(entry),
        stale=voice.locale in entry.stale,
        source=entry.file,
        local=voice.origin(entry),
    )


def index_page(voice: Voice, path: str, template: str, key: str, **context: object) -> Page:
    """Return a page that lists entries; the words `<key>_title` and `<key>_description` head it."""
    return Page(
        path=path,
        template=template,
        title=voice.say(f"{key}_title"),
        description=voice.say(f"{key}_description"),
        context=context,
    )
