"""The guides that tests spoil are sound before they are spoilt."""

from pathlib import Path

from scripts.checks.guide_checks import check
from scripts.entries.loading import load
from tests.small_guide import TRICKS


def test_the_small_guide_is_sound_and_holds_every_language(guide_folder: Path) -> None:
    loaded = load(guide_folder)
    assert check(loaded) == [], "tests/small_guide.py leaves something that speaks of what it cuts"
    assert loaded.guide is not None
    assert set(loaded.guide.tricks) == TRICKS


def test_the_tiny_guide_is_sound(tiny_folder: Path) -> None:
    loaded = load(tiny_folder)
    assert check(loaded) == [], "tests/small_guide.py leaves something that speaks of what it cuts"
    assert loaded.guide is not None
    assert [*loaded.guide.meetings, *loaded.guide.quizzes] == ["demo", "people"]
