"""Make things in a folder beside their place, then put them there at one moment.

Whoever is killed on the way leaves a work folder; the next one deletes it. A lock, which the system lets
go of when its holder ends, tells a folder in use from one left behind.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = ".forewarned-building-"
_LOCK = "lock"
_OLD = "old"
_JOURNAL = "place"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


@contextmanager
def work_folder(beside: Path) -> Iterator[Path]:
    """Yield a new folder in the folder of `beside`, which is deleted at the end with all that is in it.

    First and last, folders that killed programs left there are deleted. Raises OSError.
    """
    parent = beside.parent
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    folder, lock = _held_folder(parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        # What the processes of a killed program still wrote while this one was at work.
        _sweep(parent)


def _held_folder(parent: Path) -> tuple[Path, FileLock]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        lock = FileLock(folder / _LOCK, timeout=0)
        try:
            lock.acquire()
        except (Timeout, FileNotFoundError):
            # Between the two lines another program that sweeps took the folder for one left behind.
            continue
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return folder, lock


def _sweep(parent: Path) -> None:
    """Delete the work folders in `parent` that nobody holds any more."""
    for folder in parent.glob(f"{_PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir():
            continue
        # In use, or another user's: it is left where it is.
        with suppress(Timeout, OSError), FileLock(folder / _LOCK, timeout=0):
            _put_back(folder)
            shutil.rmtree(folder, ignore_errors=True)


def _put_back(folder: Path) -> None:
    """Put what a killed program had moved aside back to its place, if that is still empty."""
    if (folder / _OLD).is_dir() and (folder / _JOURNAL).is_file():
        place = folder.parent / os.fsdecode((folder / _JOURNAL).read_bytes())
        if not os.path.lexists(place):
            (folder / _OLD).rename(place)


def put_in_place(work: Path, new: Path, out: Path, refuse: Callable[[Path], None]) -> None:
    """Put the folder `new`, in the folder `work`, at `out`; what stood there goes to `work`.

    `refuse` is told what is about to be replaced and raises where that must not be; `out` then holds what
    it held. Raises OSError, likewise.
    """
    while True:
        try:
            if not os.path.lexists(out):
                # Fails where another program puts something there first.
                new.rename(out)
            elif exchange(new, out):
                _refuse_replaced(new, out, refuse)
            else:
                refuse(out)
                _move_by_turns(work, new, out)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT) and new.is_dir():
                continue
            raise
        return


def _refuse_replaced(new: Path, out: Path, refuse: Callable[[Path], None]) -> None:
    """Look at what was replaced, now that nobody can change it any more; put it back if it is refused."""
    try:
        refuse(new)
    except BaseException:
        exchange(new, out)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders take each other's place at one moment; tell whether the system can.

    By Linux's renameat2(2) with RENAME_EXCHANGE, for which Python has no name. Raises OSError.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if _is_linux() else None
    if rename is None:
        return False
    rename.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _is_linux() -> bool:
    return sys.platform == "linux"


def _move_by_turns(work: Path, new: Path, out: Path) -> None:
    """Move `out` aside, then `new` there. If killed between the two, the next program puts `out` back."""
    (work / _JOURNAL).write_bytes(os.fsencode(out.name))
    old = work / _OLD
    if old.is_dir():
        shutil.rmtree(old)
    out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if not os.path.lexists(out):
            old.rename(out)
        raise


def move_in(made: Path, site: Path) -> None:
    """Move all files below `made` to the same places below `site`: a site is told by its files."""
    for inner, _, _ in os.walk(made, topdown=False):
        with suppress(OSError):
            Path(inner).rmdir()
    _move_below(made, site)


def _move_below(made: Path, site: Path) -> None:
    """Move what stands in `made` into `site`: a folder at once, if it is new there."""
    for moved in made.iterdir() if made.is_dir() else ():
        place = site / moved.name
        if moved.is_dir() and place.exists():
            _move_below(moved, place)
        else:
            moved.rename(place)
