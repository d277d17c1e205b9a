"""The checkers are installed once from their locked list, and anew when it changes."""

import os
from pathlib import Path

import pytest

from tests.page_quality import checkers
from tests.page_quality.checkers import CheckerFailed, installed, needed

_NPM = """#!/bin/sh
while [ "$1" != --prefix ]; do shift; done
echo once >> {told}
mkdir -p "$2/node_modules" && {then}
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder with a locked list that names nothing."""
    folder = tmp_path / "made_up"
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    return folder


def _npm(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str = "true") -> Path:
    """Put an npm that installs nothing before the machine's own; return the file it adds a line to."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    (place / "npm").write_text(_NPM.format(told=folder / "told", then=then), encoding="utf-8")
    (place / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(checkers, "KEPT", folder / "kept")
    return folder / "told"


def test_once_for_as_long_as_the_list_is_the_same(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _npm(tmp_path, monkeypatch)
    modules = installed(lists)
    assert modules.is_dir()
    assert installed(lists) == modules
    assert told.read_text("utf-8").split() == ["once"]
    (lists / "package-lock.json").write_text('{"other": 1}', encoding="utf-8")
    assert installed(lists) == modules
    assert told.read_text("utf-8").split() == ["once", "once"]


def test_what_broke_off_is_not_taken_for_installed(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _npm(tmp_path, monkeypatch, then="echo 'no network' >&2 && exit 1")
    with pytest.raises(CheckerFailed, match="no network"):
        installed(lists)
    told = _npm(tmp_path, monkeypatch)
    installed(lists)
    assert told.read_text("utf-8").split() == ["once", "once"]


def test_a_missing_program_is_named_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CheckerFailed, match=r"no such-program .*apt install its-package"):
        needed("such-program", "its-package")
