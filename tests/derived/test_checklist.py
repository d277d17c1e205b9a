"""Deriving a meeting's checklist."""

import pytest

from scripts.derived.checklist import SECTIONS, checklist_for, section_of
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY

GUIDE = load_checked(REPOSITORY)
EFFORTS = ["minutes", "hours", "days"]


@pytest.mark.parametrize("meeting", GUIDE.meetings)
def test_each_countermeasure_once_and_each_trick_answered(guide: Guide, meeting: str) -> None:
    checklist = checklist_for(guide, guide.meetings[meeting])
    acts = [act for section in checklist.sections.values() for act in section]
    slugs = [act.countermeasure.slug for act in acts]
    assert len(slugs) == len(set(slugs)) == checklist.size
    struck = {slug for slug, when in checklist.meeting.timing.items() if when == "never"}
    assert {slug for trick in checklist.tricks for slug in trick.countermeasures} - struck == set(slugs)
    for act in acts:
        answered = [trick for trick in checklist.tricks if act.countermeasure.slug in trick.countermeasures]
        assert [checklist.tricks[number - 1] for number in act.answers] == answered


@pytest.mark.parametrize("meeting", GUIDE.meetings)
def test_the_order_is_by_use_then_effort(guide: Guide, meeting: str) -> None:
    checklist = checklist_for(guide, guide.meetings[meeting])
    assert list(checklist.sections) == [name for name in SECTIONS if name in checklist.sections]
    for section, acts in checklist.sections.items():
        moved = checklist.meeting.timing
        unmoved = [act for act in acts if act.countermeasure.slug not in moved]
        assert all(section_of(act.countermeasure) == section for act in unmoved)
        ranks = [
            (-len(a.answers), EFFORTS.index(a.countermeasure.effort), a.countermeasure.slug) for a in acts
        ]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("slug", GUIDE.countermeasures)
def test_an_act_stands_where_its_nature_says(guide: Guide, slug: str) -> None:
    entry = guide.countermeasures[slug]
    section = section_of(entry)
    if entry.when == "during":
        assert section == ("in_writing" if entry.clause else "ask")
    else:
        assert section == entry.when
