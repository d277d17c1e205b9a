"""Write and remove the mark `stale:` in a contributor's file, leaving every other character as it is."""

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FIELD = "stale"


class NoSuchPart(Exception):
    """The file has no part with the id asked for."""


def with_stale(text: str, value: str | None, part: str | None = None) -> str:
    """Return the YAML `text` with its field `stale` set to the YAML `value`, or without it where None.

    `part` is the id of an item where the file is a list. Raises NoSuchPart; yaml.YAMLError where the
    text is no YAML.
    """
    mapping = _mapping(yaml.compose(text, Loader=_Loader), part)
    for key, old in mapping.value:
        if key.value == FIELD:
            return _replaced(text, key, old, mapping, value)
    return text if value is None else _inserted(text, mapping, value)


def _mapping(node: Node | None, part: str | None) -> MappingNode:
    if part is not None and isinstance(node, SequenceNode):
        items = [item for item in node.value if isinstance(item, MappingNode)]
        node = next((item for item in items if _id_of(item) == part), None)
    if not isinstance(node, MappingNode) or not node.value:
        raise NoSuchPart(part or "")
    return node


def _id_of(item: MappingNode) -> str:
    return next((str(value.value) for key, value in item.value if key.value == "id"), "")


def _replaced(text: str, key: ScalarNode, old: Node, mapping: MappingNode, value: str | None) -> str:
    start, end = key.start_mark.index, old.end_mark.index
    if value is not None:
        kept = text[end - 1] == "\n" and not mapping.flow_style
        return f"{text[:start]}{FIELD}: {value}{chr(10) if kept else ''}{text[end:]}"
    if mapping.flow_style:
        rest = text[end:]
        return text[:start] + (rest.lstrip(" ,") if rest.lstrip().startswith(",") else rest)
    start = text.rfind("\n", 0, start) + 1
    newline = text.find("\n", end - 1)
    return text[:start] + (text[newline + 1 :] if newline >= 0 else "")


def _inserted(text: str, mapping: MappingNode, value: str) -> str:
    """Put the field after the first one, which names the entry."""
    first, second = mapping.value[0][0], mapping.value[1][0] if len(mapping.value) > 1 else None
    if mapping.flow_style or second is None:
        at = first.start_mark.index
        separator = ", " if mapping.flow_style else "\n" + " " * first.start_mark.column
        return f"{text[:at]}{FIELD}: {value}{separator}{text[at:]}"
    at = second.start_mark.index
    return f"{text[:at]}{FIELD}: {value}\n{' ' * second.start_mark.column}{text[at:]}"
