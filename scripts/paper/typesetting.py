"""Texts of the guide as Typst code, so that nothing a contributor writes can act as Typst markup.

Words become string literals, which have two special characters, instead of Typst markup, which has a
dozen that depend on their neighbours. See https://typst.app/docs/reference/syntax/.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import jinja2
from markdown_it.tree import SyntaxTreeNode

from scripts import texts
from scripts.guide import Voice
from scripts.templating import plain_templates

_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')

_SAID = re.compile(r"(?:“[^”]*”|«[^»]*»|„[^“”]*[“”])[.,;]?")
"""What a reply begins with that is said as it stands: in the marks of the text's own language."""


class Typst(str):
    """Typst code that is an expression by itself, as it stands after `#`."""

    __slots__ = ()


def literal(value: object) -> Typst:
    """Return `value` as Typst code: texts as string literals, numbers and lists as such."""
    if isinstance(value, Typst):
        return value
    if value is None:
        return Typst("none")
    if isinstance(value, bool):
        return Typst(str(value).lower())
    if isinstance(value, int):
        return Typst(value)
    if isinstance(value, list | tuple):
        return Typst(f"({''.join(f'{literal(item)}, ' for item in value)})")
    escaped = _SPECIAL.sub(lambda match: _escape(match.group()), str(value))
    return Typst(f'"{escaped}"')


def _escape(character: str) -> str:
    return f"\\{character}" if character in '\\"' else f"\\u{{{ord(character):x}}}"


def to_typst(text: str, resolve: texts.Resolve) -> Typst:
    """Return the content of a Markdown text; references lead to the addresses `resolve` gives."""
    return _node(SyntaxTreeNode(texts.parsed(text, resolve)))


def reply_to_typst(text: str, resolve: texts.Resolve) -> Typst:
    """Return the content of a reply; the words to say with which it begins are set apart from the rest."""
    said = _SAID.match(text)
    if said is None:
        return to_typst(text, resolve)
    rest = text[said.end() :].lstrip()
    spoken = Typst(f"emph({to_typst(said.group(), resolve)})")
    return Typst(f'{{{spoken}; " "; {to_typst(rest, resolve)}}}') if rest else spoken


def language_code(locale: str, direction: str) -> Typst:
    """Return the arguments that say the language of a text: `lang: "pt", region: "BR", dir: ltr`."""
    language, _, place = locale.partition("-")
    arguments = f'lang: "{language}", dir: {direction}'
    if place:
        kind = "region" if len(place) == 2 else "script"
        arguments += f', {kind}: "{place if kind == "region" else place.lower()}"'
    return Typst(arguments)


def in_language(voice: Voice, language: str, content: Typst) -> Typst:
    """Return content that says its language where that is not the voice's own."""
    if language == voice.locale:
        return content
    wording = voice.guide.wordings.get(language, voice.wording)
    return Typst(f"text({language_code(language, wording.direction)}, {content})")


def _node(node: SyntaxTreeNode) -> Typst:
    return _WRITERS.get(node.type, _children)(node)


def _children(node: SyntaxTreeNode) -> Typst:
    """Return a code block, which joins what stands in it."""
    if not node.is_root and not node.children:
        return literal(node.content)
    parts = list(_parts(node))
    return parts[0] if len(parts) == 1 else Typst(f"{{{'; '.join(parts)}}}")


def _parts(node: SyntaxTreeNode) -> Iterator[Typst]:
    for place, child in enumerate(node.children):
        if place and node.children[place - 1].type == child.type == "paragraph":
            yield Typst("parbreak()")
        yield _node(child)


def _call(function: str) -> Callable[[SyntaxTreeNode], Typst]:
    return lambda node: Typst(f"{function}({_children(node)})")


def _items(function: str, node: SyntaxTreeNode, options: str = "") -> Typst:
    items = "".join(f"{_children(item)}, " for item in node.children)
    return Typst(f"{function}({options}{items})")


def _link(node: SyntaxTreeNode) -> Typst:
    return Typst(f"link({literal(node.attrs.get('href', ''))}, {_children(node)})")


def _heading(node: SyntaxTreeNode) -> Typst:
    return Typst(f"heading(level: {int(node.tag[1])}, {_children(node)})")


def _table(node: SyntaxTreeNode) -> Typst:
    """Return a table; Markdown gives each of its rows as many cells as its head has."""
    head, *rows = [
        [_children(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    cells = "".join(f"{cell}, " for row in rows for cell in row)
    return Typst(f"table(columns: {len(head)}, table.header({', '.join(head)}), {cells})")


_WRITERS: Mapping[str, Callable[[SyntaxTreeNode], Typst]] = {
    "text": lambda node: literal(node.content),
    "softbreak": lambda node: literal(" "),
    "hardbreak": lambda node: Typst("linebreak()"),
    "code_inline": lambda node: Typst(f"raw({literal(node.content)})"),
    "strong": _call("strong"),
    "em": _call("emph"),
    "link": _link,
    "heading": _heading,
    "hr": lambda node: Typst("line(length: 100%)"),
    "fence": lambda node: Typst(f"raw(block: true, {literal(node.content)})"),
    "table": _table,
    "blockquote": lambda node: Typst(f"quote(block: true, {_children(node)})"),
    "bullet_list": lambda node: _items("list", node),
    "ordered_list": lambda node: _items("enum", node, f"start: {node.attrs.get('start', 1)}, "),
}


def typst_templates(*folders: Path) -> jinja2.Environment:
    """Return the templates of folders; everything they print is Typst code, never bare text."""
    # HTML's escapes are not Typst's.
    environment = plain_templates(*folders, finalize=literal)
    # What a macro made is code already.
    environment.filters["code"] = Typst
    environment.filters["full_stop"] = texts.full_stop
    return environment
