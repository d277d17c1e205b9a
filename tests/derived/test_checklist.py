"""Deriving a meeting's checklist."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from scripts.derived.checklist import SECTIONS, Act, Checklist, checklist_for, section_of, short_form
from scripts.guide.whole import Guide
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
    assert {slug for trick in checklist.tricks for slug in trick.countermeasures} == set(slugs)
    for act in acts:
        answered = [trick for trick in checklist.tricks if act.countermeasure.slug in trick.countermeasures]
        assert [checklist.tricks[number - 1] for number in act.answers] == answered
    assert _answered(acts) == set(range(1, len(checklist.tricks) + 1))


def test_the_order_is_by_use_then_effort(subtests: pytest.Subtests) -> None:
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            _is_in_order(checklist)


def _is_in_order(checklist: Checklist) -> None:
    assert list(checklist.sections) == [name for name in SECTIONS if name in checklist.sections]
    for section, acts in checklist.sections.items():
        assert all(section_of(act.countermeasure) == section for act in acts)
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


def test_the_short_form_answers_every_trick_with_the_fewest_acts(subtests: pytest.Subtests) -> None:
    for full in _checklists():
        short, whole = short_form(full), _answered(full.acts)
        with subtests.test(full.meeting.file):
            assert short.tricks == full.tricks
            assert short.acts == tuple(act for act in full.acts if act in short.acts)
            assert _answered(short.acts) == whole
            assert not any(_answered(fewer) == whole for fewer in combinations(full.acts, short.size - 1))


def test_of_equal_short_forms_the_quicker_wins(guide: Guide) -> None:
    full = checklist_for(guide, guide.meetings["demo"])
    act = full.acts[0]
    alike = [_renamed(act, "slow", effort="days"), _renamed(act, "quick", effort="minutes")]
    for acts in (alike, alike[::-1]):
        short = short_form(Checklist(full.meeting, full.tricks, tuple(acts)))
        assert [kept.countermeasure.slug for kept in short.acts] == ["quick"]


def test_a_meeting_without_tricks_has_empty_forms(guide: Guide) -> None:
    empty = Checklist(guide.meetings["demo"], (), ())
    assert short_form(empty) == empty
    assert empty.sections == {}


def _answered(acts: Iterable[Act]) -> set[int]:
    return set().union(*(act.answers for act in acts))


def _renamed(act: Act, slug: str, **changes: object) -> Act:
    return Act(act.countermeasure.model_copy(update={"slug": slug, **changes}), act.answers)
