"""Read the plain part of YAML: one document of mappings, lists and scalars, with the place of each.

Anchors, aliases (the "billion laughs" attack), tags, duplicate keys and deep nesting are refused. The
parser's events are read once: a tree of nodes between them and the data would take as long as all else.
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from scripts.entries.yaml_scalars import plain_value
from scripts.problems import MOST, Fault, Problem, ProblemsFound, fault, visible
from scripts.texts import LOCALE

MAX_DEPTH = 20

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[int, int]
FieldPath = tuple[Hashable, ...]

_UNSEEN = re.compile(r"[\x07-\x09\x0b-\x0d\x1b]")
r"""What \a, \b, \t, \v, \f, \r and \e write: whoever means such a sign does not type it so."""
_DRIVE_BEFORE_BREAK = re.compile(r"\b[A-Za-z]:\n")
"""What is left of `"C:\\new"`."""


class _Mark(Protocol):
    """A place as PyYAML's two parsers give it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass
class PlainYaml:
    """What a text of YAML holds, and where its keys and values stand (line, column from 1).

    `cut` is what YAML took for a comment behind an unquoted value that it may well belong to.
    """

    data: object = None
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    values: dict[FieldPath, Place] = field(default_factory=dict)
    cut: dict[FieldPath, str] = field(default_factory=dict)


def read_plain(text: str, file: str) -> PlainYaml:
    """Return what `text` holds; `file` is its name in messages.

    Raises ProblemsFound with every fault of form, YAMLError where it is no YAML.
    """
    reading = _Reading(text, file)
    reading.document()
    # What is not let in at all hides what else is wrong.
    if problems := reading.refused or reading.problems:
        raise ProblemsFound(problems)
    return reading.read


def named(path: FieldPath) -> str:
    """Return a place in a file as messages name it."""
    return visible(".".join(map(str, path)))


class _Reading:
    def __init__(self, text: str, file: str) -> None:
        self.read = PlainYaml()
        self.problems: list[Problem] = []
        self.refused: list[Problem] = []
        self._file = file
        self._lines = text.split("\n") if "#" in text else None
        self._events = self._let_in(text)

    def document(self) -> None:
        """Read the first document, and what is refused behind it."""
        first = next(self._events, None)
        if first is None:
            self.problems.append(Problem(self._file, 1, 1, "", fault("file-empty")))
            return
        self.read.data = self._value(first, ())
        for _ in self._events:
            pass

    def _let_in(self, text: str) -> Iterator[yaml.Event]:
        """Yield the events of values; refuse what is no plain YAML."""
        depth = documents = 0
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.NodeEvent):
                if exotic := _not_plain(event):
                    self._refuse(event, exotic)
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        self._refuse(event, fault("too-deep", limit=MAX_DEPTH))
                        raise ProblemsFound(self.refused)
                yield event
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                yield event
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, fault("one-document"))

    def _refuse(self, event: yaml.Event, found: Fault) -> None:
        self.refused.append(Problem(self._file, *_place(event.start_mark), "", found))
        if len(self.refused) >= MOST:
            raise ProblemsFound(self.refused)

    def _value(self, event: yaml.Event, path: FieldPath) -> object:
        """Return the value that begins with `event`; its further events are read."""
        self.read.values[path] = _place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        items: list[object] = []
        if isinstance(event, yaml.SequenceStartEvent):
            while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
                items.append(self._value(item, (*path, len(items))))
        return items

    def _mapping(self, path: FieldPath) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            place = _place(event.start_mark)
            if not isinstance(event, yaml.ScalarEvent):
                self._skip(event)
                self.problems.append(Problem(self._file, *place, "", fault("field-name-not-text")))
                self._skip(next(self._events))
                continue
            # Keys are names as written: YAML would read the locale `no` (Norwegian) as false.
            key = event.value
            where = (*path, key)
            if key in result:
                twice = fault("field-twice", field=key, line=self.read.keys[where][0])
                self.problems.append(Problem(self._file, *place, named(where), twice))
                self._skip(next(self._events))
                continue
            self.read.keys[where] = place
            result[key] = self._value(next(self._events), where)
        return result

    def _skip(self, event: yaml.Event) -> None:
        """Read on behind the value that begins with `event`."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self._events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _scalar(self, event: yaml.ScalarEvent, path: FieldPath) -> object:
        value: str = event.value
        if not event.style:
            self._note_what_is_cut(event, path)
            return plain_value(value)
        if event.style == '"' and (_UNSEEN.search(value) or _DRIVE_BEFORE_BREAK.search(value)):
            # What only an escape can write, as "C:\temp" has a tab.
            place = self.read.values[path]
            self.problems.append(Problem(self._file, *place, named(path), fault("yaml-backslash")))
        return value

    def _note_what_is_cut(self, event: yaml.ScalarEvent, path: FieldPath) -> None:
        """Note the comment behind an unquoted value where it may be meant as text.

        It may where the value has several words or is one of several languages' texts, and where `#` is
        followed by a word at once (`#1`).
        """
        end = event.end_mark
        if self._lines is None or end is None:
            return
        lost = self._lines[end.line][end.column :].lstrip()
        if lost.startswith("#") and (
            " " in event.value or re.match(r"#[^\s#]", lost) or _is_of_a_language(path)
        ):
            self.read.cut[path] = lost


def _not_plain(event: yaml.NodeEvent) -> Fault | None:
    """Return what is wrong with what a value bears or stands for, if anything."""
    if isinstance(event, yaml.AliasEvent):
        return fault("no-aliases")
    if event.anchor:
        return fault("no-anchors")
    return fault("no-tags") if getattr(event, "tag", None) is not None else None


def _is_of_a_language(path: FieldPath) -> bool:
    return bool(path) and bool(re.fullmatch(LOCALE, str(path[-1])))


def _place(mark: _Mark | None) -> Place:
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
