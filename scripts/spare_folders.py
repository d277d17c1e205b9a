"""Emptied folders of sites that were replaced, for sites to come.

A site has a folder for each of its pages. On a large disk to make one took thirty times as long as to give
one that is there another name, which came to a fifth of a build after one edited text.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path


class SpareFolders:
    """Empty folders in `home`; several builds may take from it and give to it at once.

    With no home there are none. A home that cannot be used, as on another disk, makes a build slower and
    never wrong.
    """

    def __init__(self, home: Path | None) -> None:
        self._home = home
        self._untried: list[Path] | None = None

    def make(self, folder: Path) -> None:
        """Make a folder and those above it, where they are not there; of a spare one where there is one."""
        if folder.is_dir():
            return
        self.make(folder.parent)
        if not self._is_one_of_the_spare(folder):
            folder.mkdir(exist_ok=True)

    def _is_one_of_the_spare(self, folder: Path) -> bool:
        if self._untried is None:
            self._untried = list(self._home.iterdir()) if self._home and self._home.is_dir() else []
        while self._untried:
            spare = self._untried.pop()
            # Another build, or another language of this one, may have taken it.
            with suppress(OSError):
                # What somebody put there belongs to no site.
                if not any(spare.iterdir()):
                    spare.rename(folder)
                    return True
        return False

    def take_apart(self, folder: Path) -> None:
        """Delete a folder with all that is in it, as far as that can be done; keep the emptied folders."""
        if self._home:
            with suppress(OSError):
                self._home.mkdir(parents=True, exist_ok=True)
                _emptied(folder, self._home / f"{os.getpid()}-{folder.name}", 0)
        shutil.rmtree(folder, ignore_errors=True)


def _emptied(folder: Path, spare: Path, given: int) -> int:
    """Let each folder in `folder`, and at last itself, be `spare` with a number; return the last number.

    `given` is the last that was given before.
    """
    with os.scandir(folder) as found:
        inside = list(found)
    for each in inside:
        if each.is_dir(follow_symlinks=False):
            given = _emptied(Path(each.path), spare, given)
        else:
            Path(each.path).unlink()
    given += 1
    folder.rename(spare.with_name(f"{spare.name}-{given}"))
    return given
