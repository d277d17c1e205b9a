"""Which texts were read while something was made: it need not be made again before one of them changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

TextsRead = dict[int, object]
"""Texts by their identity: two texts of the same words stand at two places, and only one may change."""

_noting: ContextVar[tuple[TextsRead, ...]] = ContextVar("noting", default=())


@contextmanager
def noting(read: TextsRead) -> Iterator[None]:
    """Add to `read` each text whose words this thread reads meanwhile; who notes around this is told too."""
    token = _noting.set((*_noting.get(), read))
    try:
        yield
    finally:
        _noting.reset(token)


def note(read: TextsRead) -> None:
    """Say that these were read: by what reads words past `Text.words`, or shows what was made of them."""
    for each in _noting.get():
        each.update(read)


def note_one(text: object) -> None:
    """Say that a text was read."""
    for each in _noting.get():
        each[id(text)] = text
