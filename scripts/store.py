"""What earlier builds made, by what it was made from: nothing is made twice.

A name is a digest of everything that goes into a file: the words handed over, this program's own code and
looks, the versions of its libraries, the moment that files carry. So nothing kept is ever out of date.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from scripts.places import KEPT, OVERRIDES, REPOSITORY
from scripts.spare_folders import SpareFolders
from scripts.zipping import declared_moment

_LONGEST_UNUSED = 30 * 24 * 60 * 60
"""After which a file is deleted, in seconds."""
_BETWEEN_TIDYINGS = 24 * 60 * 60
"""Between one look at every file and the next, in seconds."""
_SPARE = "spare"
"""Where folders without files are kept, beside those of files, whose names have two letters."""
_DIGEST = hashlib.sha256
_DIGEST_SIZE = _DIGEST().digest_size


class Store:
    """Files by a digest of what they were made from; several builds may use one folder at once.

    With no folder nothing is kept. A folder that cannot be read or written, that is full, or whose files
    are spoilt makes a build slower and never wrong.
    """

    def __init__(self, folder: Path | None, former: Mapping[str, str] | None = None) -> None:
        self._folder, self._former = folder, dict(former or {})
        self.folders = SpareFolders(folder and folder / _SPARE)

    def replacing(self, former: Path, *places: Path) -> "Store":
        """Return this store for what grows in `places` to replace the folder `former`; see `write`."""
        if not self.keeps:
            return self
        return Store(self._folder, {f"{place}{os.sep}": f"{former}{os.sep}" for place in places})

    def write(self, file: Path, content: bytes) -> None:
        """Write a file into a folder that is there; one that is alike in what is replaced comes from there.

        That takes a tenth of the time, and leaves the file its date. Until the former is gone it is one file
        with two names: who changes one of a site's files writes another in its place.
        """
        name = str(file)
        for place, former in self._former.items():
            if name.startswith(place) and _taken(Path(former + name[len(place) :]), file, content):
                return
        file.write_bytes(content)

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    def kept(self, kind: str, made_of: str, make: Callable[[], bytes]) -> bytes:
        """Return what `make` returns, from the store if it was made before.

        `made_of` holds all that `make` looks at, as text; `kind` says what it makes of that.
        """
        found = self.get(kind, made_of)
        if found is None:
            found = make()
            self.put(kind, made_of, found)
        return found

    def get(self, kind: str, made_of: str) -> bytes | None:
        """Return what was made before of the same, None if nothing was."""
        if self._folder is None:
            return None
        file = self._file(self._folder, kind, made_of)
        try:
            with file.open("rb") as opened:
                written = opened.read()
                last_asked_for = os.fstat(opened.fileno()).st_mtime
            # To the day is enough for `tidy`; to note it at each build costs as much as to read.
            if time.time() - last_asked_for > _BETWEEN_TIDYINGS:
                os.utime(file)
        except OSError:
            return None
        content = written[_DIGEST_SIZE:]
        return content if _DIGEST(content).digest() == written[:_DIGEST_SIZE] else None

    def put(self, kind: str, made_of: str, content: bytes) -> None:
        """Keep what was made of something."""
        if self._folder is None:
            return
        file = self._file(self._folder, kind, made_of)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            # Beside and then renamed: who reads meanwhile sees all of it or nothing.
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as beside:
                beside.write(_DIGEST(content).digest() + content)
            Path(beside.name).replace(file)

    def tidy(self) -> None:
        """Once a day, delete what no build asked for in a month and what a killed one left half-written."""
        if self._folder is None or self._was_tidied(self._folder):
            return
        oldest = time.time() - _LONGEST_UNUSED
        for file in self._folder.glob("*/*"):
            with suppress(OSError):
                if file.lstat().st_mtime < oldest:
                    file.rmdir() if file.is_dir() else file.unlink()

    def _was_tidied(self, folder: Path) -> bool:
        """Tell whether a build of today has looked at every file, which takes as long as a page."""
        mark = folder / "tidied"
        with suppress(OSError):
            if time.time() - mark.stat().st_mtime < _BETWEEN_TIDYINGS:
                return True
        with suppress(OSError):
            mark.touch()
        return False

    def _file(self, folder: Path, kind: str, made_of: str) -> Path:
        digest = _DIGEST(f"{maker()}\0{declared_moment()}\0{kind}\0".encode())
        digest.update(made_of.encode("utf-8", errors="surrogatepass"))
        name = digest.hexdigest()
        return folder / name[:2] / name[2:]


def _taken(former: Path, name: Path, content: bytes) -> bool:
    """Give a file that holds `content` a second name, if it does; return whether."""
    with suppress(OSError), former.open("rb") as file:
        if former.is_symlink() or file.read() != content:
            return False
        name.hardlink_to(former)
        # Another build may have put another file there meanwhile.
        if os.path.samestat(os.fstat(file.fileno()), name.stat()):
            return True
        name.unlink()
    return False


NOTHING_KEPT = Store(None)
OF_THIS_REPOSITORY = Store(KEPT / "store")


@cache
def maker() -> str:
    """Return a digest of the program that makes things: its files, its libraries, its Python."""
    digest = _DIGEST(sys.version.encode())
    for file in sorted(_own_files()):
        digest.update(f"\0{file.relative_to(REPOSITORY).as_posix()}\0".encode())
        digest.update(_DIGEST(file.read_bytes()).digest())
    for name in sorted(_libraries()):
        digest.update(f"\0{name}".encode())
    return digest.hexdigest()


def _own_files() -> Iterator[Path]:
    yield REPOSITORY / "mkdocs.yml"
    for folder in (REPOSITORY / "scripts", OVERRIDES):
        yield from (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _libraries() -> Iterator[str]:
    """Yield the name and version of every library (PyPA, "Recording installed projects")."""
    for folder in map(Path, sys.path):
        yield from (info.name for info in folder.glob("*.dist-info"))
