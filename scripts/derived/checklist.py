"""Derive the checklist of a meeting from its tricks and their countermeasures.

Where an act stands follows from what it is, so that each countermeasure has one box on the list,
whatever number of tricks it answers:

- **before**: its `when` is before. Beside it, the effort, since one has to begin in time.
- **ask**: done at the table with words alone; it has no `clause`.
- **in writing**: done at the table and worth nothing until it is written; it has a `clause`.
- **after**: its `when` is after.

The question of an act, what a good answer shows and its clause stand inside that one item. Within a
section the act that answers most tricks comes first, then the quicker, then the name of its file. The
warning signs stand apart, per trick, since they are watched all through the meeting.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scripts.derived.cover import smallest_cover
from scripts.guide import Countermeasure, Guide, Meeting, Trick

Section = Literal["before", "ask", "in_writing", "after"]
SECTIONS: Sequence[Section] = ("before", "ask", "in_writing", "after")
EFFORTS = ("minutes", "hours", "days")


@dataclass(frozen=True)
class Act:
    """One countermeasure on a checklist, with the numbers of the tricks it answers there."""

    countermeasure: Countermeasure
    answers: tuple[int, ...]

    @property
    def section(self) -> Section:
        """The section in which the act has its box."""
        return section_of(self.countermeasure)


@dataclass(frozen=True)
class Checklist:
    """What to do for one meeting: `tricks` are numbered from 1 in their order, `acts` are in order."""

    meeting: Meeting
    tricks: tuple[Trick, ...]
    acts: tuple[Act, ...]

    @property
    def sections(self) -> dict[Section, tuple[Act, ...]]:
        """The acts of each section that has any, in the order in which a buyer needs them."""
        by_section = {
            section: tuple(act for act in self.acts if act.section == section) for section in SECTIONS
        }
        return {section: acts for section, acts in by_section.items() if acts}

    @property
    def size(self) -> int:
        """The number of acts, each of which has a box."""
        return len(self.acts)


def section_of(countermeasure: Countermeasure) -> Section:
    """Return the section of a checklist in which the countermeasure stands."""
    if countermeasure.when == "during":
        return "in_writing" if countermeasure.clause else "ask"
    return countermeasure.when


def checklist_for(guide: Guide, meeting: Meeting) -> Checklist:
    """Derive the full checklist of `meeting`."""
    tricks = tuple(guide.tricks_of_meeting(meeting.slug))
    return Checklist(meeting, tricks, acts_against(guide, tricks))


def acts_against(guide: Guide, tricks: Sequence[Trick], chosen: Sequence[str] = ()) -> tuple[Act, ...]:
    """Return the acts that answer `tricks` and those that `chosen` names by slug, each once, in order.

    The browser follows the same order for a reader's own selection (derivation.js).
    """
    answers: dict[str, list[int]] = {slug: [] for slug in chosen}
    for number, trick in enumerate(tricks, start=1):
        for slug in trick.countermeasures:
            answers.setdefault(slug, []).append(number)

    def rank(act: Act) -> tuple[int, int, str]:
        effort = EFFORTS.index(act.countermeasure.effort)
        return -len(act.answers), effort, act.countermeasure.slug

    acts = (Act(guide.countermeasures[slug], tuple(numbers)) for slug, numbers in answers.items())
    return tuple(sorted(acts, key=rank))


def short_form(checklist: Checklist) -> Checklist:
    """Return the checklist cut to the fewest acts that together answer every one of its tricks.

    The minimum is exact (see `cover`). Among equals the selection with the fewest acts that take days
    wins, then hours, then the one with most questions to ask, then the names of its files.
    """
    acts = sorted(checklist.acts, key=lambda act: act.countermeasure.slug)
    costs = (
        tuple(int(act.countermeasure.effort == "days") for act in acts),
        tuple(int(act.countermeasure.effort == "hours") for act in acts),
        tuple(int(act.countermeasure.ask is None) for act in acts),
    )
    cover = smallest_cover(tuple(frozenset(act.answers) for act in acts), costs)
    kept = {acts[place].countermeasure.slug for place in cover}
    return replace(checklist, acts=tuple(act for act in checklist.acts if act.countermeasure.slug in kept))
