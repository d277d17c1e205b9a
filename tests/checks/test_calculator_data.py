"""What the calculator's file may not say: each fault is told at its place."""

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.entries import load

FILE = "content/calculator.yml"
KINDS = "content/kinds_of_purchase.yml"


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


def test_a_guide_without_the_files_is_sound(tiny_folder: Path) -> None:
    (tiny_folder / KINDS).unlink()
    assert check(load(tiny_folder)) == []
    (tiny_folder / FILE).unlink()
    assert check(load(tiny_folder)) == []


SOUND = """\
- id: licence
  name: {es: Licencia, en: Licence}
  summary: {es: Se compra una vez., en: Bought once.}
  lines: [users, licence]
  shares:
    - input: support
      of: licence
      likely: "20"
      says: {es: Un caso., en: One case.}
      sources:
        - title: An audit
          url: "https://example.org/"
          date: "2015"
          accessed: "2026-11-28"
          language: en
          kind: report
"""
"""With inputs of the tiny guide's own calculator."""


@pytest.mark.parametrize(
    ("old", "new", "path", "rule"),
    [
        ("lines: [users, licence]", "lines: [users, licenze]", "0.lines.1", "unknown-reference"),
        ("lines: [users, licence]", "lines: [users, users]", "0.lines.1", "listed-twice"),
        ("input: support", "input: users", "0.shares.0.input", "unknown-reference"),
        ("of: licence", "of: hours-start", "0.shares.0.of", "unknown-reference"),
        ('likely: "20"', 'low: "30"\n      high: "20"', "0.shares.0", "share-values"),
        ("of: licence", "of: support", "0.shares.0", "share-values"),
        ('      likely: "20"\n', "", "0.shares.0", "share-values"),
        ('date: "2015"', 'date: "2999"', "0.shares.0.sources.0.date", "date-to-come"),
        ('"https://example.org/"', "nowhere", "0.shares.0.sources.0.url", "not-a-web-address"),
        ("      sources:\n", "      source:\n", "0.shares.0.source", "unknown-field"),
    ],
)
def test_a_fault_of_a_kind_of_purchase_is_told_at_its_place(
    tiny_folder: Path, old: str, new: str, path: str, rule: str
) -> None:
    file = tiny_folder / KINDS
    assert old in SOUND
    file.write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    found = [(each.path, each.fault.rule) for each in check(load(tiny_folder)) if each.file == KINDS]
    assert (path, rule) in found


def test_a_sound_kind_of_purchase_has_no_fault_and_its_sources_are_the_guides(tiny_folder: Path) -> None:
    (tiny_folder / KINDS).write_text(SOUND, encoding="utf-8")
    loaded = load(tiny_folder)
    assert check(loaded) == []
    assert loaded.guide is not None
    assert [path for file, path, _ in loaded.guide.sources() if file == KINDS] == [
        (0, "shares", 0, "sources", 0)
    ]
