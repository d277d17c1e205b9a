"""Write words of a language into a contributor's file, leaving its comments and its layout as they are."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from scripts.contributing.drafts import plain, read_yaml
from scripts.entries import FieldPath

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDTH = 110
"""The longest line that is written where a text can be broken."""
_NOT_IN_A_BLOCK = re.compile(
    r"^\s|[^\S\n ]|[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]| $", re.M
)
"""What a block of YAML would lose or refuse: a blank where a line begins or ends, or other white space."""
_COMMENT = re.compile(r"\s+#.*")


@dataclass(frozen=True)
class _Change:
    start: int
    end: int
    text: str


def with_words(text: str, worded: Mapping[FieldPath, str], locale: str) -> str:
    """Return YAML `text` with words in `locale` at each path of a text, all else as it was.

    What is written is read again: raises ValueError where it would say anything else than asked for, and
    KeyError where there is no text at a path.
    """
    wanted = read_yaml(text)
    for path, words in worded.items():
        _at(wanted, path)[locale] = words
    for only_quoted in (False, True):
        written = _written(text, worded, locale, only_quoted=only_quoted)
        try:
            if read_yaml(written) == wanted:
                return written
        except yaml.YAMLError:
            continue
    raise ValueError(locale)


def _at(data: Any, path: FieldPath) -> dict[str, str]:
    for step in path:
        data = data[step]
    if not isinstance(data, dict):
        raise KeyError(path)
    return data


def _written(text: str, worded: Mapping[FieldPath, str], locale: str, *, only_quoted: bool) -> str:
    top = yaml.compose(text, Loader=_Loader)
    changes = [_change(text, _node(top, path), locale, words, only_quoted) for path, words in worded.items()]
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _node(node: Node | None, path: FieldPath) -> MappingNode:
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
    if not isinstance(node, MappingNode) or not node.value:
        raise KeyError(path)
    return node


def _change(text: str, node: MappingNode, locale: str, words: str, only_quoted: bool) -> _Change:
    key, old = next((pair for pair in node.value if pair[0].value == locale), node.value[-1])
    start, end = old.start_mark.index, old.end_mark.index
    end = start + len(text[start:end].rstrip())
    known = key.value == locale
    if node.flow_style:
        said = json.dumps(words, ensure_ascii=False)
        return _Change(start, end, said) if known else _Change(end, end, f", {plain(locale)}: {said}")
    column = key.start_mark.column
    said = _block_value(words, column, len(locale), only_quoted)
    if not known:
        line_end = text.find("\n", end)
        at = line_end if line_end >= 0 else len(text)
        return _Change(at, at, f"\n{' ' * column}{plain(locale)}: {said}")
    comment = _comment_of(text, old)
    rest = text[end:].partition("\n")[0]
    if "\n" in said and _COMMENT.match(rest):
        # Behind a block it would become a part of it.
        comment, end = rest, end + len(rest)
    return _Change(start, end, _with_comment(said, comment))


def _comment_of(text: str, old: Node) -> str:
    """Return the comment behind the sign that begins a block: it stands within the value."""
    if not isinstance(old, ScalarNode) or old.style not in ("|", ">"):
        return ""
    head = text[old.start_mark.index :].partition("\n")[0]
    found = _COMMENT.search(head)
    return found[0] if found else ""


def _with_comment(said: str, comment: str) -> str:
    head, line_break, rest = said.partition("\n")
    return f"{head}{comment}{line_break}{rest}"


def _block_value(words: str, column: int, key_length: int, only_quoted: bool) -> str:
    """Return words as a value in a mapping of lines whose keys stand at `column`."""
    quoted = json.dumps(words, ensure_ascii=False)
    if only_quoted or _NOT_IN_A_BLOCK.search(words):
        return quoted
    lead = " " * (column + 2)
    if "\n" in words:
        return "|-\n" + textwrap.indent(words, lead)
    said = _on_a_line(words)
    if column + key_length + 2 + len(said) <= _WIDTH:
        return said
    return ">-\n" + "\n".join(lead + line for line in _folded(words, _WIDTH - len(lead)))


def _on_a_line(words: str) -> str:
    try:
        return plain(words)
    except yaml.YAMLError:
        return json.dumps(words, ensure_ascii=False)


def _folded(words: str, width: int) -> Sequence[str]:
    """Break a line only where one blank stands: a folded block gives back just that."""
    lines, line = [], ""
    for piece in re.split(r"(?<! ) (?! )", words):
        if line and len(line) + 1 + len(piece) > width:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    return [*lines, line]
