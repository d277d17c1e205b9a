"""The sources of the guide, each once, with what cites it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.guide import Countermeasure, Guide, KindOfPurchase, Source, Trick

Citing = Trick | Countermeasure | KindOfPurchase


@dataclass(frozen=True)
class Citation:
    """A source and what cites it, in the guide's order."""

    source: Source
    entries: list[Citing]


def citations(guide: Guide) -> list[Citation]:
    """Return each source once, in the order in which the guide first cites them."""
    return _each_once((*guide.citing(), *guide.kinds_of_purchase.values()))


def citations_of_entries(guide: Guide) -> list[Citation]:
    """Return the sources of entries alone, each once: a book has no calculator."""
    return _each_once(guide.citing())


def _each_once(citing: Iterable[Citing]) -> list[Citation]:
    cited: dict[str, Citation] = {}
    for entry in citing:
        for source in _of_one(entry):
            cited.setdefault(source.url, Citation(source, [])).entries.append(entry)
    return list(cited.values())


def _of_one(entry: Citing) -> Iterator[Source]:
    """Yield an entry's sources, each once: two shares of a kind of purchase may rest on the same."""
    yield from {source.url: source for source in entry.sources}.values()
