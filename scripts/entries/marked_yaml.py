"""Read one YAML file of the guide, keeping the place of every key and value.

Only the plain part of YAML is let in: one document of mappings, lists and scalars. Anchors, aliases
(the "billion laughs" attack), tags, duplicate keys, deep nesting and large files are refused.
"""

import os
import re
import stat
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from scripts.entries.yaml_faults import syntax_problem, unreadable_characters
from scripts.entries.yaml_scalars import plain_value
from scripts.problems import MOST, Fault, Level, Problem, ProblemsFound, fault, visible
from scripts.texts import LOCALE

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[int, int]
FieldPath = tuple[Hashable, ...]


class _Mark(Protocol):
    """A place as PyYAML's two parsers give it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass
class MarkedYaml:
    """The content of a file (`data`) and where its keys and values stand (line, column from 1)."""

    file: str
    data: object
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    values: dict[FieldPath, Place] = field(default_factory=dict)
    cut: dict[FieldPath, str] = field(default_factory=dict)
    """What YAML took for a comment behind an unquoted value that it may well belong to."""

    def problem(
        self, path: FieldPath, found: Fault, *, at_key: bool = False, level: Level = "error"
    ) -> Problem:
        """Make a Problem at `path`, or at its nearest ancestor that stands in the file."""
        places: Mapping[FieldPath, Place] = self.keys if at_key else self.values
        named = _named(path)
        for length in range(len(path), -1, -1):
            place = places.get(path[:length]) or self.values.get(path[:length])
            if place:
                return Problem(self.file, *place, named, found, level)
        return Problem(self.file, 1, 1, named, found, level)


_UNSEEN = re.compile(r"[\x07-\x09\x0b-\x0d\x1b]")
r"""What \a, \b, \t, \v, \f, \r and \e write: whoever means such a sign does not type it so."""
_DRIVE_BEFORE_BREAK = re.compile(r"\b[A-Za-z]:\n")
"""What is left of `"C:\\new"`."""


def _named(path: FieldPath) -> str:
    return visible(".".join(map(str, path)))


def parse_marked(text: str, shown_as: str) -> MarkedYaml:
    """Read the text of a YAML file; `shown_as` is the file's name in messages.

    Raises ProblemsFound with every fault of form found in it.
    """
    if unreadable := list(unreadable_characters(text, shown_as)):
        raise ProblemsFound(unreadable)
    try:
        _refuse_exotic(text, shown_as)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ProblemsFound([syntax_problem(error, text, shown_as, _Loader)]) from None
    if node is None:
        raise ProblemsFound([Problem(shown_as, 1, 1, "", fault("file-empty"))])
    marked = MarkedYaml(shown_as, None)
    problems: list[Problem] = []
    marked.data = _construct(node, (), marked, problems)
    _note_what_is_cut(text, node, (), marked)
    if problems:
        raise ProblemsFound(problems)
    return marked


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


def _refuse_exotic(text: str, file: str) -> None:
    problems: list[Problem] = []
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        rule = ""
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            rule = "one-document" if documents > 1 else ""
        elif isinstance(event, yaml.AliasEvent):
            rule = "no-aliases"
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                rule = "no-anchors"
            elif getattr(event, "tag", None) is not None:
                rule = "no-tags"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if len(problems) >= MOST:
            break
        if depth > MAX_DEPTH:
            problems.append(_at(file, event.start_mark, fault("too-deep", limit=MAX_DEPTH)))
            break
        if rule:
            problems.append(_at(file, event.start_mark, fault(rule)))
    if problems:
        raise ProblemsFound(problems)


def _construct(node: Node, path: FieldPath, marked: MarkedYaml, problems: list[Problem]) -> object:
    marked.values[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, SequenceNode):
        return [_construct(item, (*path, index), marked, problems) for index, item in enumerate(node.value)]
    if not isinstance(node, MappingNode):
        if _holds_an_unmeant_escape(node):
            problems.append(Problem(marked.file, *marked.values[path], _named(path), fault("yaml-backslash")))
        return _scalar(node)
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            problems.append(_at(marked.file, key_node.start_mark, fault("field-name-not-text")))
            continue
        # Keys are names as written: YAML would read the locale `no` (Norwegian) as false.
        key = key_node.value
        where = (*path, key)
        if key in result:
            first = marked.keys[where][0]
            twice = fault("field-twice", field=key, line=first)
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            problems.append(Problem(marked.file, *place, _named(where), twice))
            continue
        marked.keys[where] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        result[key] = _construct(value_node, where, marked, problems)
    return result


def _holds_an_unmeant_escape(node: Node) -> bool:
    r"""Tell whether a text in double quotes has what only an escape can write, as "C:\temp" has a tab."""
    value = str(node.value)
    quoted = isinstance(node, ScalarNode) and node.style == '"'
    return quoted and (bool(_UNSEEN.search(value)) or bool(_DRIVE_BEFORE_BREAK.search(value)))


def _scalar(node: Node) -> object:
    plain = isinstance(node, ScalarNode) and not node.style
    return plain_value(str(node.value)) if plain else str(node.value)


def _note_what_is_cut(text: str, node: Node, path: FieldPath, marked: MarkedYaml) -> None:
    """Note each unquoted value behind which a comment stands that may be meant as text.

    It is one where the value has several words or is one of several languages' texts, and where `#` is
    followed by a word at once (`#1`).
    """
    lines = text.split("\n")
    for where, scalar in _plain_scalars(node, path):
        rest = lines[scalar.end_mark.line][scalar.end_mark.column :]
        lost = rest.lstrip()
        if lost.startswith("#") and (
            " " in scalar.value or re.match(r"#[^\s#]", lost) or _is_of_a_language(where)
        ):
            marked.cut[where] = lost


def _plain_scalars(node: Node, path: FieldPath) -> Iterator[tuple[FieldPath, ScalarNode]]:
    if isinstance(node, ScalarNode):
        if not node.style:
            yield path, node
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _plain_scalars(item, (*path, index))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _plain_scalars(value, (*path, str(key.value)))


def _is_of_a_language(path: FieldPath) -> bool:
    return bool(path) and bool(re.fullmatch(LOCALE, str(path[-1])))


def _at(file: str, mark: _Mark | None, found: Fault) -> Problem:
    if mark is None:
        return Problem(file, 1, 1, "", found)
    return Problem(file, mark.line + 1, mark.column + 1, "", found)


def is_within(path: Path, root: Path) -> bool:
    """Tell whether `path` stands below `root` once every link is followed."""
    # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
