"""A slug that led to an entry and leads nowhere is told in a pull request."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from tests.made_guide import small_guide, trick, write
from tests.repositories import start_repository

FILE = "tricks/buying/fourth-trick.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A guide in a git repository, with a trick that no other names and that was renamed once."""
    folder = small_guide(tmp_path / "guide")
    write(folder / FILE, trick() + "formerly: [of-old]\n")
    start_repository(folder)
    return folder


def _lost(folder: Path) -> list[str]:
    result = CliRunner().invoke(main, ["check", "--root", str(folder), "--lang", "en", "--base", "start"])
    assert result.exit_code == 0, result.output
    return [line for line in result.stderr.splitlines() if "is gone" in line]


def test_an_entry_that_is_gone_with_no_heir_is_told(repository: Path) -> None:
    assert _lost(repository) == []
    (repository / FILE).unlink()
    assert [line.partition(" is gone")[0] for line in _lost(repository)] == [
        f"{FILE}:1:1: warning: the trick '{slug}'" for slug in ("fourth-trick", "of-old")
    ]


def test_moving_and_renaming_with_all_former_slugs_lose_nothing(repository: Path) -> None:
    moved = repository / FILE.replace("buying", "using")
    (repository / FILE).rename(moved)
    assert _lost(repository) == []
    renamed = moved.with_name("another-name.yml")
    moved.rename(renamed)
    write(renamed, trick() + "formerly: [fourth-trick, of-old]\n")
    assert _lost(repository) == []
    # Whoever takes over an entry takes over what it took over.
    write(renamed, trick() + "formerly: [fourth-trick]\n")
    assert len(_lost(repository)) == 1


def test_a_former_slug_that_is_taken_off_is_told(repository: Path) -> None:
    write(repository / FILE, trick())
    (said,) = _lost(repository)
    assert "'of-old'" in said
