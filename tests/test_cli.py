"""The command line as a contributor meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.entries import reading
from scripts.entries.made import Made, Source

pytestmark = pytest.mark.thorough


def test_check_says_that_all_is_fine(guide_folder: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(guide_folder), "--lang", "en"])
    assert result.exit_code == 0
    assert result.stdout.startswith("All fine: ")


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["spell"],
        ["translations"],
        ["new", "countermeasure", "--yes", "--name", "Hidden"],
    ],
)
def test_what_a_command_has_read_the_next_one_does_not_read_again(
    command: list[str], guide_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CliRunner().invoke(main, ["check", "--root", str(guide_folder)])
    read: list[str] = []
    made_anew = reading._made_anew

    def noted(source: Source) -> Made:
        read.append(source.file)
        return made_anew(source)

    monkeypatch.setattr(reading, "_made_anew", noted)
    result = CliRunner().invoke(main, [*command, "--root", str(guide_folder)])
    assert result.exit_code == 0, result.output
    assert read == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--rot", "."],
        ["check", "--root", "/no/such/folder"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_an_address_that_is_none_is_wrong_usage(guide_folder: Path) -> None:
    asked = ["build", "--root", str(guide_folder), "--url", "nonsense"]
    assert CliRunner().invoke(main, asked).exit_code == 2


def test_faults_are_written_as_editors_read_them(guide_folder: Path) -> None:
    meeting = guide_folder / "content/meetings/demo.yml"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("icon: presentation-play", "icon: presentation-pla"), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--root", str(guide_folder), "--lang", "en"])
    assert result.exit_code == 1
    line = text[: text.index("icon:")].count("\n") + 1
    first, *_, last = result.stderr.splitlines()
    assert first.startswith(f"content/meetings/demo.yml:{line}:7: icon: unknown icon 'presentation-pla'")
    assert "did you mean 'presentation-play'?" in first
    assert last == "Errors: 1. Warnings: 0."
