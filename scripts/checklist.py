"""Derive the checklist of a meeting from its tricks and their countermeasures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.guide import Guide
from scripts.model import Countermeasure, Meeting, Trick

Moment = Literal["before", "during", "after"]
MOMENTS: Sequence[Moment] = ("before", "during", "after")
_EFFORTS = ("minutes", "hours", "days")


@dataclass(frozen=True)
class Act:
    """One countermeasure on a checklist, with the numbers of the tricks it answers there."""

    countermeasure: Countermeasure
    answers: tuple[int, ...]


@dataclass(frozen=True)
class Checklist:
    """What to do for one meeting.

    `tricks` are numbered from 1 in their order; each countermeasure stands once, in the moment
    that its `when` names, the one that answers most tricks first and the quicker before the slower.
    """

    meeting: Meeting
    tricks: tuple[Trick, ...]
    before: tuple[Act, ...]
    during: tuple[Act, ...]
    after: tuple[Act, ...]

    def acts(self, moment: Moment) -> tuple[Act, ...]:
        """Return the acts of one moment."""
        acts: tuple[Act, ...] = getattr(self, moment)
        return acts

    @property
    def size(self) -> int:
        """The number of acts, each of which has a box."""
        return len(self.before) + len(self.during) + len(self.after)


def checklist_for(guide: Guide, meeting: Meeting) -> Checklist:
    """Derive the checklist of `meeting`."""
    tricks = tuple(guide.tricks_of_meeting(meeting.slug))
    answers: dict[str, list[int]] = {}
    for number, trick in enumerate(tricks, start=1):
        for slug in trick.countermeasures:
            answers.setdefault(slug, []).append(number)

    def rank(act: Act) -> tuple[int, int, str]:
        effort = _EFFORTS.index(act.countermeasure.effort)
        return -len(act.answers), effort, act.countermeasure.slug

    acts = sorted(
        (Act(guide.countermeasures[slug], tuple(numbers)) for slug, numbers in answers.items()),
        key=rank,
    )
    by_moment = {
        moment: tuple(act for act in acts if act.countermeasure.when == moment) for moment in MOMENTS
    }
    return Checklist(meeting, tricks, **by_moment)
