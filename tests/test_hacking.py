"""HACKING.md is a map: every room, file and function that it names is there, in both languages."""

import ast
import re
from pathlib import Path

import pytest

from scripts.places import REPOSITORY

SCRIPTS = REPOSITORY / "scripts"
MAPS = ["HACKING.md", "HACKING.es.md"]


def _told(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def _names(file: Path) -> set[str]:
    """Return what a module defines at its top and in its classes: `load`, `Press.print`, `_WRITERS`."""
    names: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
            inner = node.body if isinstance(node, ast.ClassDef) else ()
            names |= {f"{node.name}.{each.name}" for each in inner if isinstance(each, ast.FunctionDef)}
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {ast.unparse(target) for target in targets}
    return names


@pytest.mark.parametrize("name", MAPS)
def test_what_the_map_names_is_there(name: str) -> None:
    text = _told(name)
    missing = []
    for path, _, wanted in re.findall(r"`(?:scripts/)?([\w/]+\.py)(: ([\w.]+))?`", text):
        near = [SCRIPTS / path, *SCRIPTS.glob(f"*/{path}")]
        found = next((file for file in near if file.is_file()), None)
        if found is None or (wanted and wanted not in _names(found)):
            missing.append(f"{path}: {wanted}")
    folders = re.findall(r"`(?:scripts/)?((?!content|tests|overrides|tricks)[a-z_]+/(?:[a-z_]+/)*)`", text)
    missing += [folder for folder in folders if folder != "scripts/" and not (SCRIPTS / folder).is_dir()]
    assert missing == []


@pytest.mark.parametrize("name", MAPS)
def test_every_room_is_on_the_map(name: str) -> None:
    rooms = {door.parent.name for door in SCRIPTS.glob("*/__init__.py")}
    alone = {file.stem for file in SCRIPTS.glob("[a-z]*.py")}
    text = _told(name)
    assert {room for room in rooms if f"`{room}/`" not in text} == set()
    assert {module for module in alone if f"`{module}.py`" not in text} == set()
