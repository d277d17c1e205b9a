"""What the calculator's file may not say: each fault is told at its place."""

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.entries import load

FILE = "content/calculator.yml"


def _rules(folder: Path) -> list[tuple[str, str]]:
    return [(each.path, each.fault.rule) for each in check(load(folder)) if each.file == FILE]


@pytest.mark.parametrize(
    ("old", "new", "path", "rule"),
    [
        ("    - id: licence\n", "    - id: support\n", "1.inputs.4.id", "id-twice"),
        ("    - id: growth\n", "    - id: growing\n", "0.inputs.1", "cost-or-setting"),
        ("[kickbacks]", "[no-such-trick]", "0.inputs.0.tricks.0", "unknown-reference"),
        ("meetings: [demo]", "meetings: [no-such-meeting]", "1.meetings.0", "unknown-reference"),
    ],
)
def test_a_fault_is_told_at_its_place(tiny_folder: Path, old: str, new: str, path: str, rule: str) -> None:
    file = tiny_folder / FILE
    text = file.read_text(encoding="utf-8").replace("      tricks: []", "      tricks: [kickbacks]", 1)
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = _rules(tiny_folder)
    assert [found_rule for _, found_rule in found] == [rule]
    assert found[0][0].startswith(path)


def test_a_guide_without_the_file_is_sound(tiny_folder: Path) -> None:
    (tiny_folder / FILE).unlink()
    assert check(load(tiny_folder)) == []
