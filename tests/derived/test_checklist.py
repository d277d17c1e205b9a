"""Deriving a meeting's checklist."""

from collections.abc import Iterator

import pytest

from scripts.derived.checklist import SECTIONS, Checklist, checklist_for, section_of
from tests.real_guide import real_guide

GUIDE = real_guide()
EFFORTS = ["minutes", "hours", "days"]


def _checklists() -> Iterator[Checklist]:
    yield from (checklist_for(GUIDE, meeting) for meeting in GUIDE.meetings.values())


def test_each_countermeasure_once_and_each_trick_answered(subtests: pytest.Subtests) -> None:
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            _answers_once(checklist)


def _answers_once(checklist: Checklist) -> None:
    acts = [act for section in checklist.sections.values() for act in section]
    slugs = [act.countermeasure.slug for act in acts]
    assert len(slugs) == len(set(slugs)) == checklist.size
    struck = {slug for slug, when in checklist.meeting.timing.items() if when == "never"}
    assert {slug for trick in checklist.tricks for slug in trick.countermeasures} - struck == set(slugs)
    for act in acts:
        answered = [trick for trick in checklist.tricks if act.countermeasure.slug in trick.countermeasures]
        assert [checklist.tricks[number - 1] for number in act.answers] == answered


def test_the_order_is_by_use_then_effort(subtests: pytest.Subtests) -> None:
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            _is_in_order(checklist)


def _is_in_order(checklist: Checklist) -> None:
    assert list(checklist.sections) == [name for name in SECTIONS if name in checklist.sections]
    for section, acts in checklist.sections.items():
        moved = checklist.meeting.timing
        unmoved = [act for act in acts if act.countermeasure.slug not in moved]
        assert all(section_of(act.countermeasure) == section for act in unmoved)
        ranks = [
            (-len(a.answers), EFFORTS.index(a.countermeasure.effort), a.countermeasure.slug) for a in acts
        ]
        assert ranks == sorted(ranks)


def test_an_act_stands_where_its_nature_says() -> None:
    expected = {
        entry.file: ("in_writing" if entry.clause else "ask") if entry.when == "during" else entry.when
        for entry in GUIDE.countermeasures.values()
    }
    assert {entry.file: section_of(entry) for entry in GUIDE.countermeasures.values()} == expected
