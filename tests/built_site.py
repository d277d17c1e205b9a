"""Built sites for all workers of a run, each made once, kept for the next run that would build the same."""

import functools
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.guide import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from tests.real_guide import real_guide
from tests.sampled_guide import sampled_guide

ADDRESS = "https://forewarned.example/"
_KEPT = REPOSITORY / ".build" / "test-sites"
_MAKES_THE_SITE = (
    *("content", "tricks", "scripts", "overrides", "mkdocs.yml", "requirements.txt"),
    "tests/sampled_guide.py",
)
_LONGEST_RUN = 3 * 60 * 60


@functools.cache
def built_site() -> Path:
    """Return the folder of the repository's built site; tests may read it and must not change it.

    The first who asks builds it while the others wait. It is kept under a name made of everything
    that a site is made of, so a change of any of that builds a new one.
    """
    return _made_once("site", lambda folder: build(real_guide(), folder, lambda step: None, ADDRESS))


@functools.cache
def sample_site() -> Path:
    """Return the folder of the site of `sample_guide`, kept as `built_site` is."""
    return _made_once("sample-site", lambda folder: build(sample_guide(), folder, lambda step: None, ADDRESS))


@functools.cache
def sample_guide() -> Guide:
    """Return a part of the repository's guide (see sampled_guide.py), checked; nobody may change it."""
    return load_checked(_made_once("sample", sampled_guide))


def _made_once(what: str, make: Callable[[Path], object]) -> Path:
    _KEPT.mkdir(parents=True, exist_ok=True)
    home = _KEPT / _name()
    with FileLock(_KEPT / f"{home.name}-{what}.lock"):
        if not (home / what).is_dir():
            _drop_old()
            beside = home / f".{what}"
            shutil.rmtree(beside, ignore_errors=True)
            make(beside)
            if _name() != home.name:
                shutil.rmtree(home)
                raise RuntimeError("something that makes the site changed while it was built: run it again")
            beside.rename(home / what)
    os.utime(home)
    return home / what


def _name() -> str:
    """Return a name that changes with every byte, and every name, that a site is made of."""
    digest = hashlib.sha256()
    for file in _sources():
        digest.update(file.relative_to(REPOSITORY).as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for name in _MAKES_THE_SITE:
        path = REPOSITORY / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def _drop_old() -> None:
    """Delete what no run that may still go on has asked for."""
    for home in _KEPT.iterdir():
        if home.is_dir() and home.stat().st_mtime < time.time() - _LONGEST_RUN:
            shutil.rmtree(home, ignore_errors=True)


@functools.lru_cache(maxsize=300)
def parsed(file: Path) -> LexborHTMLParser:
    """Return a built page, parsed once a process; nobody may change it."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def page_at(site: Path, *address: str) -> LexborHTMLParser:
    """Return the page of the site at `address`, such as `("es", "tricks/kickbacks")`."""
    return parsed(site.joinpath(*address, "index.html"))
