"""A contributor's whole journey in a clean clone, and the guides that tell it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from scripts.cli import main
from scripts.places import REPOSITORY
from tests.real_guide import real_guide
from tests.small_guide import tiny_guide

GUIDE = real_guide()
TWINS = [(f"{name}.md", f"{name}.es.md") for name in ("CONTRIBUTING", "STYLE", "HACKING")]
_FILE = "tricks/using/golden-client.yml"


def _run(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANG": "es_ES.UTF-8", "LC_ALL": "es_ES.UTF-8", "HOME": str(clone.parent)}
    environment.pop("LANGUAGE", None)
    command = [sys.executable, "-m", "scripts", *arguments]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.site
def test_from_a_clean_clone_to_the_page_in_every_language(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
    _make_tiny(clone)
    begun = _run(
        clone, "new", "trick", "--yes", "--name", "El cliente de oro", "--slug", "golden-client",
        "--phase", "using", "--meeting", "demo", "--summary", "Le tratan como a un rey y le cobran igual.",
    )  # fmt: skip
    assert begun.returncode == 0, begun.stderr
    assert f"Escrito: {_FILE}" in begun.stdout
    check = ["check", "--root", str(clone), "--lang", "es"]
    unfilled = CliRunner().invoke(main, check)
    assert unfilled.exit_code == 1
    assert f"{_FILE}:" in unfilled.stderr
    assert "countermeasures" in unfilled.stderr
    draft = (clone / _FILE).read_text(encoding="utf-8")
    filled = draft.replace("countermeasures: []", "countermeasures: [put-it-in-the-annex]")
    (clone / _FILE).write_text(filled.replace("…", "Palabras propias."), encoding="utf-8")
    checked = CliRunner().invoke(main, check)
    assert checked.exit_code == 0, checked.stderr
    assert "Errores" not in checked.stderr or "Errores: 0." in checked.stderr
    built = _run(clone, "build", "--out", str(clone / "site"))
    assert built.returncode == 0, built.stdout + built.stderr
    for locale in GUIDE.site.locales:
        page = clone / f"site/{locale}/tricks/golden-client/index.html"
        body = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("main")
        assert body is not None
        heading = body.css_first("h1")
        assert heading is not None
        assert "El cliente de oro" in heading.text()
        marked = body.css("[lang=es]")
        assert bool(marked) == (locale != "es"), "what another language borrows is marked as Spanish"
        if locale != "es":
            assert any("Palabras propias." in each.text() for each in marked)
    status = subprocess.run(
        ["git", "status", "--short", "--untracked-files=all"],
        cwd=clone,
        capture_output=True,
        text=True,
        check=True,
    )
    assert status.stdout.split() == ["??", _FILE], "only the entry is left to commit"


def _make_tiny(clone: Path) -> None:
    """Commit a guide that is quick to build in the real one's place."""
    tiny = tiny_guide(clone.parent / "tiny")
    for name in ("content", "tricks"):
        shutil.rmtree(clone / name)
        shutil.copytree(tiny / name, clone / name)
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["add", "--all"], [*identity, "commit", "--quiet", "--message=tiny"]):
        subprocess.run(["git", *command], cwd=clone, check=True)


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins[0])
def test_guides_in_two_languages_have_the_same_parts(twins: tuple[str, str]) -> None:
    one, other = ((REPOSITORY / name).read_text(encoding="utf-8") for name in twins)
    assert _shape(one) == _shape(other)
    assert f"({twins[1]})" in one
    assert f"({twins[0]})" in other


def _shape(text: str) -> list[str]:
    return re.findall(r"^(?:#+ |\d\. \*\*|\|---|[ ]*```|[ ]*- )", text, re.MULTILINE)


@pytest.mark.parametrize("name", [name for twins in TWINS for name in twins])
def test_guides_name_only_files_and_commands_that_exist(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    for address in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (REPOSITORY / address).exists(), address
    known = CliRunner().invoke(main, ["--help"]).output
    for command in set(re.findall(r"python -m scripts (\w+)", text)):
        assert re.search(rf"^  {command}\b", known, re.MULTILINE), command
