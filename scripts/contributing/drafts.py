"""Drafts of new entries: complete files with a comment on each field and `…` where words are wanted."""

import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import yaml
from slugify import slugify
from yaml.nodes import MappingNode, Node, SequenceNode

from scripts.guide import UNWRITTEN
from scripts.problems import Rulebook, fieldbook, fieldbook_locales
from scripts.templating import plain_templates

_TEMPLATES = Path(__file__).parent / "templates"
_WIDTH = 100
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def proposed_slug(name: str, length: int = 60) -> str:
    """Return a slug made of a name in any script: `La demo que siempre funciona` → `la-demo-que-…`."""
    return slugify(name, max_length=length, word_boundary=True)


def draft(kind: str, locale: str, words: Rulebook, **values: object) -> str:
    """Return the text of a new entry of `kind`, whose texts are in `locale`.

    The comments are in the rulebook's language. `values` are what the template of the kind asks for.
    """
    environment = plain_templates(_TEMPLATES)
    environment.filters["quoted"] = quoted
    context = {"locale": locale, "say": words.word, "explain": _explain(words), "unwritten": UNWRITTEN}
    return environment.get_template(f"{kind}.yml.j2").render(**context, **values)


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _explain(words: Rulebook) -> Callable[..., str]:
    locale = words.locale if words.locale in fieldbook_locales() else fieldbook_locales()[0]

    def explain(model: str, field: str, indent: int = 0) -> str:
        known = fieldbook(locale).of(model, field)
        lead = " " * indent + "# "
        return textwrap.fill(
            known.says if known else field, _WIDTH, initial_indent=lead, subsequent_indent=lead
        )

    return explain


def appended(text: str, item: str, path: tuple[str, ...] = ()) -> str:
    """Return YAML `text` with `item` added at the end of the list at `path`, all else as it was.

    `item` begins with `- ` in the first column. Raises KeyError where there is no such list, and
    yaml.YAMLError where the text is no YAML.
    """
    node = _list_at(yaml.compose(text, Loader=_Loader), path)
    if node.flow_style:
        end = node.end_mark.index - 1
        separator = ", " if node.value else ""
        return f"{text[:end]}{separator}{item.removeprefix('- ').strip()}{text[end:]}"
    end = node.value[-1].end_mark.index
    while end < len(text) and text[end - 1] != "\n":
        end += 1
    if text[end - 1] != "\n":
        text, end = text + "\n", len(text) + 1
    return text[:end] + textwrap.indent(item, " " * node.start_mark.column) + text[end:]


def _list_at(node: Node | None, path: tuple[str, ...]) -> SequenceNode:
    for step in path:
        if not isinstance(node, MappingNode):
            raise KeyError(step)
        node = next((value for key, value in node.value if key.value == step), None)
    if not isinstance(node, SequenceNode) or (not node.flow_style and not node.value):
        raise KeyError("/".join(path))
    return node


def write_new(file: Path, text: str) -> None:
    """Write a file that does not exist yet; raises FileExistsError where it does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
