"""Scripts that run from a folder: no modules, and data that hand themselves over."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.places import ASSETS
from scripts.publishing import joined_script

_INSTEAD = {"shell/served.js": "carried/from_folder.js"}
_LAZY = re.compile(r'\bimport\("\./([^"]+)"\)')
_EXPORT = re.compile(r"\bexport\s*\{([^}]*)\};?")
_HASHED = re.compile(r"(?P<stem>.+)\.[0-9a-f]+\.js")


class NotForFolder(Exception):
    """A script of others cannot be made to run from a folder; the message says which."""


def scripts_for_folder(site: Path) -> Mapping[str, bytes]:
    """Return the site's scripts under the names that its pages ask for. Raises NotForFolder."""
    return dict(_scripts(site))


def handing_over(name: str, content: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the script that hands over what the file `name` holds."""
    script = f"carried.take({json.dumps(name)}, {json.dumps(content, ensure_ascii=False)});\n"
    return f"{name}.js", script.encode("utf-8")


def _scripts(site: Path) -> Iterator[tuple[str, bytes]]:
    assets = site / "assets"
    addresses = {_source(assets, file): file for file in sorted(assets.rglob("*.js"))}

    def named(path: str) -> str:
        return f"./{addresses[path].relative_to(assets).as_posix()}"

    for source, file in addresses.items():
        name = file.relative_to(site).as_posix()
        if "/" in source:
            yield name, _handing_over_exports(name, file.read_text(encoding="utf-8")).encode("utf-8")
        else:
            joined = joined_script(ASSETS, source, named, _INSTEAD)
            script = _LAZY.sub(lambda found: f'carried.module("assets/{found[1]}")', joined)
            # Two scripts of one page may not give the same name to different things.
            yield name, f"(() => {{\n{script}}})();\n".encode()


def _source(assets: Path, file: Path) -> str:
    """Return the path of an asset as it was before it was named after its content."""
    found = _HASHED.fullmatch(file.relative_to(assets).as_posix())
    if found is None:
        raise NotForFolder(file.name)
    return f"{found['stem']}.js"


def _handing_over_exports(name: str, module: str) -> str:
    """Return a module that imports nothing as a script that hands over what it exports."""
    found = _EXPORT.findall(module)
    if len(found) != 1:
        raise NotForFolder(name)
    pairs = (each.split(" as ") for each in found[0].split(",") if each.strip())
    exported = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    script = _EXPORT.sub(lambda _: f"carried.take({json.dumps(name)}, {{ {exported} }});", module)
    return f'(() => {{\n"use strict";\n{script}\n}})();\n'
