"""One page of the guide before rendering: its address, its template and what the template shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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


class Told:
    """What a page's template says of the page while it is made."""

    def __init__(self) -> None:
        self.trail: Sequence[tuple[str, str]] | None = None

    def take_trail(self, trail: Sequence[tuple[str, str]]) -> str:
        """Take the pages above this one as it shows them; print nothing."""
        self.trail = trail
        return ""


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
