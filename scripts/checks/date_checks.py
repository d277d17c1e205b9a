"""Check the days that entries bear: none to come, no review older than a reading, none untrue to history."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.checks.staleness import UnknownRevision, git
from scripts.entries import FieldPath, MarkedYaml, parse_marked
from scripts.guide import Entry, Guide, Reviewed
from scripts.problems import Fault, Level, Problem, ProblemsFound, fault

Marks = Mapping[str, MarkedYaml]
_SAYS_NOTHING = frozenset(("added", "reviewed", "stale", "formerly"))
"""Fields that a reader of the entry does not read: a change of these needs no new review."""


def dates_to_come(guide: Guide, marks: Marks, today: datetime.date | None = None) -> Iterator[Problem]:
    """Yield a problem for each date after `today`, the clock's day where none is given.

    The day after is let through: it has begun where the contributor is, though perhaps not here.
    """
    latest = ((today or datetime.datetime.now(datetime.UTC).date()) + datetime.timedelta(days=1)).isoformat()
    for file, path, written in _dates(guide):
        # ISO dates of one length sort as days do; a year or a month alone is compared as such.
        if written > latest[: len(written)]:
            yield marks[file].problem(path, fault("date-to-come", given=written))


def _dates(guide: Guide) -> Iterator[tuple[str, FieldPath, str]]:
    for entry in guide.entries():
        if entry.added:
            yield entry.file, ("added",), entry.added
        if isinstance(entry, Reviewed) and entry.reviewed:
            yield entry.file, ("reviewed",), entry.reviewed
    for file, path, source in guide.sources():
        if source.date:
            yield file, (*path, "date"), source.date
        yield file, (*path, "accessed"), source.accessed


def older_than_their_reading(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Yield a problem for each entry reviewed before the newest day on which a source of its own was read.

    A review says that somebody read the entry with its sources, and the page tells both days in one line.
    """
    for entry in guide.citing():
        read = max((source.accessed for source in entry.sources), default="")
        if entry.reviewed and entry.reviewed < read:
            yield marks[entry.file].problem(
                ("reviewed",), fault("reviewed-before-reading", given=entry.reviewed, day=read)
            )


def untrue_to_history(guide: Guide, marks: Marks, *, strict: bool = False) -> list[Problem]:
    """Return a warning, an error if `strict`, for each day that the history of its file does not bear out.

    `added` is the day of the file's first commit, wherever it then stood. What an entry says must not have
    changed after the day it was `reviewed`. Days are those of each commit's author, in the zone they wrote
    in. A file that is in no commit yet has no history. Raises UnknownRevision.
    """
    history = _History(guide.root)
    level: Level = "error" if strict else "warning"
    found = [*_odd_beginnings(guide, history), *_changed_since(guide, marks, history)]
    return sorted(marks[file].problem(path, odd, level=level) for file, path, odd in found)


def _odd_beginnings(guide: Guide, history: "_History") -> Iterator[tuple[str, FieldPath, Fault]]:
    for entry in guide.entries():
        first = history.first_day(entry.file)
        if first and entry.added is None:
            yield entry.file, (), fault("not-added", day=first)
        elif first and entry.added != first:
            yield entry.file, ("added",), fault("added-otherwise", given=entry.added, day=first)


def _changed_since(guide: Guide, marks: Marks, history: "_History") -> Iterator[tuple[str, FieldPath, Fault]]:
    for entry in guide.entries():
        if not isinstance(entry, Reviewed) or entry.reviewed is None:
            continue
        last = history.last_day(entry.file)
        if last > entry.reviewed and history.data_on(entry, entry.reviewed) != _said(marks[entry.file].data):
            yield entry.file, ("reviewed",), fault("changed-after", given=entry.reviewed, day=last)


def _said(data: object) -> object:
    """Return an entry's data without what says nothing of it."""
    return {key: data[key] for key in data if key not in _SAYS_NOTHING} if isinstance(data, dict) else data


class _History:
    """The commits of each file of a guide, by the name it has today, the oldest first.

    Raises UnknownRevision, also where only the newest commits were fetched.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        if git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
            raise UnknownRevision("the history is cut short: git fetch --unshallow")
        self._commits: dict[str, list[tuple[str, str, str]]] = {}
        # Merges show no files: what they bring is told by the commits that they merge.
        told = git(
            root,
            *("log", "--topo-order", "--reverse", "--date=short", "--format=%x00%H %ad"),
            *("--name-status", "--find-renames", "--relative", "--", "."),
        )
        for block in told.split("\0")[1:]:
            head, *lines = block.splitlines()
            commit, day = head.split()
            for line in filter(None, lines):
                self._take(commit, day, *line.split("\t"))

    def _take(self, commit: str, day: str, how: str, file: str, renamed: str = "") -> None:
        if how == "D":
            self._commits.pop(file, None)
        elif how.startswith("R"):
            self._commits[renamed] = [*self._commits.pop(file, ()), (day, commit, renamed)]
        else:
            name = renamed or file
            self._commits.setdefault(name, []).append((day, commit, name))

    def first_day(self, file: str) -> str:
        """Return the day on which a file came, empty where it is in no commit."""
        return self._commits[file][0][0] if file in self._commits else ""

    def last_day(self, file: str) -> str:
        """Return the newest day of a file's commits, empty where it is in none."""
        return max((day for day, *_ in self._commits.get(file, ())), default="")

    def data_on(self, entry: Entry, day: str) -> object:
        """Return what an entry said at the end of `day`, None where it could not be read."""
        then = [(commit, name) for when, commit, name in self._commits[entry.file] if when <= day]
        if not then:
            return None
        commit, name = then[-1]
        try:
            return _said(parse_marked(git(self._root, "show", f"{commit}:./{name}"), name).data)
        except ProblemsFound:
            return None
