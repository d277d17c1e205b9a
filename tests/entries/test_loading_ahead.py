"""Entries read by several processes are those that one reads, and so are their faults."""

from pathlib import Path

import pytest

from scripts.entries import load, read_ahead
from scripts.options import load_checked
from scripts.problems import ProblemsFound
from scripts.store import Store


def test_what_is_read_ahead_is_what_is_read(tiny_folder: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert not store.holds_anything
    read_ahead(tiny_folder, store)
    assert store.holds_anything
    ahead, alone = load(tiny_folder, store=store), load(tiny_folder)
    assert ahead.guide is not None
    assert alone.guide is not None
    assert list(ahead.guide.entries()) == list(alone.guide.entries())
    assert list(load_checked(tiny_folder, ahead=True).entries()) == list(alone.guide.entries())


def test_faults_are_told_once_and_at_their_places(tiny_folder: Path) -> None:
    for number, file in enumerate(sorted(tiny_folder.glob("tricks/*/*.yml"))):
        text = file.read_text(encoding="utf-8")
        file.write_text(text + "oops: 1\n" * (number + 1) if number else "a: [", encoding="utf-8")
    (tiny_folder / "tricks/people/not-a-file.yml").mkdir()
    (tiny_folder / "content/meetings/broken.yml").write_text("&a [*a", encoding="utf-8")
    told = []
    for ahead in (True, False):
        with pytest.raises(ProblemsFound) as found:
            load_checked(tiny_folder, ahead=ahead)
        told.append(found.value.problems)
    assert told[0] == told[1] != []
