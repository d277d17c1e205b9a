"""What is carried into the room: the acts and signs that a meeting's editor chose."""

from scripts.derived.checklist import Act, checklist_for
from scripts.guide.meeting import LONGEST_SHORT_LIST, Meeting
from scripts.guide.whole import SEVERITIES, Guide

SHORTEST = 6


def test_the_short_list_holds_the_chosen_acts_in_the_order_of_use(guide: Guide) -> None:
    for meeting in guide.meetings.values():
        short = checklist_for(guide, meeting).short
        assert [act.countermeasure.slug for act in short.acts] == meeting.short


def test_every_meeting_of_this_guide_has_a_short_list_and_signs(guide: Guide) -> None:
    found = {slug: (len(meeting.short), len(meeting.signs)) for slug, meeting in guide.meetings.items()}
    wrong = {s: n for s, n in found.items() if not SHORTEST <= n[0] <= LONGEST_SHORT_LIST or n[1] < SHORTEST}
    assert wrong == {}


def test_signs_come_in_the_chosen_order_with_the_number_of_their_trick(guide: Guide) -> None:
    for meeting in guide.meetings.values():
        checklist = checklist_for(guide, meeting)
        assert [f"{each.trick.slug}/{each.sign.id}" for each in checklist.signs] == meeting.signs
        assert all(checklist.tricks[each.number - 1] is each.trick for each in checklist.signs)


def test_a_meeting_that_chose_no_signs_prints_the_first_of_each_trick(guide: Guide) -> None:
    meeting = guide.meetings["demo"].model_copy(update={"signs": []})
    checklist = checklist_for(guide, meeting)
    assert [each.sign for each in checklist.signs] == [trick.warning_signs[0] for trick in checklist.tricks]


def test_what_does_not_fit_on_paper_is_not_of_the_short_list(guide: Guide) -> None:
    full = checklist_for(guide, guide.meetings["contract"])
    printed = full.printed(len(full.meeting.short) + 1)
    assert printed.size == len(full.meeting.short) + 1
    assert set(full.meeting.short) <= {act.countermeasure.slug for act in printed.acts}
    assert printed.acts == tuple(act for act in full.acts if act in printed.acts)


def test_of_the_rest_paper_keeps_what_answers_the_costliest_tricks(guide: Guide) -> None:
    full = checklist_for(guide, guide.meetings["contract"])

    def cost(act: Act) -> int:
        return min(SEVERITIES.index(full.tricks[number - 1].severity) for number in act.answers)

    for limit in range(len(full.meeting.short) + 1, full.size):
        kept = full.printed(limit).acts
        chosen = [act for act in kept if act.countermeasure.slug not in full.meeting.short]
        left = [act for act in full.acts if act not in kept]
        assert max(map(cost, chosen)) <= min(map(cost, left))


def test_a_meeting_may_move_an_act_or_strike_it(guide: Guide) -> None:
    demo = guide.meetings["demo"]
    struck = demo.model_copy(update={"timing": {"bring-your-own-demo-script": "never"}, "short": []})
    moved = demo.model_copy(update={"timing": {"bring-your-own-demo-script": "before"}})
    assert "bring-your-own-demo-script" not in _sections(guide, struck)
    assert _sections(guide, moved)["bring-your-own-demo-script"] == "before"


def _sections(guide: Guide, meeting: Meeting) -> dict[str, str]:
    return {act.countermeasure.slug: act.section for act in checklist_for(guide, meeting).acts}
