"""Join script modules into one script, and style sheets into one sheet, so that a page asks for few files.

Both know the few forms that this repository's own files use, and refuse any other.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import rcssmin

Named = Callable[[str], str]
"""From a file's path below the folder of assets to its address, relative to the joined file."""

_IMPORT = re.compile(
    r'^import (?:\* as (?P<whole>\w+)|\{(?P<names>[^}]*)\}) from "(?P<path>\.[^"]+)";\n', re.M
)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function\*?|class|const) (?P<name>\w+))", re.M)
_LAZY = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_UNKNOWN = re.compile(r"^(?:import\b(?!\()|export\b).*", re.M)
_AS_WRITTEN: Mapping[str, str] = MappingProxyType({})
_SHEET = re.compile(r'^@import "(?P<path>[^"]+)";$', re.M)
_URL = re.compile(r'url\("(?P<path>\.[^"]+)"\)')


@dataclass(frozen=True)
class _Sources:
    """The modules of a folder, and which stands in the place of which."""

    folder: Path
    named: Named
    instead: Mapping[str, str]

    def taken(self, path: str, other: str) -> str:
        """Return the path of what the module at `path` imports as `other`."""
        imported = _beside(path, other)
        return self.instead.get(imported, imported)


class NotJoined(Exception):
    """A file cannot be joined; the message says which and why."""


def joined_script(folder: Path, path: str, named: Named, instead: Mapping[str, str] = _AS_WRITTEN) -> str:
    """Return the script at `path` below `folder` with every module that it imports in one.

    A module that `instead` names is taken from the path that stands there. Each module becomes a function
    that is called once, in the order of the imports, as the language has it (ECMA-262, 16.2.1.5). What is
    imported only when it is needed stays a file of its own.
    """
    places: dict[str, str] = {}
    return "\n".join(_modules(_Sources(folder, named, instead), path, places, ())) + "\n"


def _modules(sources: _Sources, path: str, places: dict[str, str], above: tuple[str, ...]) -> Iterator[str]:
    """Yield the modules that are not yet in `places`, deepest first; the first asked for comes last, bare."""
    if path in above:
        raise NotJoined(f"{path} imports itself by way of {above[-1]}")
    text = (sources.folder / path).read_text(encoding="utf-8")
    taken = []
    for found in _IMPORT.finditer(text):
        other = sources.taken(path, found["path"])
        if other not in places:
            yield from _modules(sources, other, places, (*above, path))
        names = found["whole"] or "{" + _renamed(found["names"]) + "}"
        taken.append(f"const {names} = {places[other]};")
    names = [found["name"] for found in _EXPORT.finditer(text)]
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    body = _LAZY.sub(lambda found: f'import("{sources.named(_beside(path, found["path"]))}")', body)
    if unknown := _UNKNOWN.search(body):
        raise NotJoined(f"{path}: this form is not joined: {unknown[0]}")
    inner = "\n".join([*taken, _without_comments(path, body)])
    if not above:
        yield inner
        return
    places[path] = f"module{len(places) + 1}"
    yield f"const {places[path]} = (() => {{\n{inner}\nreturn {{ {', '.join(names)} }};\n}})();"


def _without_comments(path: str, text: str) -> str:
    """Return a script without lines that are comments, without indentation; it stays one line a line.

    The minifiers of PyPI that need no other program misread templates within templates; what they
    would save beyond this is 1 KB of 21.
    """
    lines = [line.strip() for line in text.splitlines()]
    if odd := next((line for line in lines if line.count("`") % 2), ""):
        raise NotJoined(f"{path}: a template over several lines is not joined: {odd}")
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _renamed(names: str) -> str:
    return " ".join(names.split()).replace(" as ", " : ")


def joined_sheet(folder: Path, path: str, named: Named) -> str:
    """Return the style sheet at `path` below `folder` with every sheet that it imports in one, made small."""
    minified: str = rcssmin.cssmin(_sheet(folder, path, named))
    return minified.strip() + "\n"


def _sheet(folder: Path, path: str, named: Named) -> str:
    text = (folder / path).read_text(encoding="utf-8")
    text = _URL.sub(lambda found: f'url("{named(_beside(path, found["path"]))}")', text)
    return _SHEET.sub(lambda found: _sheet(folder, _beside(path, found["path"]), named), text)


def _beside(path: str, other: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
