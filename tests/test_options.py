"""A guide to be built is checked as every guide is, while it is looked through for what is kept of it."""

import os
from pathlib import Path

import pytest

from scripts import options
from scripts.checks import check
from scripts.derived import skeleton_of
from scripts.entries import Loaded
from scripts.options import load_checked, load_to_build
from scripts.problems import Problem, ProblemsFound
from scripts.store import Store
from tests import made_guide
from tests.small_guide import TRICKS, small_guide

BROKEN = [
    ("a text of a wrong kind", "name:", "name: 7\nold_name:"),
    ("names that lead nowhere", "related: [", "related: [nothing-at-all, "),
    ("meetings that are none", "meetings: [", "meetings: [nowhere, "),
    (
        "a sign in a language that is none",
        "warning_signs:\n",
        "warning_signs:\n  - {xx: 'No such language'}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_the_faults_of_a_guide_are_told_and_nothing_that_they_cause(
    tmp_path: Path, before: str, after: str
) -> None:
    root = small_guide(tmp_path / "guide")
    for slug in TRICKS:
        file = next((root / "tricks").rglob(f"{slug}.yml"))
        file.write_text(file.read_text("utf-8").replace(before, after, 1), "utf-8")
    with pytest.raises(ProblemsFound) as alone:
        load_checked(root)
    with pytest.raises(ProblemsFound) as beside:
        load_to_build(root, store=Store(tmp_path / "store"))
    assert beside.value.problems == alone.value.problems
    assert beside.value.problems


def test_what_fails_on_a_guide_at_fault_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made_guide.small_guide(tmp_path / "guide")
    _stumble(monkeypatch)
    with pytest.raises(LookupError, match="stumbled"):
        load_to_build(root, store=Store(tmp_path / "store"))
    file = next((root / "tricks").rglob("*.yml"))
    file.write_text(file.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    with pytest.raises(ProblemsFound):
        load_to_build(root, store=Store(tmp_path / "store"))


def _stumble(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(_: object) -> None:
        raise LookupError("stumbled")

    monkeypatch.setattr(options, "skeleton_of", stumbling)


def test_a_sound_guide_is_the_same_and_has_been_looked_through(tmp_path: Path) -> None:
    root = made_guide.small_guide(tmp_path / "guide")
    before = skeleton_of.cache_info().hits
    guide = load_to_build(root, store=Store(tmp_path / "store"))
    bones = skeleton_of(guide).bones
    assert skeleton_of.cache_info().hits == before + 1
    assert bones == skeleton_of(load_checked(root)).bones


_HERE = os.getpid()


def _killed_in_a_copy(loaded: Loaded, *, strict: bool) -> list[Problem]:
    if os.getpid() != _HERE:
        os._exit(9)
    return check(loaded, strict=strict)


def test_who_ends_the_process_that_checks_does_not_end_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = made_guide.small_guide(tmp_path / "guide")
    monkeypatch.setattr(options, "check_guide", _killed_in_a_copy)
    assert load_to_build(root, store=Store(tmp_path / "store")).tricks
