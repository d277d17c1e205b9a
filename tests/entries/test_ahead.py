"""Files that are read beside each other are what they are when read one after the other."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from scripts.entries import load, reading_ahead
from scripts.entries.ahead import Ahead
from scripts.entries.made import ENTRY, Made, Source, made_of
from scripts.guide import Trick
from scripts.places import REPOSITORY
from scripts.store import NOTHING_KEPT, Store
from scripts.workers import workers
from tests.real_guide import real_loaded


def _sources(count: int) -> list[Source]:
    return [Source(Trick, f"{number}.yml", "", ()) for number in range(count)]


def _named(source: Source) -> Made:
    return Made(named=frozenset({source.file, str(os.getpid())}))


def _ended(source: Source) -> Made:
    if source.file == "0.yml" and os.getpid() != _MAKER:
        os._exit(1)
    return _named(source)


_MAKER = os.getpid()


@pytest.mark.thorough
@pytest.mark.xdist_group("loaded")
def test_the_guide_is_the_same() -> None:
    with reading_ahead(NOTHING_KEPT) as ahead:
        beside = load(REPOSITORY, store=ahead)
    alone = real_loaded()
    assert beside.guide
    for held in fields(beside.guide):
        assert getattr(beside.guide, held.name) == getattr(alone.guide, held.name), held.name
    assert beside.problems == alone.problems
    assert beside.named == alone.named
    assert list(beside.marks) == list(alone.marks)


@pytest.mark.thorough
def test_every_fault_is_told_as_ever(guide_folder: Path) -> None:
    files = sorted((guide_folder / "tricks").glob("*/*.yml"))
    for number in range(30):
        (files[0].parent / f"spoilt-{number}.yml").write_text("name: {es: [}\n", encoding="utf-8")
    (files[0].parent / "Bad Name.yml").write_text("", encoding="utf-8")
    with reading_ahead(NOTHING_KEPT) as ahead:
        beside = load(guide_folder, store=ahead)
    assert beside.problems == load(guide_folder).problems
    assert len(beside.problems) >= 31


@pytest.mark.parametrize(("count", "processes"), [(23, False), (24, True)])
def test_processes_begin_where_it_pays(count: int, processes: bool) -> None:
    with workers(None) as staff:
        ahead = Ahead(NOTHING_KEPT, staff)
        ahead.begin(_sources(count), _named)
        made = [made_of(source, ahead, _named) for source in _sources(count)]
    assert [source.file in each.named for source, each in zip(_sources(count), made, strict=True)]
    assert (str(os.getpid()) not in made[0].named) is processes


def test_what_a_lost_process_leaves_is_made_by_whoever_asks() -> None:
    with workers(None) as staff:
        ahead = Ahead(NOTHING_KEPT, staff)
        ahead.begin(_sources(30), _ended)
        made = [made_of(source, ahead, _ended) for source in _sources(30)]
    assert all(source.file in each.named for source, each in zip(_sources(30), made, strict=True))
    assert str(os.getpid()) in made[0].named


def test_what_is_kept_is_not_read_again_and_what_is_read_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with workers(None) as staff:
        ahead = Ahead(store, staff)
        ahead.begin(_sources(30), _named)
        first = [made_of(source, ahead, _named) for source in _sources(30)]
        assert all(store.get(ENTRY, source.told()) for source in _sources(30))
        again = Ahead(store, staff)
        again.begin(_sources(30), _named)
        assert [made_of(source, again, _named) for source in _sources(30)] == first
