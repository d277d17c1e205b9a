"""Processes that work beside this one and end with it, however it ends."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Concatenate, Generic, ParamSpec, TypeVar

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

WorkerLost = BrokenProcessPool
"""Raised for the result of work whose process was ended from outside, as by a system short of memory."""

_ONE_CORE_EACH = {"RAYON_NUM_THREADS": "1"}
"""Tells Typst (docs.rs/rayon, `ThreadPoolBuilder`) that the other cores have workers of their own."""
_shared: list[object] = []
"""In a worker: what its maker shares with it."""


class Workers(Generic[T]):
    """Processes that all hold `shared`, which is sent only once."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def begin(
        self, act: Callable[Concatenate[T, P], R], *arguments: P.args, **named: P.kwargs
    ) -> "Future[R]":
        """Let a worker do `act(shared, *arguments)`; `act` is a function of a module, by its name there."""
        return self._pool.submit(_do, act, arguments, named)


@contextmanager
def workers(shared: T, *, anew: bool = False, at_most: int | None = None) -> Iterator[Workers[T]]:
    """Yield workers that are gone afterwards; who leaves by an exception does not wait for their work.

    Threads of this process had better begin after the first work: a copy of the process is a worker. Where
    work would wait for a thread of a library that has begun before, `anew` has workers begin from nothing.
    There is one for each of the machine's cores, or `at_most` so many.
    """
    # What is shared lives to the end: to look for rubbish in it again and again takes a tenth of the time.
    gc.freeze()
    context = _from_nothing(type(shared).__module__) if anew else multiprocessing.get_context(_way_to_begin())
    # Whoever waits at the one end hears that the other was closed, which the system does for the dead too.
    hearing, holding = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(
        at_most or os.cpu_count(),
        mp_context=context,
        initializer=_prepare,
        initargs=(shared, hearing, holding, {**_ONE_CORE_EACH, **os.environ}),
    )
    try:
        yield Workers(pool)
    except BaseException:
        holding.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        holding.close()
        hearing.close()
        gc.unfreeze()


def libraries_have_threads() -> bool:
    """Whether this process has threads that are not Python's, as Typst begins them: a copy lacks them."""
    if sys.platform != "linux":
        return False
    return len(list(Path("/proc/self/task").iterdir())) > len(sys._current_frames())


def workers_are_copies() -> bool:
    """Whether a worker begins as a copy of this process, so that nothing shared is sent at all."""
    return _way_to_begin() == "fork"


def _from_nothing(module: str) -> BaseContext:
    """Return how workers begin that are no copies of this process.

    To load the program takes longer than many a piece of work. Where it can be, one process that has
    loaded `module` and does nothing else is there as long as this one, and each worker is a copy of that.
    """
    if not workers_are_copies():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _way_to_begin() -> str | None:
    """Return how a worker begins: where that is sound as a copy, which needs nothing loaded again."""
    return "fork" if sys.platform == "linux" else None


def _prepare(
    shared: object, hearing: Connection, holding: Connection, environment: Mapping[str, str]
) -> None:
    _shared[:] = [shared]
    # What a worker is a copy of may have begun before its maker's environment was changed.
    os.environ.clear()
    os.environ.update(environment)
    holding.close()
    # A terminal's Ctrl-C reaches every process; the one that began them says what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_maker, args=(hearing,), daemon=True).start()


def _end_with_maker(hearing: Connection) -> None:
    hearing.poll(None)
    os._exit(1)


def _do(act: Callable[..., R], arguments: tuple[object, ...], named: dict[str, object]) -> R:
    return act(_shared[0], *arguments, **named)
