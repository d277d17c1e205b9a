"""What goes wrong in a process beside this one is told here as it was there."""

import pytest

from scripts.build import BuildFailed
from scripts.problems import Faulty, Problem, ProblemsFound, Refused, fault
from scripts.workers import Workers, workers

WRONG = (
    ProblemsFound([Problem("tricks/buying/x.yml", 3, 5, "name", fault("too-long", length=9, max_length=8))]),
    Faulty(fault("no-phases"), fault("file-empty")),
    Refused("as_told", detail="no room"),
    BuildFailed("as_told", detail="no room"),
)


def _raise(shared: None, wrong: Exception) -> None:
    raise wrong


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: type(wrong).__name__)
def test_a_workers_fault_is_told_as_it_is(wrong: Exception) -> None:
    with pytest.raises(type(wrong)) as told:
        _in_a_worker(wrong)
    assert str(told.value) == str(wrong)
    kept = {name: value for name, value in vars(told.value).items() if name != "__notes__"}
    assert kept == vars(wrong)


def _in_a_worker(wrong: Exception) -> None:
    staff: Workers[None]
    with workers(None) as staff:
        staff.begin(_raise, wrong).result()
