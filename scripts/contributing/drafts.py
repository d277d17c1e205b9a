"""Drafts of new entries: complete files with a comment on each field and `…` where words are wanted."""

import datetime
import json
import os
import tempfile
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from slugify import slugify
from yaml.nodes import MappingNode, Node, SequenceNode

from scripts.problems import Rulebook, fieldbook, fieldbook_locales
from scripts.templating import plain_templates
from scripts.texts import UNWRITTEN

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
    environment.filters |= {"quoted": quoted, "plain": plain}
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    context = {"locale": locale, "say": words.word, "explain": _explain(words), "unwritten": UNWRITTEN}
    return environment.get_template(f"{kind}.yml.j2").render(**context, today=today, **values)


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def read_yaml(text: str) -> Any:
    """Return what YAML `text` holds; raises yaml.YAMLError, ValueError, RecursionError.

    By the parser in C, where it is: that in Python takes half a minute for five thousand open brackets.
    """
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - it is a safe one


def plain(name: str) -> str:
    """Return a name as a YAML scalar: as it is, but in quotes where YAML would read `no` as false."""
    return name if read_yaml(name) == name else quoted(name)


def one_line(text: str) -> str:
    """Return a text on one line, without what cannot be seen or written."""
    seen = "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text)
    return " ".join(seen.split())


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


def with_key(text: str, key: str, names: Sequence[str]) -> str:
    """Return YAML `text`, a mapping or nothing, with a new key that lists `names`, all else as it was."""
    listed = f"{key}: [{', '.join(map(plain, names))}]"
    node = yaml.compose(text, Loader=_Loader)
    if isinstance(node, MappingNode) and node.flow_style:
        end = node.end_mark.index - 1
        return f"{text[:end]}{', ' if node.value else ''}{listed}{text[end:]}"
    return f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{listed}\n"


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
    raw = text.encode("utf-8")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as out:
        try:
            out.write(raw)
            out.flush()
        except BaseException:
            file.unlink()
            raise


def write_over(file: Path, text: str) -> None:
    """Write a file anew; it holds the old text, whole, until the new one is written. Raises OSError."""
    raw = text.encode("utf-8")
    real = Path(os.path.realpath(file))
    mode = real.stat().st_mode
    beside, name = tempfile.mkstemp(prefix=f".{real.stem[:40]}-", dir=real.parent)
    try:
        with open(beside, "wb") as out:  # noqa: PTH123 - a descriptor
            out.write(raw)
        Path(name).chmod(mode)
        Path(name).replace(real)
    except BaseException:
        Path(name).unlink()
        raise


def add(file: Path, item: str, path: tuple[str, ...]) -> None:
    """Append an item to the list at `path` of a file, which is made where there is none."""
    if file.exists():
        write_over(file, appended(file.read_text(encoding="utf-8"), item, path))
    else:
        write_new(file, item)


def list_locale(site: Path, code: str, known: Sequence[str]) -> None:
    """Add a language to the settings in the file `site`, which lists those in `known`, or none yet."""
    if not site.exists():
        write_new(site, with_key("", "locales", [*known, code]))
        return
    text = site.read_text(encoding="utf-8")
    try:
        write_over(site, appended(text, f"- {plain(code)}\n", ("locales",)))
    except KeyError:
        # What is laid over the guide says only what differs: until now its languages did not.
        write_over(site, with_key(text, "locales", [*known, code]))
