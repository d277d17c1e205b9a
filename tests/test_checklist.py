"""Deriving a meeting's checklist."""

import pytest

from scripts.checklist import MOMENTS, checklist_for
from scripts.cli import REPOSITORY, load_checked
from scripts.guide import Guide

GUIDE = load_checked(REPOSITORY)
EFFORTS = ["minutes", "hours", "days"]


@pytest.mark.parametrize("meeting", GUIDE.meetings)
def test_each_countermeasure_once_and_each_trick_answered(guide: Guide, meeting: str) -> None:
    checklist = checklist_for(guide, guide.meetings[meeting])
    acts = [act for moment in MOMENTS for act in checklist.acts(moment)]
    slugs = [act.countermeasure.slug for act in acts]
    assert len(slugs) == len(set(slugs)) == checklist.size
    assert {slug for trick in checklist.tricks for slug in trick.countermeasures} == set(slugs)
    for act in acts:
        answered = [trick for trick in checklist.tricks if act.countermeasure.slug in trick.countermeasures]
        assert [checklist.tricks[number - 1] for number in act.answers] == answered
    assert {number for act in acts for number in act.answers} == set(range(1, len(checklist.tricks) + 1))


@pytest.mark.parametrize("meeting", GUIDE.meetings)
def test_the_order_is_by_use_then_effort(guide: Guide, meeting: str) -> None:
    checklist = checklist_for(guide, guide.meetings[meeting])
    for moment in MOMENTS:
        acts = checklist.acts(moment)
        assert all(act.countermeasure.when == moment for act in acts)
        ranks = [
            (-len(a.answers), EFFORTS.index(a.countermeasure.effort), a.countermeasure.slug) for a in acts
        ]
        assert ranks == sorted(ranks)
