"""The forms of a report, each read back by what reads it in real life."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scripts.checks.reports import FORMATS, Report, worst
from scripts.cli import main
from scripts.problems.problem import Problem, fault
from scripts.problems.rulebook import REFERENCE, rulebook
from tests import DATA
from tests.checks.test_broken_entries import SPOILT, spoil
from tests.json_schema import faults_in

_SARIF = DATA / "sarif-2.1.0.json"


@pytest.fixture
def broken_folder(guide_folder: Path) -> Path:
    for name in SPOILT:
        (guide_folder / f"tricks/people/spoilt-{name}.yml").write_text(spoil(name)[0], encoding="utf-8")
    return guide_folder


def _check(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(main, ["check", "--root", str(folder), *options])
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ["es", "en"])
def test_text_shows_the_line_the_place_and_the_way_out(broken_folder: Path, lang: str) -> None:
    said = _check(broken_folder, "--lang", lang).splitlines()
    book = rulebook(lang)
    for name in SPOILT:
        first = next(i for i, line in enumerate(said) if line.startswith(f"tricks/people/spoilt-{name}.yml:"))
        _, line, column, *_ = said[first].split(":")
        shown, caret, mend = said[first + 1 : first + 4]
        if "|" in shown:
            number, _, offending = shown.partition(" | ")
            assert int(number) == int(line)
            text = spoil(name)[0].splitlines()[int(line) - 1].replace("\t", " ")
            assert offending.strip() in text
            assert text[int(column) - 1 :].startswith(offending[caret.index("^") - len(number) - 3 :][:5])
        assert any(mend.strip() == rule.mend or "{" in rule.mend for rule in book.rules.values())


@pytest.mark.thorough
def test_json_holds_every_fact(broken_folder: Path) -> None:
    problems = json.loads(_check(broken_folder, "--format", "json"))["problems"]
    errors = [p for p in problems if p["level"] == "error"]
    assert {p["file"] for p in errors} == {f"tricks/people/spoilt-{name}.yml" for name in SPOILT}
    misspelt = next(p for p in problems if "misspelt-field" in p["file"])
    assert (misspelt["rule"], misspelt["suggestion"]) == ("unknown-field", "severity")
    assert all(p["rule"] in REFERENCE.rules and p["mend"] for p in problems)


@pytest.mark.thorough
def test_github_annotates_each_line(broken_folder: Path) -> None:
    lines = _check(broken_folder, "--format", "github").splitlines()
    command = re.compile(r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+)::(.+)")
    found = [command.fullmatch(line) for line in lines]
    assert all(found)
    assert {m[2] for m in found if m and m[1] == "error"} == {
        f"tricks/people/spoilt-{name}.yml" for name in SPOILT
    }


def test_github_commands_cannot_be_forged() -> None:
    evil = Problem("a,b:c.yml", 1, 2, "x", fault("raw-html", excerpt="100%\n::error::boo"))
    written = Report([evil], Path("/nowhere"), REFERENCE).written("github")
    assert written.count("\n") == 0
    assert written.startswith(
        "::error file=a%2Cb%3Ac.yml,line=1,col=2::x: raw HTML is not allowed: 100%25\\n::error::boo%0A"
    )


@pytest.mark.thorough
@pytest.mark.xdist_group("json-schema")
def test_sarif_is_valid(broken_folder: Path) -> None:
    report: dict[str, Any] = json.loads(_check(broken_folder, "--format", "sarif"))
    schema = json.loads(_SARIF.read_text(encoding="utf-8"))
    assert faults_in(report, schema) == []
    run = report["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(
        {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    ) >= len(SPOILT)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_nothing_is_sound(form: str) -> None:
    written = Report([], Path("/nowhere"), REFERENCE).written(form)  # type: ignore[arg-type]
    if form in ("json", "sarif"):
        assert json.loads(written)
    assert worst([]) is None


def test_a_line_cannot_change_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: \x1b[2Jb\r\n", encoding="utf-8")
    problem = Problem("x.yml", 1, 1, "a", fault("two-lines"))
    assert "\x1b" not in Report([problem], tmp_path, REFERENCE).written("text")


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("x" * 5000 + "HERE" + "y" * 5000, encoding="utf-8")
    shown = Report([Problem("x.yml", 1, 5001, "", fault("two-lines"))], tmp_path, REFERENCE).written("text")
    _, line, caret, *_ = shown.splitlines()
    assert len(line) < 120
    assert line[caret.index("^") :].startswith("HERE")
