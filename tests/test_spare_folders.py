"""Emptied folders of earlier sites: taken once, empty whatever happens, and never needed."""

from pathlib import Path

import pytest

from scripts.spare_folders import SpareFolders
from scripts.store import NOTHING_KEPT, Store


def _site(folder: Path) -> Path:
    for name in ("one/deeper/page.html", "two/page.html", "two/found.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("words", encoding="utf-8")
    return folder


def _folders(top: Path) -> set[int]:
    return {each.stat().st_ino for each in [top, *top.rglob("*")] if each.is_dir()}


def test_a_new_folder_is_an_emptied_one_of_earlier(tmp_path: Path) -> None:
    site = _site(tmp_path / "old")
    emptied = _folders(site)
    SpareFolders(tmp_path / "spare").take_apart(site)
    assert not site.exists()
    for name in ("new/a/b", "new/c", "new/c"):
        SpareFolders(tmp_path / "spare").make(tmp_path / name)
    assert _folders(tmp_path / "new") == emptied
    assert not [each for each in (tmp_path / "new").rglob("*") if each.is_file()]
    SpareFolders(tmp_path / "spare").make(tmp_path / "new/d")
    assert (tmp_path / "new/d").is_dir(), "with none left it is made"


def test_what_somebody_put_into_a_spare_one_gets_into_no_site(tmp_path: Path) -> None:
    spare = SpareFolders(tmp_path / "spare")
    spare.take_apart(_site(tmp_path / "old"))
    for each in (tmp_path / "spare").iterdir():
        (each / "note.html").write_text("not ours", encoding="utf-8")
    spare.make(tmp_path / "new/a")
    assert list((tmp_path / "new").rglob("*")) == [tmp_path / "new/a"]


def test_a_link_in_what_is_taken_apart_is_not_followed(tmp_path: Path) -> None:
    site, elsewhere = _site(tmp_path / "old"), _site(tmp_path / "elsewhere")
    (site / "link").symlink_to(elsewhere)
    SpareFolders(tmp_path / "spare").take_apart(site)
    assert not site.exists()
    assert (elsewhere / "two/page.html").is_file()
    assert not any(each.is_symlink() for each in (tmp_path / "spare").iterdir())


def test_two_builds_never_get_the_same(tmp_path: Path) -> None:
    SpareFolders(tmp_path / "spare").take_apart(_site(tmp_path / "old"))
    one, other = SpareFolders(tmp_path / "spare"), SpareFolders(tmp_path / "spare")
    for number in range(4):
        one.make(tmp_path / f"one/{number}")
        other.make(tmp_path / f"other/{number}")
    assert len(_folders(tmp_path / "one") | _folders(tmp_path / "other")) == 10


def _another_disk(*_: object) -> None:
    raise OSError(18, "Invalid cross-device link")


def test_where_none_can_be_kept_all_is_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for number, each in enumerate((SpareFolders(tmp_path / "file"), NOTHING_KEPT.folders)):
        each.take_apart(_site(tmp_path / f"old-{number}"))
        each.make(tmp_path / f"new-{number}/a")
        assert not (tmp_path / f"old-{number}").exists()
        assert (tmp_path / f"new-{number}/a").is_dir()
    on_disk = Store(tmp_path / "store").folders
    on_disk.take_apart(_site(tmp_path / "old"))
    monkeypatch.setattr(Path, "rename", _another_disk)
    on_disk.make(tmp_path / "new/a")
    on_disk.take_apart(_site(tmp_path / "last"))
    assert (tmp_path / "new/a").is_dir()
    assert not (tmp_path / "last").exists()
