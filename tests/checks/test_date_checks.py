"""No date of the guide lies in the future, whatever the clock of whoever checks it."""

import datetime

import pytest

from scripts.checks.date_checks import dates_to_come
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
        for index, _ in enumerate(trick.sources):
            assert {(trick.file, f"sources.{index}.date"), (trick.file, f"sources.{index}.accessed")} <= told


@pytest.mark.parametrize(("days", "ahead"), [(-2, True), (-1, False), (0, False), (1, False)])
def test_a_day_that_has_begun_somewhere_is_no_day_to_come(days: int, ahead: bool) -> None:
    guide, _ = _guide()
    entries = [*guide.tricks.values(), *guide.countermeasures.values()]
    reviewed = max(entry.reviewed or "" for entry in entries)
    newest = datetime.date.fromisoformat(reviewed)
    told = _told(newest + datetime.timedelta(days=days))
    assert any(path == "reviewed" for _, path in told) is ahead
