"""The days that entries bear, compared with the commits of their files."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.checks import UnknownRevision, untrue_to_history
from scripts.cli import main
from scripts.entries import load
from tests.repositories import git

pytestmark = pytest.mark.thorough

OLD = "content/countermeasures/declare-interests.yml"
BEGUN = "2026-11-20"


def _commit(folder: Path, day: str) -> None:
    git(folder, "add", ".")
    # Its author's day: in UTC it is the next one.
    git(folder, "commit", "--allow-empty", f"--message={day}", f"--date={day}T23:30:00-05:00")


@pytest.fixture
def repository(tiny_folder: Path) -> Path:
    """A guide whose entries say truly when they were added, reviewed and their sources read."""
    for file in tiny_folder.rglob("*.yml"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        told = [_dated(line) for line in lines]
        file.write_text("".join(told), encoding="utf-8")
    git(tiny_folder, "init", "--initial-branch=main")
    _commit(tiny_folder, BEGUN)
    return tiny_folder


def _dated(line: str) -> str:
    name = line.partition(":")[0]
    return f'{name}: "{BEGUN}"\n' if name.strip() in ("added", "reviewed", "accessed") else line


def _change(folder: Path, old: str, new: str, file: str = OLD) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def _told(folder: Path) -> list[tuple[str, str, str, str]]:
    loaded = load(folder)
    assert loaded.guide is not None
    found = untrue_to_history(loaded.guide, loaded.marks)
    assert {problem.level for problem in found} <= {"warning"}
    return [(each.file, each.path, each.fault.rule, dict(each.fault.values).get("day", "")) for each in found]


def test_what_the_history_bears_out_is_not_told(repository: Path) -> None:
    assert _told(repository) == []


def test_each_day_that_it_does_not_bear_out_is_told(repository: Path) -> None:
    quiz, meeting = "content/quizzes/people.yml", "content/meetings/demo.yml"
    _change(repository, f'added: "{BEGUN}"\n', "", quiz)
    _change(repository, f'added: "{BEGUN}"', 'added: "2026-11-19"', meeting)
    _change(repository, "name:\n", "name: # changed, but not in what it says\n")
    _commit(repository, "2026-11-22")
    assert _told(repository) == [
        (meeting, "added", "added-otherwise", BEGUN),
        (quiz, "", "not-added", BEGUN),
    ]
    _change(repository, "en: Have everyone declare", "en: Have all declare")
    _commit(repository, "2026-11-23")
    assert (OLD, "reviewed", "changed-after", "2026-11-23") in _told(repository)


def test_a_renamed_file_came_when_its_first_name_did(repository: Path) -> None:
    trick = next((repository / "tricks/people").glob("*.yml"))
    trick.rename(repository / "tricks/buying" / trick.name)
    _commit(repository, "2026-11-25")
    assert _told(repository) == []


def test_a_file_in_no_commit_has_no_history(repository: Path) -> None:
    quizzes = repository / "content/quizzes"
    (quizzes / "another.yml").write_text((quizzes / "people.yml").read_text("utf-8"), encoding="utf-8")
    assert _told(repository) == []


def test_the_command_says_it_in_both_languages_and_is_an_error_if_strict(repository: Path) -> None:
    _change(repository, f'added: "{BEGUN}"', 'added: "2026-11-19"')
    line = (repository / OLD).read_text(encoding="utf-8").split("added:")[0].count("\n") + 1
    _commit(repository, "2026-11-22")
    for language, said in (
        ("en", "not the day on which its file came"),
        ("es", "no es el día en que su fichero"),
    ):
        arguments = ["check", "--root", str(repository), "--lang", language, "--history"]
        result = CliRunner().invoke(main, arguments)
        (told,) = [each for each in result.stderr.splitlines() if said in each]
        assert told.startswith(f"{OLD}:{line}:")
        assert result.exit_code == 0
    loaded = load(repository)
    assert loaded.guide is not None
    (problem,) = untrue_to_history(loaded.guide, loaded.marks, strict=True)
    assert problem.level == "error"


def test_a_history_that_is_cut_short_or_missing_is_said(repository: Path, tmp_path: Path) -> None:
    _commit(repository, "2026-11-22")
    git(tmp_path, "clone", "--depth=1", f"file://{repository}", "cut")
    loaded = load(tmp_path / "cut")
    assert loaded.guide is not None
    with pytest.raises(UnknownRevision, match="cut short"):
        untrue_to_history(loaded.guide, loaded.marks)
    arguments = ["check", "--root", str(tmp_path / "cut"), "--history"]
    assert CliRunner().invoke(main, arguments).exit_code == 2
