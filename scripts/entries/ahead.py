"""Many files read by processes beside each other: one after the other they take one core's time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from scripts.entries.made import ENTRY, Make, Source, packed
from scripts.store import Store
from scripts.workers import WorkerLost, Workers, workers

_WORTH_IT = 24
"""The fewest files for which it pays to begin processes."""


class Ahead(Store):
    """A store over another that has begun to make what will be asked of it next."""

    def __init__(self, under: Store, staff: Workers[None]) -> None:
        super().__init__(None)
        self._under, self._staff = under, staff
        self._found: dict[str, bytes] = {}
        self._begun: dict[str, Future[bytes]] = {}

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._under.keeps

    def begin(self, sources: Sequence[Source], make: Make) -> None:
        """Let workers begin with the files of which nothing is kept, if they are many."""
        missing = []
        for source in sources:
            found = self._under.get(ENTRY, source.told())
            if found is None:
                missing.append(source)
            else:
                self._found[source.told()] = found
        if len(missing) >= _WORTH_IT:
            for source in missing:
                self._begun[source.told()] = self._staff.begin(_beside, source, make)

    def get(self, kind: str, made_of: str) -> bytes | None:
        """Return what is kept, or what a worker makes of the same."""
        if kind == ENTRY and made_of in self._found:
            return self._found.pop(made_of)
        if kind != ENTRY or made_of not in self._begun:
            return self._under.get(kind, made_of)
        try:
            made = self._begun.pop(made_of).result()
        except WorkerLost:
            # Whoever asks makes it then.
            return None
        self._under.put(kind, made_of, made)
        return made

    def put(self, kind: str, made_of: str, content: bytes) -> None:
        """Keep what was made of something."""
        self._under.put(kind, made_of, content)


@contextmanager
def reading_ahead(under: Store) -> Iterator[Ahead]:
    """Yield a store over `under` for one run over the files of a guide."""
    with workers(None) as staff:
        yield Ahead(under, staff)


def _beside(_: None, source: Source, make: Make) -> bytes:
    return packed(source, make)
