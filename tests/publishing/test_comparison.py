"""Two built sites side by side: each difference is named, and a page's words are told from its frame."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main


def _page(title: str, words: str, link: str) -> str:
    return f'<html><head><title>{title}</title></head><body><article>{words} <a href="{link}">1</a></article>'


def _site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Path:
    files = {"es/index.html": _page("a", "Uno", "x/"), "es/a.css": "a"}
    return _site(tmp_path / "first", files)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("es/index.html", _page("b", "Uno", "x/"), "es/index.html: frame"),
        ("es/index.html", _page("a", "Dos", "x/"), "  - Uno\n  + Dos"),
        ("es/index.html", _page("a", "Uno", "y/"), "  - href=x/\n  + href=y/"),
        ("es/a.css", "b", "es/a.css: bytes"),
        ("es/b.css", "b", "es/b.css: only in the second"),
    ],
)
def test_a_difference_is_named(first: Path, tmp_path: Path, name: str, text: str, told: str) -> None:
    files = {file.relative_to(first).as_posix(): file.read_text("utf-8") for file in first.rglob("*.*")}
    second = _site(tmp_path / "second", {**files, name: text})
    result = CliRunner().invoke(main, ["compare", str(first), str(second)])
    assert result.exit_code == 1
    assert told in result.output


def test_the_same_site_has_no_difference(first: Path) -> None:
    result = CliRunner().invoke(main, ["compare", str(first), str(first)])
    assert (result.exit_code, result.output) == (0, "No difference.\n")
