"""No date of the guide lies in the future, whatever the clock of whoever checks it."""

import datetime

import pytest

from scripts.checks.date_checks import dates_to_come
from scripts.entries.loading import load
from scripts.places import REPOSITORY

LOADED = load(REPOSITORY)


def _told(today: datetime.date) -> set[tuple[str, str]]:
    assert LOADED.guide is not None
    found = dates_to_come(LOADED.guide, LOADED.marks, today)
    return {(problem.file, problem.path) for problem in found}


def test_each_kind_of_date_is_looked_at() -> None:
    assert LOADED.guide is not None
    told = _told(datetime.date(1800, 1, 1))
    for trick in LOADED.guide.tricks.values():
        assert (trick.file, "reviewed") in told
        for index, _ in enumerate(trick.sources):
            assert {(trick.file, f"sources.{index}.date"), (trick.file, f"sources.{index}.accessed")} <= told


@pytest.mark.parametrize(("days", "ahead"), [(-2, True), (-1, False), (0, False), (1, False)])
def test_a_day_that_has_begun_somewhere_is_no_day_to_come(days: int, ahead: bool) -> None:
    assert LOADED.guide is not None
    reviewed = max(trick.reviewed or "" for trick in LOADED.guide.tricks.values())
    newest = datetime.date.fromisoformat(reviewed)
    told = _told(newest + datetime.timedelta(days=days))
    assert any(path == "reviewed" for _, path in told) is ahead
