"""The house: rooms say what they offer, and nobody reaches past their door."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from scripts.places import REPOSITORY

SCRIPTS = REPOSITORY / "scripts"
ROOMS = {folder.parent.name: folder for folder in SCRIPTS.glob("*/__init__.py")}
LONGEST_MODULE = 250
LARGEST_ROOM = 17


def _room_of(file: Path) -> str:
    inside = file.relative_to(SCRIPTS).parts
    return inside[0] if len(inside) > 1 else ""


@functools.cache
def _offered(room: str) -> set[str]:
    for node in ast.parse(ROOMS[room].read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def _imports(file: Path) -> Iterator[ast.ImportFrom]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scripts."):
            yield node


def test_nobody_reaches_past_a_rooms_door() -> None:
    """A room's names are had from the room, or from a module that the room itself offers."""
    faults = []
    for file in SCRIPTS.rglob("*.py"):
        for node in _imports(file):
            _, room, *rest = str(node.module).split(".")
            if room not in ROOMS or room == _room_of(file):
                continue
            names = {rest[0]} if rest else {alias.name for alias in node.names}
            faults += [f"{file.name}:{node.lineno}: {room}.{name}" for name in names - _offered(room)]
    assert faults == []


def test_every_room_says_what_comes_in_what_goes_out_and_what_it_must_not_know() -> None:
    for room, door in ROOMS.items():
        said = ast.get_docstring(ast.parse(door.read_text(encoding="utf-8"))) or ""
        assert 2 <= len(said.splitlines()) <= 8, room
        assert {"In:", "Out:"} <= set(said.split()), room


def test_no_module_or_room_grows_beyond_what_one_can_keep_in_mind() -> None:
    modules = SCRIPTS.rglob("*.py")
    long = {str(file): count for file in modules if (count := _lines(file)) > LONGEST_MODULE}
    assert long == {}
    crowded = {room: count for room, door in ROOMS.items() if (count := _modules(door)) > LARGEST_ROOM}
    assert crowded == {}


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def _modules(door: Path) -> int:
    return len([file for file in door.parent.glob("*.py") if file.name != "__init__.py"])


def test_each_room_has_its_tests() -> None:
    """Commands of the front door are tested with what they run."""
    without = [room for room in ROOMS if not (REPOSITORY / "tests" / room).is_dir()]
    assert without == ["commands"]
