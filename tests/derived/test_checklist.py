"""Deriving a meeting's checklist."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scripts.derived.checklist import PARTS, SECTIONS, Act, Checklist, checklist_for, section_of
from scripts.guide.meeting import Meeting
from tests.real_guide import real_guide

GUIDE = real_guide()
EFFORTS = ["minutes", "hours", "days"]
AT_THE_TABLE = ["ask", "in_writing"]


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
        if checklist.meeting.vendor != "absent":
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


def test_each_act_is_read_once_in_the_part_of_its_moment(subtests: pytest.Subtests) -> None:
    sections = {"ask": AT_THE_TABLE, "also": AT_THE_TABLE}
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            assert list(checklist.parts) == [part for part in PARTS if part in checklist.parts]
            for part, phases in checklist.parts.items():
                assert {act.section for acts in phases.values() for act in acts} <= set(
                    sections.get(part, [part])
                )
            assert sorted(map(_slug, checklist.in_order)) == sorted(map(_slug, checklist.acts))


def test_the_questions_of_the_sheet_come_first_with_its_numbers(subtests: pytest.Subtests) -> None:
    """In the order of the sheet; so does what it says of before and after."""
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            sheet = checklist.short
            asked = [act for acts in checklist.parts["ask"].values() for act in acts]
            assert asked == list(sheet.spoken)
            assert list(checklist.numbers.items()) == [(_slug(act), n) for n, act in enumerate(asked, 1)]
            assert checklist.numbers == sheet.numbers == checklist.printed(8).numbers
            assert [_slug(act) for _, act in checklist.first] == checklist.meeting.first
            assert all(checklist.numbers[_slug(act)] == number for number, act in checklist.first)
            for section in ("before", "after", "if_needed"):
                chosen = sheet.sections.get(section, ())
                read = [act for act in checklist.in_order if act.section == section]
                assert read[: len(chosen)] == list(chosen)


def test_what_else_is_asked_goes_by_phase_in_the_order_of_the_purchase(subtests: pytest.Subtests) -> None:
    for checklist in _checklists():
        with subtests.test(checklist.meeting.file):
            others = [act for act in checklist.acts if act.section in AT_THE_TABLE]
            others = [act for act in others if _slug(act) not in checklist.numbers]
            assert _by_phase(checklist, others) == checklist.parts.get("also", {})


def test_where_no_sheet_was_chosen_all_that_is_said_goes_by_phase() -> None:
    meeting = GUIDE.meetings["contract"].model_copy(update={"short": [], "first": []})
    checklist = checklist_for(GUIDE, meeting)
    assert list(checklist.parts) == ["before", "ask", "after"]
    assert checklist.numbers == {}
    assert checklist.parts["ask"] == _by_phase(
        checklist, [act for act in checklist.acts if act.section in AT_THE_TABLE]
    )


def _slug(act: Act) -> str:
    return act.countermeasure.slug


def _by_phase(checklist: Checklist, acts: list[Act]) -> dict[str, tuple[Act, ...]]:
    """Return acts by phase; one alone has no name."""
    phases = {phase: tuple(act for act in acts if checklist.phase_of(act) == phase) for phase in GUIDE.phases}
    named = {phase: inside for phase, inside in phases.items() if inside}
    return named if len(named) != 1 else {"": tuple(acts)}


def test_an_act_stands_in_the_phase_of_most_of_its_tricks_and_else_in_the_earliest() -> None:
    checklist = checklist_for(GUIDE, GUIDE.meetings["contract"])
    phases = [trick.phase for trick in checklist.tricks]
    first_of = {phase: phases.index(phase) + 1 for phase in phases}
    two_of = next(phase for phase in phases if phases.count(phase) > 1 and phase != phases[0])
    numbers = [number for number, phase in enumerate(phases, start=1) if phase == two_of]
    act = checklist.acts[0]
    most = replace(act, answers=(first_of[phases[0]], *numbers[:2]))
    even = replace(act, answers=(first_of[phases[0]], numbers[0]))
    assert checklist.phase_of(most) == two_of
    assert checklist.phase_of(even) == phases[0]


def test_nobody_questions_a_vendor_who_is_not_there() -> None:
    spoken = [
        f"{checklist.meeting.slug}: {act.countermeasure.slug}"
        for checklist in _checklists()
        for act in checklist.acts
        if checklist.meeting.vendor == "absent"
        and act.section in ("ask", "in_writing")
        and act.countermeasure.ask_of == "vendor"
        and (act.countermeasure.ask or act.countermeasure.clause)
    ]
    assert spoken == []


def test_what_is_said_to_an_absent_vendor_is_said_before_unless_the_editor_knows_better() -> None:
    demo = GUIDE.meetings["demo"].model_copy(update={"vendor": "absent", "timing": {}})
    said = next(act for act in checklist_for(GUIDE, GUIDE.meetings["demo"]).acts if act.section == "ask")
    slug = said.countermeasure.slug

    def section(meeting: Meeting) -> str:
        acts = checklist_for(GUIDE, meeting).acts
        return next(act.section for act in acts if act.countermeasure.slug == slug)

    assert section(demo) == "before"
    assert section(demo.model_copy(update={"timing": {slug: "after"}})) == "after"
