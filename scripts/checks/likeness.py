"""Find entries that say much the same as a new one would, so that nobody writes a trick twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from scripts.guide import Guide
from scripts.texts import Aliases, Text, without_accents

ALIKE = 66
"""The least likeness that is worth a look, of 100; found by trying names against the guide's own."""


@dataclass(frozen=True)
class Likeness:
    """An entry that resembles a name: its file, the words that do, and how much (0 to 100)."""

    file: str
    words: str
    score: float


def alike(guide: Guide, kind: str, name: str, *, most: int = 3) -> list[Likeness]:
    """Return the entries of `kind` whose names or search words resemble `name`, the most alike first."""
    best: dict[str, Likeness] = {}
    known = list(_known(guide, kind))
    found = process.extract(
        name,
        [words for _, words in known],
        scorer=fuzz.token_sort_ratio,
        processor=without_accents,
        score_cutoff=ALIKE,
        limit=None,
    )
    for words, score, index in found:
        file = known[index][0]
        if file not in best:
            best[file] = Likeness(file, words, score)
    return list(best.values())[:most]


def _known(guide: Guide, kind: str) -> Iterator[tuple[str, str]]:
    for placed in guide.placed():
        if placed.reference[0] != kind:
            continue
        for words in _names(placed.title, getattr(placed.part, "aliases", None)):
            target = f"{placed.file}#{placed.reference[1]}" if placed.at else placed.file
            yield target, words


def _names(name: Text, aliases: Aliases | None) -> Iterable[str]:
    yield from name.root.values()
    for words in aliases.root.values() if aliases else ():
        yield from words
