"""Texts that one language left behind, found by comparing with a git revision."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from tests.checks.test_broken_entries import SOUND
from tests.repositories import git, start_repository

pytestmark = pytest.mark.thorough

FILE = "tricks/people/sound-trick.yml"


@pytest.fixture
def repository(guide_folder: Path) -> Path:
    """The guide in a git repository of its own, below the repository's top."""
    (guide_folder / FILE).write_text(SOUND, encoding="utf-8")
    start_repository(guide_folder.parent)
    return guide_folder


def _check(folder: Path, *options: str) -> tuple[int, list[str]]:
    arguments = ["check", "--root", str(folder), "--lang", "en", "--base", "start", *options]
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, [line for line in result.stderr.splitlines() if "did not" in line]


def _change(folder: Path, *pairs: tuple[str, str], file: str = FILE) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / file).write_text(text, encoding="utf-8")


def test_nothing_changed(repository: Path) -> None:
    assert _check(repository) == (0, [])


def test_one_language_changed(repository: Path) -> None:
    _change(repository, ("Cuesta dinero", "Cuesta mucho dinero"))
    line = SOUND[: SOUND.index("It costs")].count("\n") + 1
    code, (said,) = _check(repository)
    assert code == 0
    assert said.startswith(f"{FILE}:{line}:")
    assert "cost.en: 'es' changed here and 'en' did not" in said
    assert _check(repository, "--strict")[0] == 1


def test_both_languages_changed(repository: Path) -> None:
    _change(repository, ("Cuesta dinero", "Cuesta mucho"), ("It costs money", "It costs a lot"))
    assert _check(repository) == (0, [])


def test_a_new_line_break_is_no_change(repository: Path) -> None:
    _change(repository, ("{es: Cuesta dinero., en: It", "{es: Cuesta\n    dinero., en: It"))
    assert _check(repository) == (0, [])


def test_a_new_translation_leaves_nobody_behind(repository: Path) -> None:
    _change(repository, (", en: It costs money.", ""))
    git(repository, "commit", "--all", "--message=less")
    git(repository, "tag", "--force", "start")
    _change(repository, ("{es: Cuesta dinero.", "{es: Cuesta dinero., en: It costs money."))
    assert _check(repository) == (0, [])


def test_parts_are_known_by_their_id_wherever_they_move(repository: Path) -> None:
    _change(
        repository,
        (
            "  - {id: first,",
            "  - {id: new, name: {es: Nueva, en: New}, text: {es: Nueva., en: New.}}\n  - {id: first,",
        ),
        ("es: Otra forma.", "es: Otra forma más."),
    )
    _, said = _check(repository)
    assert ["variants.2.text.en" in line for line in said] == [True]


def test_a_text_known_to_be_behind_is_not_told_again(repository: Path) -> None:
    _change(repository, ("Cuesta dinero", "Cuesta mucho dinero"))
    marked = CliRunner().invoke(
        main, ["translations", "mark-stale", "--root", str(repository), "en", FILE], catch_exceptions=False
    )
    assert (marked.exit_code, marked.output) == (0, f"{FILE}\n")
    assert _check(repository) == (0, [])
    strict = CliRunner().invoke(main, ["check", "--root", str(repository), "--strict", "--lang", "en"])
    assert strict.exit_code == 1
    assert "marked stale: en" in strict.stderr
    CliRunner().invoke(main, ["translations", "clear-stale", "--root", str(repository), "en", FILE])
    assert len(_check(repository)[1]) == 1


@pytest.mark.parametrize(
    ("file", "old", "target", "locale"),
    [
        ("content/glossary.yml", "- id: crm", "content/glossary.yml#crm", "en"),
        ("content/pages/es/about.md", "## ", "content/pages/en/about.md", "en"),
    ],
)
def test_lists_and_pages(repository: Path, file: str, old: str, target: str, locale: str) -> None:
    if file.endswith(".md"):
        _change(repository, (old, "## Más "), file=file)
    else:
        text = (repository / file).read_text(encoding="utf-8")
        definition = text.index("es:", text.index("definition:", text.index(old)))
        (repository / file).write_text(
            f"{text[:definition]}es: Otra cosa.\n    {text[text.index('en:', definition) :]}",
            encoding="utf-8",
        )
    _, said = _check(repository)
    assert len(said) == 1
    CliRunner().invoke(main, ["translations", "mark-stale", "--root", str(repository), locale, target])
    assert _check(repository) == (0, [])
    shown = CliRunner().invoke(main, ["translations", "--root", str(repository), "--lang", "en"])
    assert f"{target.partition('#')[0]}: stale" in shown.output


@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", ""])
def test_a_revision_that_git_does_not_know(repository: Path, revision: str) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(repository), "--base", revision])
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    "target", ["tricks/people/none.yml", "../elsewhere.yml", "content/glossary.yml#none"]
)
def test_a_mark_needs_an_entry(repository: Path, target: str) -> None:
    (repository.parent / "elsewhere.yml").write_text("a: 1\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["translations", "mark-stale", "--root", str(repository), "en", target])
    assert result.exit_code == 2
    assert (repository.parent / "elsewhere.yml").read_text(encoding="utf-8") == "a: 1\n"
