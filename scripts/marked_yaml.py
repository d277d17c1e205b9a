"""Read one YAML file of the guide, keeping the place of every key and value.

Only the plain part of YAML is let in: one document of mappings, lists and scalars. Anchors, aliases
(the "billion laughs" attack), tags, duplicate keys, deep nesting and large files are refused.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from scripts.problems import Problem, ProblemsFound

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_READ_AS_TEXT = {"timestamp", "merge", "value", "binary"}

Place = tuple[int, int]
FieldPath = tuple[Hashable, ...]

_HINTS = {
    "mapping values are not allowed": "a text that contains ': ' needs quotes or a '>-' before it",
    "found character that cannot start any token": "a line may not begin with a tab, '@', '`' or '%'",
    "found character '\\t'": "indent with spaces, not with tabs",
    "did not find expected key": "check the indentation and the quotes around here",
    "could not find expected ':'": "a field needs a colon and a space after its name",
    "while scanning a quoted scalar": "a quote that opens a text must also close it",
}


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

    def problem(self, path: FieldPath, message: str, *, at_key: bool = False) -> Problem:
        """Make a Problem at `path`, or at its nearest ancestor that stands in the file."""
        places: Mapping[FieldPath, Place] = self.keys if at_key else self.values
        for length in range(len(path), -1, -1):
            place = places.get(path[:length]) or self.values.get(path[:length])
            if place:
                return Problem(self.file, *place, ".".join(map(str, path)), message)
        return Problem(self.file, 1, 1, ".".join(map(str, path)), message)


def load_marked(path: Path, shown_as: str) -> MarkedYaml:
    """Read the YAML file at `path`; `shown_as` is its name in messages.

    Raises ProblemsFound with every fault of form found in the file.
    """
    return parse_marked(read_text(path, shown_as), shown_as)


def parse_marked(text: str, shown_as: str) -> MarkedYaml:
    """Read YAML from a string; otherwise as `load_marked`."""
    try:
        _refuse_exotic(text, shown_as)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ProblemsFound([_syntax_problem(error, text, shown_as)]) from None
    if node is None:
        raise ProblemsFound([Problem(shown_as, 1, 1, "", "the file is empty")])
    marked = MarkedYaml(shown_as, None)
    problems: list[Problem] = []
    marked.data = _construct(node, (), marked, problems)
    if problems:
        raise ProblemsFound(problems)
    return marked


def read_text(path: Path, shown_as: str) -> str:
    """Return the file's text; raises ProblemsFound where it is too large or not UTF-8."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
        raise ProblemsFound([Problem(shown_as, 1, 1, "", message)])
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "this is not UTF-8 text; save the file as UTF-8"
        raise ProblemsFound([Problem(shown_as, line, 1, "", message)]) from None


def _refuse_exotic(text: str, file: str) -> None:
    problems: list[Problem] = []
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        message = ""
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            message = "only one document a file: remove the second '---'" if documents > 1 else ""
        elif isinstance(event, yaml.AliasEvent):
            message = "aliases (*name) are not allowed; write the text out"
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                message = "anchors (&name) are not allowed; write the text out"
            elif getattr(event, "tag", None) not in (None, "!"):
                message = "tags (!name) are not allowed"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            problems.append(_at(file, event.start_mark, f"nested deeper than {MAX_DEPTH} levels"))
            break
        if message:
            problems.append(_at(file, event.start_mark, message))
    if problems:
        raise ProblemsFound(problems)


def _construct(node: Node, path: FieldPath, marked: MarkedYaml, problems: list[Problem]) -> object:
    marked.values[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, SequenceNode):
        return [_construct(item, (*path, index), marked, problems) for index, item in enumerate(node.value)]
    if not isinstance(node, MappingNode):
        return _scalar(node)
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            problems.append(_at(marked.file, key_node.start_mark, "a field name must be plain text"))
            continue
        # Keys are names as written: YAML would read the locale `no` (Norwegian) as false.
        key = key_node.value
        where = (*path, key)
        if key in result:
            first = marked.keys[where][0]
            message = f"'{key}' stands twice; the first is on line {first}"
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            problems.append(Problem(marked.file, *place, ".".join(map(str, where)), message))
            continue
        marked.keys[where] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        result[key] = _construct(value_node, where, marked, problems)
    return result


def _scalar(node: Node) -> object:
    if node.tag.rpartition(":")[2] in _READ_AS_TEXT:
        return str(node.value)
    try:
        constructed: object = SafeConstructor().construct_object(node)
    except (ValueError, yaml.YAMLError):
        return str(node.value)
    return constructed


def _at(file: str, mark: _Mark | None, message: str) -> Problem:
    if mark is None:
        return Problem(file, 1, 1, "", message)
    return Problem(file, mark.line + 1, mark.column + 1, "", message)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        message = f"contains a character that YAML does not allow: {error.character!r}"
        column = error.position - (before.rfind("\n") + 1) + 1
        return Problem(file, before.count("\n") + 1, column, "", message)
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(file, 1, 1, "", f"cannot be read as YAML: {str(error).splitlines()[0]}")
    words = f"{error.context or ''} {error.problem or ''}".strip()
    hint = next((hint for sign, hint in _HINTS.items() if sign in words), "")
    message = f"cannot be read as YAML: {error.problem or words}" + (f" ({hint})" if hint else "")
    return _at(file, error.problem_mark or error.context_mark, message)
