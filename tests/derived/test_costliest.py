"""The few tricks that stand for a phase where there is no room for all."""

from scripts.derived import costliest
from scripts.guide import SEVERITIES
from tests.real_guide import real_guide

GUIDE = real_guide()


def test_the_costliest_of_a_phase_come_first() -> None:
    for phase in GUIDE.phases:
        tricks = costliest(GUIDE, phase, most=100)
        assert {trick.slug for trick in tricks} == {trick.slug for trick in GUIDE.tricks_of_phase(phase)}
        severities = [SEVERITIES.index(trick.severity) for trick in tricks]
        assert severities == sorted(severities)


def test_no_more_than_there_is_room_for() -> None:
    for phase in GUIDE.phases:
        assert costliest(GUIDE, phase, most=2) == costliest(GUIDE, phase, most=100)[:2]


def test_among_equals_the_assessment_decides() -> None:
    assessment = GUIDE.assessment
    assert assessment is not None
    for phase in GUIDE.phases:
        tricks = [trick for trick in costliest(GUIDE, phase, most=100) if trick.severity == "high"]
        weights = [
            sum(each.weight for each in assessment.statements if trick.slug in each.tricks)
            for trick in tricks
        ]
        assert weights == sorted(weights, reverse=True)
