"""What all workers of a run share: made by the first who asks, kept for the next run that would make it."""

import functools
import hashlib
import os
import pickle
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY

_KEPT = REPOSITORY / ".build" / "test-sites"
_MAKES_THE_SITE = (
    *("content", "tricks", "scripts", "overrides", "mkdocs.yml", "requirements.txt"),
    "tests/sampled_guide.py",
)
_LONGEST_RUN = 3 * 60 * 60


def made_once(what: str, make: Callable[[Path], object]) -> Path:
    """Return the folder `what` that `make` fills; nobody may change it.

    The first who asks makes it while the others wait. It is kept under a name made of everything
    that a site is made of, so a change of any of that makes a new one.
    """
    _KEPT.mkdir(parents=True, exist_ok=True)
    home = _KEPT / _first_name()
    with FileLock(_KEPT / f"{home.name}-{what}.lock"):
        if not (home / what).is_dir():
            _drop_old()
            beside = home / f".{what}"
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            make(beside)
            if _name() != home.name:
                shutil.rmtree(home)
                raise RuntimeError("something that makes the site changed while it was built: run it again")
            beside.rename(home / what)
    os.utime(home)
    return home / what


@functools.cache
def _first_name() -> str:
    """Return the name as it was when this process first asked: to read all of the sources takes its time."""
    return _name()


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


def guide_made_once(what: str, root: Path) -> Guide:
    """Return the guide below `root`, checked; nobody may change it."""

    def write(folder: Path) -> None:
        (folder / "guide").write_bytes(pickle.dumps(load_checked(root)))

    guide = pickle.loads((made_once(what, write) / "guide").read_bytes())  # noqa: S301 - written above
    assert isinstance(guide, Guide)
    # The repository may have been moved since.
    return replace(guide, root=root)
