"""Guided paths that lead nowhere are told at the step that does."""

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.derived import former_addresses
from scripts.entries import load
from tests.made_guide import small_guide, trick, write

FILE = "content/paths/first.yml"
PATH = """name: {es: Ruta, en: Path}
summary: {es: Una ruta corta para probar., en: A short path to try things.}
aliases: {es: [a, b, c], en: [a, b, c]}
for_whom: {es: Para quien prueba., en: For whoever tries.}
order: 1
minutes: 5
steps:
  - trick: fourth-trick
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = small_guide(tmp_path / "guide")
    write(made / "tricks/buying/fourth-trick.yml", trick() + "formerly: [of-old]\n")
    return made


def _found(folder: Path, rest: str) -> list[str]:
    file = folder / FILE
    file.parent.mkdir(exist_ok=True)
    write(file, PATH + rest)
    return [str(problem) for problem in check(load(folder)) if problem.file == FILE]


def test_a_sound_path_has_no_fault(folder: Path) -> None:
    assert _found(folder, "  - meeting: demo\n") == []


@pytest.mark.parametrize(
    ("step", "place", "message"),
    [
        ("trick: forth-trick", "9:12", "did you mean 'fourth-trick'?"),
        ("trick: of-old", "9:12", "fourth-trick"),
        ("meeting: demoo", "9:14", "did you mean 'demo'?"),
        ("{trick: fourth-trick, meeting: demo}", "9:5", "a step names one page"),
        ("{}", "9:5", "a step names one page"),
        ("trick: fourth-trick", "9:5", "twice"),
        ("{trick: fourth-trick, only: sheet}", "9:5", "is not for this kind of page"),
        ("trik: fourth-trick", "9:5", "did you mean 'trick'?"),
        ("trick: Fourth", "9:12", "lower-case letters"),
    ],
)
def test_a_fault_is_told_at_its_step(folder: Path, step: str, place: str, message: str) -> None:
    found = _found(folder, f"  - {step}\n")
    assert [each for each in found if each.startswith(f"{FILE}:{place}: ") and message in each], found


def test_one_page_is_no_path(folder: Path) -> None:
    assert len(_found(folder, "")) == 1


def test_a_renamed_path_is_found_at_its_old_address(folder: Path) -> None:
    assert _found(folder, "  - meeting: demo\nformerly: [zeroth]\n") == []
    guide = load(folder).guide
    assert guide is not None
    moved = [(each.address, each.target) for each in former_addresses(guide) if each.heir.kind == "path"]
    assert moved == [("paths/zeroth/", "paths/first/")]
