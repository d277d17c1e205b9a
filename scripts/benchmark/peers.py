"""Our build beside the usual ways, each in a process of its own, in turns, on the same texts."""

import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.benchmark.enlarging import enlarged
from scripts.benchmark.plain_site import write_plain
from scripts.options import load_checked
from scripts.places import KEPT, REPOSITORY

_LOCKED = Path(__file__).parent / "requirements.txt"
_SEARCHED = ("*/search.json", "search/search_index.json", "search.json")
"""The file that a first search fetches: in our site, with mkdocs, with Zensical."""


MOST_WITH_PEERS = 1000
"""Tricks: a larger guide is built by us alone, since one run of the usual way takes minutes there."""
WHOLE, EDITED = "our whole build", "our build after one edited text"


class PeersFailed(Exception):
    """A program that is measured could not be installed or failed; the message holds its own words."""


@dataclass(frozen=True)
class Run:
    """One build: seconds by the clock and of the processors, and what it made.

    `memory` is the megabytes of the largest process, not of all together; `search` the bytes, compressed,
    of the index that one language's first search fetches.
    """

    what: str
    tricks: int
    wall: float
    cpu: float
    memory: float
    pages: int
    html: int
    search: int


def compared_with_peers(
    root: Path, sizes: Sequence[int], runs: int, overlay: Path | None = None
) -> Iterator[Run]:
    """Build the guide below `root` at each size, `runs` times in turns; yield each run as it ends.

    A size above MOST_WITH_PEERS is ours alone. `overlay` is laid over it at each size.
    Builds start from nothing, but for those after an edit. Raises PeersFailed.
    """
    programs = _installed()
    over = [str(overlay.resolve())] if overlay else []
    for tricks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            guide = Path(folder) / "guide"
            enlarged(root, guide, tricks)
            plain: Mapping[str, Path] = {}
            if tricks <= MOST_WITH_PEERS:
                plain = write_plain(load_checked(guide, overlay=overlay), Path(folder) / "plain")
            for turn in range(runs):
                yield from _one_turn(guide, over, plain, programs, tricks)
                yield _after_an_edit(guide, over, tricks, turn)


def _after_an_edit(guide: Path, over: Sequence[str], tricks: int, turn: int) -> Run:
    """Build again after one text of a trick has changed, another one at each turn."""
    site = guide.parent / "ours/edited"
    build = [*_build(guide, over), "--out", str(site)]
    if turn == 0:
        _run(build)
    files = sorted((guide / "tricks").glob("*/*.yml"))
    file = files[turn * 7 % len(files)]
    trick = yaml.safe_load(file.read_text(encoding="utf-8"))
    locale = next(iter(trick["mechanism"]))
    trick["mechanism"][locale] = f"{trick['mechanism'][locale].rstrip()} {turn}."
    edited = yaml.safe_dump(trick, allow_unicode=True, sort_keys=False, width=float("inf"))
    file.write_text(edited, encoding="utf-8")
    return timed(EDITED, tricks, [build], [site])


def _one_turn(
    guide: Path, over: Sequence[str], plain: Mapping[str, Path], programs: Path, tricks: int
) -> Iterator[Run]:
    beside = guide.parent / "ours"
    ours = [sys.executable, "-m", "scripts.benchmark.our_pages", str(guide), str(beside / "pages"), *over]
    yield timed("our pages and search", tricks, [ours], [beside / "pages"])
    if plain:
        yield from _usual_ways(plain, programs, tricks)
    whole = [*_build(guide, over), "--afresh", "--out", str(beside / "whole")]
    yield timed(WHOLE, tricks, [whole], [beside / "whole"])


def _usual_ways(plain: Mapping[str, Path], programs: Path, tricks: int) -> Iterator[Run]:
    usual = [str(programs / "mkdocs"), "build", "--quiet", "--clean", "--config-file", str(plain["usual"])]
    yield timed("mkdocs-material, static-i18n", tricks, [usual], [plain["usual"].parent / "sites/usual"])
    zensical = [name for name in plain if name.startswith("zensical:")]
    commands = [
        [str(programs / "zensical"), "build", "--clean", "--config-file", str(plain[name])]
        for name in zensical
    ]
    sites = [plain[name].parent / "sites" / name.replace(":", "-") for name in zensical]
    yield timed("zensical, a build a language", tricks, commands, sites)


def _build(guide: Path, over: Sequence[str]) -> list[str]:
    laid = [argument for folder in over for argument in ("--overlay", folder)]
    return [sys.executable, "-m", "scripts", "build", "--root", str(guide), *laid]


def timed(what: str, tricks: int, commands: Sequence[Sequence[str]], sites: Sequence[Path]) -> Run:
    """Run `commands` one after the other and count what stands in `sites` then. Raises PeersFailed."""
    began, cpu, memory = time.perf_counter(), 0.0, 0
    for command in commands:
        used = _run(command)
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss)
    wall = time.perf_counter() - began
    pages = [file for site in sites for file in site.rglob("*.html")]
    html = sum(file.stat().st_size for file in pages)
    return Run(what, tricks, wall, cpu, memory / 1024, len(pages), html, _first_search(sites[0]))


def _run(command: Sequence[str]) -> resource.struct_rusage:
    """Run a program to its end; return what it and those it waited for used."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=REPOSITORY, stdout=said, stderr=subprocess.STDOUT, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise PeersFailed(f"{' '.join(command)}\n{said.read().decode(errors='replace').strip()}")
    return used


def _first_search(site: Path) -> int:
    """Return the bytes of the one index that a first search on a page of the first language fetches."""
    found = [file for pattern in _SEARCHED for file in sorted(site.glob(pattern))]
    return len(gzip.compress(found[0].read_bytes(), 6)) if found else 0


def _installed() -> Path:
    """Return the folder of the peers' programs, installed from their locked list if they are not."""
    home = KEPT / "peers"
    ready = home / "ready"
    locked = _LOCKED.read_text(encoding="utf-8")
    if not ready.is_file() or ready.read_text(encoding="utf-8") != locked:
        venv.create(home, with_pip=True, clear=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
        _run([*pip, "--requirement", str(_LOCKED)])
        ready.write_text(locked, encoding="utf-8")
    return home / "bin"
