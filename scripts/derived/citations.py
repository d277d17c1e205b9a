"""The sources of the guide, each once, with the entries that cite it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.guide import Entry, Guide, Source


@dataclass(frozen=True)
class Citation:
    """A source and the entries that cite it, in the guide's order."""

    source: Source
    entries: Sequence[Entry]


def citations(guide: Guide) -> list[Citation]:
    """Return each source once, in the order in which the guide first cites them."""
    cited: dict[str, tuple[Source, list[Entry]]] = {}
    for entry in guide.citing():
        for source in entry.sources:
            cited.setdefault(source.url, (source, []))[1].append(entry)
    return [Citation(source, entries) for source, entries in cited.values()]
