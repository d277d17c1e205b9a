"""Processes that work beside another: they tell what they made or what went wrong, and none outlives it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.places import REPOSITORY
from scripts.workers import WorkerLost, workers

# Each test begins processes.
pytestmark = pytest.mark.thorough


def _times(shared: int, number: int) -> tuple[int, int]:
    return shared * number, os.getpid()


def _fail(shared: int) -> None:
    raise FileNotFoundError(2, "no such file", str(shared))


def _die(shared: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _wait(shared: int) -> None:
    # In one piece: two workers say it at once.
    os.write(1, b"at work\n")
    signal.pause()


def test_work_is_done_elsewhere_with_what_is_shared() -> None:
    with workers(7) as staff:
        made = [staff.begin(_times, number).result() for number in range(3)]
    assert [product for product, _ in made] == [0, 7, 14]
    assert os.getpid() not in {process for _, process in made}


_SETS_TYPE = """
import typst

from scripts.workers import libraries_have_threads, workers


def set_type(shared: bytes) -> bool:
    return bool(typst.compile(shared, format="pdf"))


if __name__ == "__main__":
    before = libraries_have_threads()
    set_type(b"Hello")
    with workers(b"Hello again", anew=libraries_have_threads()) as staff:
        print(before, staff.begin(set_type).result(timeout=60))
"""


def test_where_threads_of_a_library_run_workers_begin_from_nothing_and_do_not_hang(tmp_path: Path) -> None:
    program = tmp_path / "sets_type.py"
    program.write_text(_SETS_TYPE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, timeout=90, check=True, env=environment
    )
    assert done.stdout == "False True\n"


def _variable(name: str) -> str | None:
    return os.environ.get(name)


def test_who_begins_from_nothing_has_todays_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for value in ("before", "after"):
        monkeypatch.setenv("FOREWARNED_TOLD", value)
        with workers("FOREWARNED_TOLD", anew=True) as staff:
            told.append(staff.begin(_variable).result())
    assert told == ["before", "after"]


def test_what_goes_wrong_there_goes_wrong_here() -> None:
    with pytest.raises(FileNotFoundError, match="'7'"), workers(7) as staff:
        staff.begin(_fail).result()


def test_a_worker_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(WorkerLost), workers(7) as staff:
        staff.begin(_die).result()


_WAITING = """
import sys

from scripts.workers import workers
from tests.test_workers import _wait

with workers(7, anew=bool(sys.argv[1:])) as staff:
    staff.begin(_wait)
    staff.begin(_wait)
    input()
    raise KeyboardInterrupt
"""


@pytest.mark.parametrize("begun", [[], ["anew"]], ids=["copies", "anew"])
@pytest.mark.parametrize("end", ["stopped", "killed"])
def test_no_worker_outlives_its_maker(end: str, begun: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WAITING, *begun],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as maker:
        assert maker.stdout
        assert maker.stdout.readline() == "at work\n"
        if end == "killed":
            maker.kill()
        # Every worker holds the other end of what is read here: it comes to an end when none is left.
        maker.communicate("\n", timeout=60)
