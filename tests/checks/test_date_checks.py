"""No date of the guide lies in the future, whatever the clock; no review is older than a reading."""

import datetime
from dataclasses import replace

import pytest

from scripts.checks.date_checks import dates_to_come, older_than_their_reading
from scripts.checks.guide_checks import Marks
from scripts.guide import Guide
from tests.real_guide import real_loaded

# What was loaded is shared.
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("loaded")]


def _guide() -> tuple[Guide, Marks]:
    loaded = real_loaded()
    assert loaded.guide is not None
    return loaded.guide, loaded.marks


def _told(today: datetime.date) -> set[tuple[str, str]]:
    found = dates_to_come(*_guide(), today)
    return {(problem.file, problem.path) for problem in found}


def test_each_kind_of_date_is_looked_at() -> None:
    told = _told(datetime.date(1800, 1, 1))
    for trick in _guide()[0].tricks.values():
        assert (trick.file, "reviewed") in told
        for index, source in enumerate(trick.sources):
            assert (trick.file, f"sources.{index}.accessed") in told
            # A source that bears no date has none to look at.
            assert ((trick.file, f"sources.{index}.date") in told) is (source.date is not None)


@pytest.mark.parametrize(("days", "ahead"), [(-2, True), (-1, False), (0, False), (1, False)])
def test_a_day_that_has_begun_somewhere_is_no_day_to_come(days: int, ahead: bool) -> None:
    guide, _ = _guide()
    entries = [*guide.tricks.values(), *guide.countermeasures.values()]
    reviewed = max(entry.reviewed or "" for entry in entries)
    newest = datetime.date.fromisoformat(reviewed)
    told = _told(newest + datetime.timedelta(days=days))
    assert any(path == "reviewed" for _, path in told) is ahead


def test_no_entry_was_reviewed_before_a_source_of_its_own_was_read() -> None:
    assert {problem.file for problem in older_than_their_reading(*_guide())} == set()


def test_each_review_before_the_newest_reading_is_told() -> None:
    """A review on the very day of the newest reading is not."""
    guide, marks = _guide()
    citing = {entry.slug: entry for entry in guide.countermeasures.values() if entry.sources}
    read = {slug: max(source.accessed for source in entry.sources) for slug, entry in citing.items()}
    for moved, told in ((0, set()), (-1, {entry.file for entry in citing.values()})):
        dated = {
            slug: entry.model_copy(update={"reviewed": _moved(read[slug], moved)})
            for slug, entry in citing.items()
        }
        spoilt = replace(guide, tricks={}, countermeasures=dated)
        assert {problem.file for problem in older_than_their_reading(spoilt, marks)} == told


def _moved(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
