"""What the text of a file was made into, as one process hands it to another and a store keeps it."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from scripts.entries.marked_yaml import MarkedYaml
from scripts.guide import Part
from scripts.problems import Problem
from scripts.store import Store

ENTRY = "entry"
"""What such a thing is called in a store."""
_MOST_REMEMBERED = 256
"""The most files whose parts are kept beside a guide: those of a small one, and every language's words."""

Injected = tuple[tuple[str, str], ...] | None
"""What a file's place says; None where the file is a list of parts."""


@dataclass(frozen=True)
class Made:
    """What a file's text was made into: one part, or a list's; `named` are the names that a list claims."""

    parts: tuple[Part, ...] = ()
    marked: MarkedYaml | None = None
    problems: tuple[Problem, ...] = ()
    named: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Source:
    """All that decides what is made of a file: the kind of its parts, its name, its text, its place."""

    kind: type[Part]
    file: str
    text: str
    injected: Injected

    def told(self) -> str:
        """Return it as text, to be told apart by."""
        return "\0".join((self.kind.__name__, self.file, repr(self.injected), self.text))


Make = Callable[[Source], Made]


@lru_cache(maxsize=_MOST_REMEMBERED)
def made_of(source: Source, store: Store, make: Make) -> Made:
    """Return what `make` makes of a file, from the store if it was made before.

    The same text at the same place is read once a process, however many guides hold it.
    """
    kept = store.kept(ENTRY, source.told(), partial(packed, source, make))
    # The store holds what this program wrote, under a digest of this program.
    made = pickle.loads(kept)  # noqa: S301
    if not isinstance(made, Made):
        raise TypeError("not what this module keeps")
    return made


def packed(source: Source, make: Make) -> bytes:
    """Return what `make` makes of a file, for another process or a later one."""
    return pickle.dumps(make(source))
