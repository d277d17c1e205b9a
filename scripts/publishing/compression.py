"""Text files compressed once, at publishing, beside the plain ones."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

from scripts.publishing.host_files import MEDIA_TYPES, is_text
from scripts.publishing.own_site import files_below

SMALLEST = 1024
"""In bytes: below, the answer fits one packet anyway."""

_BROTLI = 10
"""Of 11: pages come out within a hundredth of the smallest, in two fifths of the time."""

_TEXT_ENDINGS = frozenset(f".{ending}" for ending, kind in MEDIA_TYPES.items() if is_text(kind))


@dataclass(frozen=True)
class Compressed:
    """One text file's bytes: plain, by gzip, by Brotli."""

    plain: int
    gzipped: int
    brotlied: int


def precompress(site: Path) -> list[Compressed]:
    """Write a `.gz` and a `.br` beside each text file of the finished `site`; return what that saves.

    The same bytes give the same files: no clock and no name goes in (RFC 1952 and 7932).
    """
    # Both compressors let go of Python's lock, so that threads use every core.
    with ThreadPoolExecutor() as pool:
        return list(pool.map(_compress, _text_files(site)))


def _text_files(site: Path) -> Iterator[Path]:
    for file in (site / name for name in files_below(site)):
        if file.suffix in _TEXT_ENDINGS and file.stat().st_size >= SMALLEST:
            yield file


def _compress(file: Path) -> Compressed:
    plain = file.read_bytes()
    gzipped = gzip.compress(plain, compresslevel=9, mtime=0)
    brotlied = brotli.compress(plain, mode=brotli.MODE_TEXT, quality=_BROTLI)
    for ending, data in ((".gz", gzipped), (".br", brotlied)):
        file.with_name(file.name + ending).write_bytes(data)
    return Compressed(len(plain), len(gzipped), len(brotlied))
