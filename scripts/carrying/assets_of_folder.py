"""Scripts and sheets that work from a folder: no modules, data that hand themselves over, drawings within."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.places import ASSETS
from scripts.publishing import joined_script, joined_sheet

_INSTEAD = {"shell/served.js": "carried/from_folder.js"}
_LAZY = re.compile(r'\bimport\("\./([^"]+)"\)')
_EXPORT = re.compile(r"\bexport\s*\{([^}]*)\};?")
_HASHED = re.compile(r"(?P<stem>.+)\.[0-9a-f]+(?P<ending>\.\w+)")


class NotForFolder(Exception):
    """A script of others cannot be made to work from a folder; the message says which."""


def assets_for_folder(site: Path) -> Mapping[str, bytes]:
    """Return the site's scripts and sheets under the names that its pages ask for. Raises NotForFolder."""
    assets = _Assets(site)
    return {name: assets.for_folder(source).encode("utf-8") for source, name in assets.changing()}


def handing_over(name: str, content: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the script that hands over what the file `name` holds."""
    script = f"carried.take({json.dumps(name)}, {json.dumps(content, ensure_ascii=False)});\n"
    return f"{name}.js", script.encode("utf-8")


class _Assets:
    """The assets of a built site, by their paths before they were named after their content."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._names = {
            _source(file.relative_to(site / "assets").as_posix()): file.relative_to(site).as_posix()
            for file in sorted((site / "assets").rglob("*.*"))
        }

    def changing(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the name of each that a folder has to hold otherwise."""
        for source, name in self._names.items():
            # A sheet below the top is a guide's own colour, which asks for nothing else.
            if source.endswith(".js") or (source.endswith(".css") and "/" not in source):
                yield source, name

    def for_folder(self, source: str) -> str:
        """Return what the folder holds of a script or a sheet."""
        if "/" in source:
            name = self._names[source]
            return _handing_over_exports(name, (self._site / name).read_text(encoding="utf-8"))
        if source.endswith(".css"):
            return joined_sheet(ASSETS, source, self._drawn)
        joined = joined_script(ASSETS, source, self._beside, _INSTEAD)
        script = _LAZY.sub(lambda found: f'carried.module("assets/{found[1]}")', joined)
        # Two scripts of one page may not give the same name to different things.
        return f"(() => {{\n{script}}})();\n"

    def _beside(self, path: str) -> str:
        return f"./{self._names[path].removeprefix('assets/')}"

    def _drawn(self, path: str) -> str:
        """Return a drawing within its address: a browser takes none out of a folder to cut a shape by."""
        if not path.endswith(".svg"):
            return self._beside(path)
        return f"data:image/svg+xml;base64,{b64encode((ASSETS / path).read_bytes()).decode()}"


def _source(name: str) -> str:
    found = _HASHED.fullmatch(name)
    if found is None:
        raise NotForFolder(name)
    return found["stem"] + found["ending"]


def _handing_over_exports(name: str, module: str) -> str:
    """Return a module that imports nothing as a script that hands over what it exports."""
    found = _EXPORT.findall(module)
    if len(found) != 1:
        raise NotForFolder(name)
    pairs = (each.split(" as ") for each in found[0].split(",") if each.strip())
    exported = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    script = _EXPORT.sub(lambda _: f"carried.take({json.dumps(name)}, {{ {exported} }});", module)
    return f'(() => {{\n"use strict";\n{script}\n}})();\n'
