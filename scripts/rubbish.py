"""How seldom this program looks for objects that only refer to each other.

A run makes some millions of objects that live to its end and hardly any such rubbish. To look through all of
them as often as Python does was a third of the time of checking a guide of a hundred tricks.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 100_000
"""How many more there are before the youngest are looked through, in place of 700."""
_TURNS = 50
"""After how many looks at the younger the older are looked through too, in place of 10."""


def seldom_collect() -> None:
    """Let this process, and those it begins as copies, look for rubbish seldom, and not at its end."""
    gc.set_threshold(_NEW_OBJECTS, _TURNS, _TURNS)
    # What is left goes with the process.
    atexit.register(gc.freeze)


@contextmanager
def keeping_all(*, for_good: bool = False) -> Iterator[None]:
    """Look for no rubbish while what is made lives on, as when a guide is read.

    What is kept `for_good`, to the program's end, is not looked through later either.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if was_on:
            gc.enable()
