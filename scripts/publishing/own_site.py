"""Which folder a site may take the place of: never the sources, never what somebody else put there.

A built site names its files in its `build.json`. Whatever else stands in it is somebody's: a publisher's
CNAME or .git, notes, a folder of one's own. It is refused and not carried over, since what no build wrote
would then be published with every later one, unseen and unchecked.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from scripts.places import REPOSITORY
from scripts.problems import Refused

FACTS = "build.json"
_MADE_BY = "Forewarned / Prevenido"
_DATA = ("content", "tricks")
_OURS = (*_DATA, "scripts", "overrides", "tests", ".git", ".github", ".venv")
_NOBODYS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What systems leave in a folder that somebody only looked at."""
_NAMED = 3


def write_facts(site: Path, pages: int, names: Iterable[str]) -> None:
    """Write into the finished `site` who made it, its number of pages, and the names of its files."""
    facts = {"made_by": _MADE_BY, "pages": pages, "files": sorted(names)}
    (site / FACTS).write_text(json.dumps(facts, indent=0) + "\n", encoding="utf-8")


def files_below(folder: Path) -> list[str]:
    """Return the name of every file below a folder of a site, each folder's files beside each other."""
    found = []
    for place, _, files in os.walk(folder):
        below = place[len(str(folder)) :].replace(os.sep, "/").lstrip("/")
        found += [f"{below}/{name}" if below else name for name in files]
    # As lists of its folders would be, in a fifth of the time: no name holds what stands for the slash.
    return sorted(found, key=lambda name: name.replace("/", "\0"))


def refuse_sources(out: Path, *roots: Path) -> None:
    """Raise Refused where files written to `out` would stand among, or replace, the guide's own.

    `roots` are the folders of the guide and of what is laid over it, `out` is an absolute path with every
    link followed.
    """
    data = [root / name for root in roots for name in _DATA]
    homes = [*roots, *data, REPOSITORY]
    with suppress(RuntimeError):
        homes.append(Path.home())
    above = any(_is_within(home, out) for home in homes)
    sources = [*data, *(REPOSITORY / name for name in _OURS)]
    if above or ".git" in out.parts or any(_is_within(out, source) for source in sources):
        raise Refused("out_is_source", out=out)


def _is_within(path: Path, folder: Path) -> bool:
    """Tell whether `path` is `folder` or stands in it, however their names are written."""
    real = Path(os.path.realpath(path))
    return any(_is_same(each, folder) for each in (real, *real.parents))


def _is_same(one: Path, other: Path) -> bool:
    # By identity, not by name: some file systems take "Content" for "content".
    try:
        return one.samefile(other)
    except OSError:
        return one == Path(os.path.realpath(other))


def refuse_strangers(out: Path, found: Path | None = None) -> None:
    """Raise Refused where `out` is there and is anything but an empty folder or a site of ours as built.

    `found` is where what stood at `out` is now, if it was moved. Raises OSError where it cannot be looked at.
    """
    found = found or out
    try:
        found.lstat()
    except FileNotFoundError:
        return
    if found.is_symlink() or not found.is_dir():
        raise Refused("out_no_folder", out=out)
    written = _written(found)
    if written is None:
        if any(each.name not in _NOBODYS for each in found.iterdir()):
            raise Refused("out_not_ours", out=out)
        return
    strangers = sorted(_strangers(found, written))
    if strangers:
        names = ", ".join(strangers[:_NAMED]) + (", …" if len(strangers) > _NAMED else "")
        raise Refused("out_with_strangers", out=out, names=names)


def _written(site: Path) -> frozenset[str] | None:
    """Return the names of the files that the build of `site` wrote; None where it was no build of ours."""
    try:
        facts = json.loads((site / FACTS).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    files = facts.get("files") if isinstance(facts, dict) and facts.get("made_by") == _MADE_BY else None
    if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
        return None
    return frozenset([*files, FACTS])


def _strangers(site: Path, written: frozenset[str]) -> Iterator[str]:
    """Yield what stands in `site` and is not `written`; of a folder nobody wrote to, the folder alone."""
    folders = set(_folders_of(written))
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(site / below) as found:
            for each in found:
                inside = f"{below}{each.name}"
                if each.is_dir(follow_symlinks=False):
                    is_ours = inside in folders
                    waiting += [f"{inside}/"] if is_ours else []
                else:
                    is_ours = not each.is_symlink() and (inside in written or each.name in _NOBODYS)
                if not is_ours:
                    yield inside


def _folders_of(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        folder = name.rpartition("/")[0]
        while folder:
            yield folder
            folder = folder.rpartition("/")[0]
