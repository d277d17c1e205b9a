"""The benchmark: sound guides of the size asked for, and a figure for each step."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.benchmark import enlarged
from scripts.checks.guide_checks import check
from scripts.cli import main
from scripts.entries.loading import load
from tests.built_site import sample_guide
from tests.light_builds import lighten

pytestmark = pytest.mark.thorough


def test_an_enlarged_guide_is_sound_and_as_large_as_asked(tmp_path: Path) -> None:
    assert enlarged(sample_guide().root, tmp_path / "guide", 35) == 35
    loaded = load(tmp_path / "guide")
    assert check(loaded) == []
    assert loaded.guide is not None
    assert len(loaded.guide.tricks) == 35
    names = [trick.name.root["en"] for trick in loaded.guide.tricks.values()]
    assert len(set(names)) == 35


def test_each_step_is_timed_at_each_size(tiny_folder: Path) -> None:
    asked = ["bench", "--root", str(tiny_folder), "--tricks", "5"]
    result = CliRunner().invoke(main, asked, catch_exceptions=False)
    assert result.exit_code == 0
    rows = [line.split() for line in result.output.splitlines()[1:]]
    count = len(list((tiny_folder / "tricks").glob("*/*.yml")))
    assert [(row[0], int(row[1])) for row in rows] == [
        ("check", count),
        ("save", count),
        ("check", 5),
        ("save", 5),
    ]
    assert all(float(row[2]) >= 0 and float(row[3]) > 0 for row in rows)
    assert [row[3] for row in rows[:2]] == ["1.0", "1.0"]


def test_the_pdfs_and_a_whole_build_are_timed_if_asked(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lighten(monkeypatch.setattr)
    count = len(list((tiny_folder / "tricks").glob("*/*.yml")))
    asked = ["bench", "--root", str(tiny_folder), "--tricks", str(count), "--whole"]
    result = CliRunner().invoke(main, asked, catch_exceptions=False)
    steps = [line.split()[0] for line in result.output.splitlines()[1:]]
    assert steps == ["check", "papers", "build", "save"] * 2
