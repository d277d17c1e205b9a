"""Files that a release carries: made beside each other, each put in its place when it is whole."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import click

from scripts.paper import PaperFailed, Press
from scripts.problems import Refused, visible
from scripts.publishing import refuse_sources, work_folder
from scripts.store import OF_THIS_REPOSITORY

Make = Callable[[Press], bytes]
Put = Callable[[str, bytes], None]


def write_files(wanted: Mapping[str, Make], out: Path, folders: Sequence[Path], address: str) -> None:
    """Write each file below `out` by its name and say so; `folders` are the guide's, `address` the site's.

    Raises Refused where `out` holds sources or a file cannot be printed.
    """
    with placed_whole(out, folders) as (work, put):
        press = Press.with_own_fonts(work / "fonts", address, OF_THIS_REPOSITORY)
        # Typst leaves Python's lock alone.
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            try:
                for name, made in zip(
                    wanted, pool.map(lambda make: make(press), wanted.values()), strict=True
                ):
                    put(name, made)
            except PaperFailed as failed:
                pool.shutdown(cancel_futures=True)
                raise Refused("as_told", detail=failed) from failed


@contextmanager
def placed_whole(out: Path, folders: Sequence[Path]) -> Iterator[tuple[Path, Put]]:
    """Yield a folder to work in, and what puts a file below `out` by its name, whole, and says so.

    Raises Refused where `out` holds sources of `folders`, which are the guide's.
    """
    real = Path(os.path.realpath(out))
    refuse_sources(real, *folders)
    with work_folder(real) as work:

        def put(name: str, made: bytes) -> None:
            (work / name).write_bytes(made)
            real.mkdir(parents=True, exist_ok=True)
            (work / name).replace(real / name)
            click.echo(visible(str(out / name)))

        yield work, put
