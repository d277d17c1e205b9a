"""Read files into checked parts, noting every fault instead of stopping at the first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from scripts.marked_yaml import MarkedYaml, load_marked
from scripts.model import Entry
from scripts.part import SLUG, Part
from scripts.problems import Fault, Problem, ProblemsFound, fault
from scripts.validation import explain

P = TypeVar("P", bound=Part)
E = TypeVar("E", bound=Entry)


@dataclass
class Reading:
    """One run over the files: the faults so far and where every field of every file stands.

    `named` holds, by kind, every name that a file or list claims, even one that is at fault, so
    that a reference to it is not reported as a second fault.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    marks: dict[str, MarkedYaml] = field(default_factory=dict)

    def shown(self, path: Path) -> str:
        """Return the file's name in messages: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def complain(self, path: Path, found: Fault) -> None:
        """Note a fault of a whole file."""
        self.problems.append(Problem(self.shown(path), 1, 1, "", found))

    def marked(self, path: Path, read: Callable[[], MarkedYaml] | None = None) -> MarkedYaml | None:
        """Read a file with marks, or note why it cannot be read."""
        file = self.shown(path)
        try:
            if not path.resolve().is_relative_to(self.root.resolve()):
                raise ProblemsFound([Problem(file, 1, 1, "", fault("outside-folder"))])
            self.marks[file] = read() if read else load_marked(path, file)
        except ProblemsFound as found:
            self.problems += found.problems
        except OSError as error:
            self.complain(path, fault("unreadable", detail=error.strerror or error))
        return self.marks.get(file)

    def model(self, kind: type[P], marked: MarkedYaml, injected: Mapping[str, str]) -> P | None:
        """Check a file's content against `kind`, adding what the file's place says."""
        return self._validated(kind, marked, marked.data, (), injected)

    def models(self, kind: type[P], marked: MarkedYaml) -> list[P]:
        """Check a file that is a list of parts."""
        if not isinstance(marked.data, list):
            self.problems.append(marked.problem((), fault("not-a-list-of-ids")))
            return []
        names = self.named.setdefault(kind.__name__.lower(), set())
        names.update(str(item["id"]) for item in marked.data if isinstance(item, dict) and "id" in item)
        checked = [
            self._validated(kind, marked, item, (index,), {"position": index})
            for index, item in enumerate(marked.data)
        ]
        return [part for part in checked if part is not None]

    def _validated(
        self,
        kind: type[P],
        marked: MarkedYaml,
        data: object,
        at: tuple[int, ...],
        injected: Mapping[str, str | int],
    ) -> P | None:
        if not isinstance(data, dict):
            self.problems.append(marked.problem(at, fault("not-fields")))
            return None
        written_in_place = set(injected) & set(data)
        for name in sorted(written_in_place):
            surplus = fault("place-says-it", field=name)
            self.problems.append(marked.problem((*at, name), surplus, at_key=True))
        if written_in_place:
            return None
        try:
            return kind.model_validate({**data, **injected})
        except ValidationError as error:
            self.problems += explain(error, kind, marked, at)
            return None

    def entry_files(self, folder: Path, ending: str = ".yml") -> list[Path]:
        """Return the folder's entry files by name, noting those that cannot be entries."""
        found = []
        for path in sorted(folder.iterdir()) if folder.is_dir() else []:
            if path.name.startswith("."):
                continue
            if path.suffix != ending or not path.is_file():
                self.complain(path, fault("wrong-ending", ending=ending))
            elif not re.match(SLUG, path.stem):
                self.complain(path, fault("bad-file-name"))
            else:
                found.append(path)
        return found

    def folder(self, kind: type[E], folder: Path, **injected: str) -> dict[str, E]:
        """Load every entry of a folder, by slug."""
        entries = {}
        for path in self.entry_files(folder):
            self.named.setdefault(kind.kind, set()).add(path.stem)
            marked = self.marked(path)
            if marked:
                place = {"slug": path.stem, "file": marked.file, **injected}
                entry = self.model(kind, marked, place)
                if entry is not None:
                    entries[path.stem] = entry
        return entries

    def single(self, kind: type[P], path: Path) -> P | None:
        """Load a file that is one part without a slug."""
        marked = self.marked(path)
        return self.model(kind, marked, {}) if marked else None

    def listed(self, kind: type[P], path: Path) -> list[P]:
        """Load a file that is a list of parts."""
        marked = self.marked(path)
        return self.models(kind, marked) if marked else []
