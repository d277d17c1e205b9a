"""A guide's folder and one that may be laid over it, read as one: what stands above adds or replaces.

An entry, or a part of a list, replaces the whole one of the same name below. Of files that hold the site's
settings and the interface's words, each key that is given replaces the one below.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from scripts.entries.reading import Reading
from scripts.guide import Entry, Listed, Overlay, Part
from scripts.problems import Fault, Problem, fault

P = TypeVar("P", bound=Part)
E = TypeVar("E", bound=Entry)
L = TypeVar("L", bound=Listed)

DATA = ("content", "tricks")
_KNOWN = frozenset(
    {
        *("assessments", "countermeasures", "meetings", "pages", "paths", "quizzes", "search", "ui", "words"),
        *("calculator.yml", "clause_subjects.yml", "glossary.yml", "kinds_of_purchase.yml"),
        *("phases.yml", "site.yml"),
    }
)
"""What stands in a guide's content/."""


class Layers:
    """A run over the files of a guide and of what is laid over it, the guide's own first."""

    def __init__(self, own: Reading, over: Path | None) -> None:
        self.own = own
        self.over: Reading | None = None
        self._replaced: list[tuple[str, str]] = []
        if over is not None:
            # Below the root by its name, so that what is said of its files leads there from the root.
            self.over = replace(own, top=own.root / _way_to(over, own.root))

    @property
    def every(self) -> list[Reading]:
        """The guide's own layer, then what is laid over it."""
        return [self.own, *([self.over] if self.over else ())]

    @property
    def overlay(self) -> Overlay | None:
        """What is laid over the guide, as far as it has been read."""
        if self.over is None:
            return None
        return Overlay(f"{self.over.shown(self.over.top)}/", tuple(sorted(set(self._replaced))))

    def fault(self) -> Problem | None:
        """Return why one of the folders holds nothing to read, None where all is well."""
        own = self.own.top
        if not all((own / name).is_dir() for name in DATA):
            return Problem(".", 1, 1, "", fault("not-a-guide"))
        if self.over is None:
            return None
        top = os.path.realpath(self.over.top)
        within = [os.path.realpath(own / name) for name in DATA]
        if top == os.path.realpath(own) or any(Path(top).is_relative_to(data) for data in within):
            return self._of_the_overlay(fault("overlay-is-guide"))
        if not any((self.over.top / name).is_dir() for name in DATA):
            return self._of_the_overlay(fault("not-an-overlay"))
        return None

    def _of_the_overlay(self, found: Fault) -> Problem:
        return Problem(self.own.shown(self.over.top) if self.over else ".", 1, 1, "", found)

    def one(self, kind: type[P], place: str, injected: Mapping[str, str]) -> P | None:
        """Read a file that is one part, each layer giving the keys that it has."""
        below, *above = self._giving(place) or [self.own]
        part = below.checked(kind, below.top / place, injected)
        data = self._data(below, place)
        for reading in above:
            marked = reading.marked(reading.top / place)
            if marked is None or part is None or not isinstance(data, dict):
                continue
            given = marked.data
            data = _laid_over(data, given) if isinstance(given, dict) else given
            # Where it is at fault, the rest is still read by what is below.
            part = reading.validated(kind, marked, data, (), injected) or part
        return part

    def _data(self, reading: Reading, place: str) -> object:
        marked = reading.marks.get(reading.shown(reading.top / place))
        return marked.data if marked else None

    def has(self, place: str) -> bool:
        """Tell whether any layer has a file at `place`."""
        return bool(self._giving(place))

    def _giving(self, place: str) -> list[Reading]:
        over = [self.over] if self.over and os.path.lexists(self.over.top / place) else []
        return [*([self.own] if (self.own.top / place).is_file() else ()), *over]

    def listed(self, kind: type[L], place: str) -> dict[str, L]:
        """Read a list of parts, by id; what is replaced keeps its place, what is new comes last."""
        found: dict[str, L] = {}
        for reading in self._giving(place) or [self.own]:
            for part in reading.listed(kind, reading.top / place):
                if reading is self.over and part.id in found:
                    self._replaced.append((part.file, part.id))
                found[part.id] = part
        return found

    def folder(self, kind: type[E], place: str) -> dict[str, E]:
        """Read every entry of a folder, by slug."""
        return self.merged(lambda reading: reading.folder(kind, reading.top / place))

    def merged(self, read: Callable[[Reading], dict[str, E]]) -> dict[str, E]:
        """Return what `read` finds in each layer, by slug, in the order of the files' names."""
        found = read(self.own)
        for slug, entry in read(self.over).items() if self.over else ():
            if slug in found:
                self._replaced.append((entry.file, ""))
            found[slug] = entry
        return dict(sorted(found.items(), key=lambda item: f"{item[0]}.yml"))

    def replaces(self, file: str) -> None:
        """Note that a file of what is laid over the guide stands in the place of one of its own."""
        self._replaced.append((file, ""))

    def complain_of_strays(self, locales: list[str], logo: str | None) -> None:
        """Complain of what nobody would read in what is laid over: a misspelt folder must not pass unseen."""
        if self.over is None:
            return
        content = self.over.top / "content"
        known = sorted(_KNOWN | ({logo} if logo else set()))
        for path in _seen(content):
            if path.name not in known:
                self.over.complain(path, fault("stray-in-overlay", name=path.name, among=known))
        if any(each.file == self.over.shown(content / "site.yml") for each in self.over.problems):
            # Which languages there are is not known then.
            return
        for folder in ("pages", "search", "ui", "words"):
            for path in _seen(content / folder):
                if path.stem not in locales:
                    listed = ", ".join(locales)
                    unknown = fault("unknown-language", name=path.stem, locales=listed)
                    self.over.complain(path, unknown)


def _seen(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.name[0] != "."] if folder.is_dir() else []


def _way_to(folder: Path, root: Path) -> str:
    """Return the way from the guide's folder to another; whole where there is none, as between two drives."""
    real = os.path.realpath(folder)
    try:
        return os.path.relpath(real, os.path.realpath(root))
    except ValueError:
        return real


def _laid_over(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Return the keys of both; a key whose value has keys of its own is given key by key."""
    laid = {**below, **above}
    for key, given in above.items():
        under = below.get(key)
        if isinstance(under, dict) and isinstance(given, dict):
            laid[key] = {**under, **given}
    return laid
