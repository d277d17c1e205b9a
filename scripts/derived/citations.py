"""The sources of the guide, each once, with what cites it."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.guide import Countermeasure, KindOfPurchase, Source, Trick, Voice

Citing = Trick | Countermeasure | KindOfPurchase


@dataclass(frozen=True)
class Citation:
    """A source and what cites it, in the guide's order."""

    source: Source
    entries: list[Citing]
    days: set[str]
    """The days on which it was read: entries written at different times give different ones."""


def citations(voice: Voice) -> list[Citation]:
    """Return each source once, in the order in which the guide first cites them in a language."""
    return _each_once(voice, (*voice.guide.citing(), *voice.guide.kinds_of_purchase.values()))


def citations_of_entries(voice: Voice) -> list[Citation]:
    """Return the sources of entries alone, each once: a book has no calculator."""
    return _each_once(voice, voice.guide.citing())


def _each_once(voice: Voice, citing: Iterable[Citing]) -> list[Citation]:
    cited: dict[str, Citation] = {}
    for entry in citing:
        for source in voice.sources(entry):
            citation = cited.setdefault(source.url, Citation(source, [], set()))
            citation.days.add(source.accessed)
            # Two shares of a kind of purchase may rest on the same.
            if entry is not next(reversed(citation.entries), None):
                citation.entries.append(entry)
    return list(cited.values())
