"""A YAML file of the guide, read within limits, with the place of every key and value for messages."""

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

import yaml

from scripts.entries.plain_yaml import LOADER, FieldPath, Place, PlainYaml, named, read_plain
from scripts.entries.yaml_faults import syntax_problem, unreadable_characters
from scripts.problems import Fault, Level, Problem, ProblemsFound, fault

MAX_BYTES = 256 * 1024


@dataclass
class MarkedYaml:
    """A file that was read without a fault: its text, and what that holds at which places.

    A copy for another process or a store has the text alone, which is read again where a message asks for a
    place: few files have any, and the places are more than all the words.
    """

    file: str
    text: str
    cut: Mapping[FieldPath, str] = field(default_factory=dict)
    """What YAML took for a comment behind an unquoted value that it may well belong to."""
    ids: Sequence[str] = ()
    """Of a file that is a list, each item's, empty where it has none."""

    @classmethod
    def of_one_place(cls, file: str, place: Place) -> Self:
        """Return what stands for a file that is no YAML: whatever is said of it stands at `place`."""
        marked = cls(file, "")
        marked.__dict__["_read"] = PlainYaml(values={(): place})
        return marked

    @cached_property
    def _read(self) -> PlainYaml:
        return read_plain(self.text, self.file)

    def __getstate__(self) -> Mapping[str, object]:
        """Return what a copy has."""
        return {name: value for name, value in self.__dict__.items() if name != "_read"}

    @property
    def data(self) -> object:
        """What the file holds."""
        return self._read.data

    @property
    def keys(self) -> Mapping[FieldPath, Place]:
        """Where each key stands."""
        return self._read.keys

    @property
    def values(self) -> Mapping[FieldPath, Place]:
        """Where each value stands."""
        return self._read.values

    def problem(
        self, path: FieldPath, found: Fault, *, at_key: bool = False, level: Level = "error"
    ) -> Problem:
        """Make a Problem at `path`, or at its nearest ancestor that stands in the file."""
        places = self.keys if at_key else self.values
        for length in range(len(path), -1, -1):
            place = places.get(path[:length]) or self.values.get(path[:length])
            if place:
                return Problem(self.file, *place, named(path), found, level)
        return Problem(self.file, 1, 1, named(path), found, level)


def parse_marked(text: str, shown_as: str) -> MarkedYaml:
    """Read the text of a YAML file; `shown_as` is the file's name in messages.

    Raises ProblemsFound with every fault of form found in it.
    """
    if unreadable := list(unreadable_characters(text, shown_as)):
        raise ProblemsFound(unreadable)
    try:
        read = read_plain(text, shown_as)
    except yaml.YAMLError as error:
        raise ProblemsFound([syntax_problem(error, text, shown_as, LOADER)]) from None
    marked = MarkedYaml(shown_as, text, read.cut, _ids(read.data))
    marked.__dict__["_read"] = read
    return marked


def _ids(data: object) -> Sequence[str]:
    items = data if isinstance(data, list) else []
    return [str(item["id"]) if isinstance(item, dict) and "id" in item else "" for item in items]


def read_bytes(path: Path, shown_as: str, limit: int = MAX_BYTES) -> bytes:
    """Return what is in a file; raises ProblemsFound where it is no ordinary file or too large; OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        # A pipe or a device would keep the reader waiting for ever.
        raise ProblemsFound([Problem(shown_as, 1, 1, "", fault("not-a-file"))])
    if status.st_size > limit:
        too_large = fault("file-too-large", size=f"{status.st_size:,}", limit=f"{limit:,}")
        raise ProblemsFound([Problem(shown_as, 1, 1, "", too_large)])
    return path.read_bytes()


def read_text(path: Path, shown_as: str) -> str:
    """Return the file's text with the line ends of Unix.

    Raises ProblemsFound where it is no ordinary file, too large or not UTF-8; OSError.
    """
    raw = read_bytes(path, shown_as)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ProblemsFound([Problem(shown_as, line, 1, "", fault("not-utf8"))]) from None


def is_within(path: Path, root: Path) -> bool:
    """Tell whether `path` stands below `root` once every link is followed."""
    # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
