"""Read files into checked parts, noting every fault instead of stopping at the first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from scripts.entries.ahead import Ahead
from scripts.entries.made import Made, Source, made_of
from scripts.entries.marked_yaml import MarkedYaml, is_within, parse_marked, read_bytes, read_text
from scripts.entries.memory import Memory, Remembered
from scripts.entries.validation import MOST_SAID, explain
from scripts.guide import LONGEST_SLUG, SLUG, Entry, Part, is_windows_name
from scripts.problems import Fault, Problem, ProblemsFound, fault, visible
from scripts.store import NOTHING_KEPT, Store

P = TypeVar("P", bound=Part)
E = TypeVar("E", bound=Entry)
T = TypeVar("T")


@dataclass
class Reading:
    """One run over the files: the faults so far and where every field of every file stands.

    `top` is the folder out of which no file may lead: `root`, or one that is laid over it. `named` holds, by
    kind, every name that a file or list claims, even one that is at fault, so that a reference to it is not
    reported as a second fault. What `store` holds is not read again.
    """

    root: Path
    top: Path
    problems: list[Problem] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    marks: dict[str, MarkedYaml] = field(default_factory=dict)
    memory: Memory = field(default_factory=dict)
    store: Store = NOTHING_KEPT
    _begun: dict[Path, str] = field(default_factory=dict)
    """Texts of files with which others have begun, until they are read in their turn."""

    def shown(self, path: Path) -> str:
        """Return the file's name in messages: relative to the root, with forward slashes."""
        return _shown(self.root, path)

    def complain(self, path: Path, found: Fault) -> None:
        """Note a fault of a whole file."""
        self.problems.append(Problem(self.shown(path), 1, 1, "", found))

    def text(self, path: Path) -> str | None:
        """Return a file's text, or note why it cannot be read."""
        if path in self._begun:
            return self._begun.pop(path)
        return self._let_in(path, lambda shown: read_text(path, shown))

    def _let_in(self, path: Path, read: Callable[[str], T]) -> T | None:
        try:
            if not is_within(path, self.top):
                raise ProblemsFound([Problem(self.shown(path), 1, 1, "", fault("outside-folder"))])
            return read(self.shown(path))
        except ProblemsFound as found:
            self.problems += found.problems
        except OSError as error:
            self.complain(path, fault("unreadable", detail=error.strerror or error))
        return None

    def binary(self, path: Path, limit: int) -> bytes | None:
        """Return a file's bytes, or note why it cannot be read."""
        return self._let_in(path, lambda shown: read_bytes(path, shown, limit))

    def marked(self, path: Path) -> MarkedYaml | None:
        """Read a YAML file with marks, or note why it cannot be read."""
        text = self.text(path)
        return None if text is None else self.parsed(path, text)

    def parsed(self, path: Path, text: str) -> MarkedYaml | None:
        """Read `text`, the YAML of a file, with marks; or note why it cannot be read."""
        file = self.shown(path)
        try:
            self.marks[file] = parse_marked(text, file)
        except ProblemsFound as found:
            self.problems += found.problems
        return self.marks.get(file)

    def model(self, kind: type[P], marked: MarkedYaml, injected: Mapping[str, str]) -> P | None:
        """Check a file's content against `kind`, adding what the file's place says."""
        return self.validated(kind, marked, marked.data, (), injected)

    def checked(self, kind: type[P], path: Path, injected: Mapping[str, str]) -> P | None:
        """Load a file that is one part, adding what its place says."""
        text = self.text(path)
        if text is None:
            return None
        made = made_of(self._source(kind, path, text, injected), self.store, _made_anew)
        self._take(made)
        return made.parts[0] if made.parts and isinstance(made.parts[0], kind) else None

    def _source(self, kind: type[Part], path: Path, text: str, injected: Mapping[str, str]) -> Source:
        return Source(kind, self.shown(path), text, tuple(sorted(injected.items())))

    def _take(self, made: Made) -> None:
        self.problems += made.problems
        if made.marked:
            self.marks[made.marked.file] = made.marked

    def models(self, kind: type[P], marked: MarkedYaml) -> list[P]:
        """Check a file that is a list of parts."""
        if not isinstance(marked.data, list):
            self.problems.append(marked.problem((), fault("not-a-list-of-ids")))
            return []
        names = self.named.setdefault(kind.__name__.lower(), set())
        names.update(filter(None, marked.ids))
        checked: list[P] = []
        before = len(self.problems)
        for index, item in enumerate(marked.data):
            place: dict[str, str | int] = {"position": index, "file": marked.file}
            part = self.validated(kind, marked, item, (index,), place)
            if part is not None:
                checked.append(part)
            if len(self.problems) - before > MOST_SAID:
                unread = fault("and-more", count=len(marked.data) - index - 1)
                self.problems.append(marked.problem((index,), unread))
                break
        return checked

    def validated(
        self,
        kind: type[P],
        marked: MarkedYaml,
        data: object,
        at: tuple[int, ...],
        injected: Mapping[str, str | int],
    ) -> P | None:
        """Check `data`, which stands at `at` of a file, against `kind`, adding what its place says."""
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
            if path.suffix != ending:
                self.complain(path, fault("wrong-ending", ending=ending))
            elif not path.is_file():
                self.complain(path, fault("not-a-file"))
            elif is_windows_name(path.stem):
                self.complain(path, fault("windows-name", name=path.name))
            elif not re.fullmatch(SLUG, path.stem) or len(path.stem) > LONGEST_SLUG:
                self.complain(path, fault("bad-file-name", limit=LONGEST_SLUG))
            else:
                found.append(path)
        return found

    def folder(self, kind: type[E], folder: Path, **injected: str) -> dict[str, E]:
        """Load every entry of a folder, by slug."""
        entries = {}
        for path in self.entry_files(folder):
            self.named.setdefault(kind.kind, set()).add(path.stem)
            entry = self._entry(kind, path, injected)
            if entry is not None:
                entries[path.stem] = entry
        return entries

    def begin(self, kind: type[Entry], folders: Mapping[Path, Mapping[str, str]]) -> None:
        """Let entries be read beside, if the store can; `folders` says what each of their places injects."""
        if not isinstance(self.store, Ahead):
            return
        # What is wrong with a file is told where it is read in its turn.
        unheard = Reading(self.root, self.top)
        places = {
            path: injected for folder, injected in folders.items() for path in unheard.entry_files(folder)
        }
        texts = {path: text for path in places if (text := unheard.text(path)) is not None}
        self._begun |= texts
        sources = [
            self._source(kind, path, text, self._place(path, places[path])) for path, text in texts.items()
        ]
        self.store.begin(sources, _made_anew)

    def _place(self, path: Path, injected: Mapping[str, str]) -> Mapping[str, str]:
        return {"slug": path.stem, "file": self.shown(path), **injected}

    def _entry(self, kind: type[E], path: Path, injected: Mapping[str, str]) -> E | None:
        """Load an entry's file, or take it from memory where it has not changed since."""
        stat = path.stat()
        state = (stat.st_mtime_ns, stat.st_size, tuple(sorted(injected.items())))
        known = self.memory.get(path)
        if known is None or known.state != state:
            before = len(self.problems)
            entry = self.checked(kind, path, self._place(path, injected))
            marked = self.marks.get(self.shown(path))
            known = Remembered(state, entry, marked, tuple(self.problems[before:]))
            self.memory[path] = known
        else:
            self.problems += known.problems
            if known.marked:
                self.marks[known.marked.file] = known.marked
        return known.entry if isinstance(known.entry, kind) else None

    def listed(self, kind: type[P], path: Path) -> list[P]:
        """Load a file that is a list of parts."""
        text = self.text(path)
        if text is None:
            return []
        made = made_of(Source(kind, self.shown(path), text, None), self.store, _made_anew)
        self._take(made)
        self.named.setdefault(kind.__name__.lower(), set()).update(made.named)
        return [part for part in made.parts if isinstance(part, kind)]


@lru_cache(maxsize=4096)
def _shown(root: Path, path: Path) -> str:
    near = path.relative_to(root) if path.is_relative_to(root) else path
    return visible(near.as_posix(), 4096)


def _made_anew(source: Source) -> Made:
    reading = Reading(Path(), Path())
    kind = source.kind
    try:
        marked = parse_marked(source.text, source.file)
    except ProblemsFound as found:
        return Made(problems=tuple(found.problems))
    if source.injected is None:
        parts = reading.models(kind, marked)
    else:
        part = reading.model(kind, marked, dict(source.injected))
        parts = [part] if part else []
    for each in parts:
        # Every process that is handed the part would look for its texts, and in them, anew.
        each.look_through()
    named = frozenset(reading.named.get(kind.__name__.lower(), ()))
    return Made(tuple(parts), marked, tuple(reading.problems), named)
