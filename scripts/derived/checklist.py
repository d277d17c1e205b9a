"""Derive the checklist of a meeting from its tricks and their countermeasures.

Where an act stands follows from what it is, so that each countermeasure has one box on the list,
whatever number of tricks it answers:

- **before**: its `when` is before. Beside it, the effort, since one has to begin in time.
- **ask**: done at the table with words alone; it has no `clause`.
- **in writing**: done at the table and worth nothing until it is written; it has a `clause`.
- **after**: its `when` is after.

A meeting's `timing` may move an act, or strike it, and its `worded` says it in that meeting's own way. Before
there is a contract only the acts of its `drafts` have a clause, and once it is signed none has: what is done
at the table without one is done with words alone. Where the vendor is absent, what is said to the vendor is
said before the meeting, unless `timing` knows better. The question of an act, what a good answer shows and
its clause stand inside that one item. Within a section the acts stand by the phase of the purchase that they
guard, in the order of the purchase, and within a phase the act that answers most tricks comes first, then the
quicker, then the name of its file. Where the tricks of an act are of several phases, it stands in the phase
of most of those that this meeting has, and where phases are even, in the earliest of them: an act done too
early still helps, one done too late does not. The warning signs stand apart, since they are watched all
through the meeting. What is carried into the room is chosen by an editor: the short list and the printed
signs. Of the short list, what is said at the table may lie open there; the rest is for the buyer's eyes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from scripts.guide import (
    MOST_PRINTED_SIGNS,
    SEVERITIES,
    SIGNS_ON_A_SHEET,
    Countermeasure,
    Guide,
    Meeting,
    Trick,
    WarningSign,
)

When = Literal["before", "during", "after"]
Timing = When | Literal["never"]
Section = Literal["before", "ask", "in_writing", "after"]
SECTIONS: Sequence[Section] = ("before", "ask", "in_writing", "after")
EFFORTS = ("minutes", "hours", "days")


@dataclass(frozen=True)
class Act:
    """One countermeasure on a checklist: its section, and the numbers of the tricks it answers there."""

    countermeasure: Countermeasure
    answers: tuple[int, ...]
    section: Section


@dataclass(frozen=True)
class ChosenSign:
    """A sign that an editor chose to print, with the number of its trick on the checklist."""

    number: int
    trick: Trick
    sign: WarningSign


@dataclass(frozen=True)
class Checklist:
    """What to do for one meeting: `tricks` are numbered from 1 in their order, `acts` are in order."""

    meeting: Meeting
    tricks: tuple[Trick, ...]
    acts: tuple[Act, ...]
    most_signs: int = MOST_PRINTED_SIGNS

    @property
    def sections(self) -> dict[Section, tuple[Act, ...]]:
        """The acts of each section that has any, in the order in which a buyer needs them."""
        by_section = {
            section: tuple(act for act in self.acts if act.section == section) for section in SECTIONS
        }
        return {section: acts for section, acts in by_section.items() if acts}

    @property
    def spoken(self) -> tuple[Act, ...]:
        """The acts that are said at the table, in their order: whoever sits there may read them."""
        return tuple(act for act in self._at_the_table if self._may_be_read(act))

    @property
    def first(self) -> tuple[tuple[int, Act], ...]:
        """What an editor would ask first where time is short, each with its number among what is spoken."""
        numbered = {act.countermeasure.slug: (number, act) for number, act in enumerate(self.spoken, start=1)}
        return tuple(numbered[slug] for slug in self.meeting.first if slug in numbered)

    @property
    def unspoken(self) -> tuple[Act, ...]:
        """The acts at the table that are the buyer's own business, where a vendor sits there too."""
        return tuple(act for act in self._at_the_table if not self._may_be_read(act))

    @property
    def _at_the_table(self) -> Iterator[Act]:
        return (act for act in self.acts if act.section in ("ask", "in_writing"))

    def _may_be_read(self, act: Act) -> bool:
        return self.meeting.vendor == "absent" or act.countermeasure.ask_of != "team"

    @property
    def parts(self) -> dict[Section, dict[str, tuple[Act, ...]]]:
        """The acts of each section that has any, by the phase they guard, in the order of the purchase."""
        phases = dict.fromkeys(trick.phase for trick in self.tricks)
        return {
            section: {
                phase: inside
                for phase in phases
                if (inside := tuple(act for act in acts if self.phase_of(act) == phase))
            }
            for section, acts in self.sections.items()
        }

    def phase_of(self, act: Act) -> str:
        """Return the phase of most of the tricks that the act answers here; of even ones, the earliest."""
        phases = Counter(self.tricks[number - 1].phase for number in act.answers)
        return phases.most_common(1)[0][0]

    @property
    def size(self) -> int:
        """The number of acts, each of which has a box."""
        return len(self.acts)

    @property
    def signs(self) -> tuple[ChosenSign, ...]:
        """The signs that the editor chose to print, in that order; the first of each trick if none."""
        numbered = {trick.slug: (number, trick) for number, trick in enumerate(self.tricks, start=1)}
        chosen = []
        firsts = [f"{trick.slug}/{trick.warning_signs[0].id}" for trick in self.tricks]
        for name in (self.meeting.signs or firsts)[: self.most_signs]:
            slug, _, sign = name.partition("/")
            number, trick = numbered[slug]
            chosen += [ChosenSign(number, trick, each) for each in trick.warning_signs if each.id == sign]
        return tuple(chosen)

    def printed(self, limit: int) -> "Checklist":
        """Return the checklist with `limit` acts at the most.

        Those of the short list come first, since an editor found them to matter most; then those that answer
        a trick which costs the buyer most, and of these, as everywhere, those that answer most tricks.
        """

        def rank(act: Act) -> tuple[bool, int]:
            costs = (SEVERITIES.index(self.tricks[number - 1].severity) for number in act.answers)
            return act.countermeasure.slug not in self.meeting.short, min(costs)

        ranked = sorted(self.acts, key=rank)
        kept = {act.countermeasure.slug for act in ranked[:limit]}
        return replace(self, acts=tuple(act for act in self.acts if act.countermeasure.slug in kept))

    @property
    def short(self) -> "Checklist":
        """The checklist cut to what is carried into the room, in the order in which it is used."""
        by_slug = {act.countermeasure.slug: act for act in self.acts}
        acts = tuple(by_slug[slug] for slug in self.meeting.short)
        return replace(self, acts=acts, most_signs=SIGNS_ON_A_SHEET)


def section_of(countermeasure: Countermeasure, when: When | None = None) -> Section:
    """Return the section of a checklist in which the countermeasure stands; `when` overrides its own."""
    when = when or countermeasure.when
    if when == "during":
        return "in_writing" if countermeasure.clause else "ask"
    return when


def checklist_for(guide: Guide, meeting: Meeting) -> Checklist:
    """Derive the full checklist of `meeting`."""
    tricks = tuple(guide.tricks_of_meeting(meeting.slug))
    said = {slug: worded(meeting, act) for slug, act in guide.countermeasures.items()}
    timing = {**_said_beforehand(meeting, said), **meeting.timing}
    return Checklist(meeting, tricks, acts_against(said, tricks, timing=timing))


def worded(meeting: Meeting, act: Countermeasure) -> Countermeasure:
    """Return the act as it is said in `meeting`, which may have a line and a question of its own for it.

    It has its clause only where one can be asked for: with no contract on the table, words have to do.
    """
    here = meeting.worded.get(act.slug)
    own = type(act).model_fields
    said: dict[str, object] = {field: text for field, text in here or () if text and field in own}
    if act.clause and not meeting.asks_for_clause(act.slug):
        said["clause"] = None
    return act.model_copy(update=said) if said else act


def _said_beforehand(meeting: Meeting, said: Mapping[str, Countermeasure]) -> dict[str, Timing]:
    """Return the acts that need words from a vendor who will not be there."""
    if meeting.vendor != "absent":
        return {}
    return {
        slug: "before"
        for slug, act in said.items()
        if act.when == "during" and act.ask_of == "vendor" and (act.ask or act.clause)
    }


def acts_against(
    known: Mapping[str, Countermeasure],
    tricks: Sequence[Trick],
    chosen: Sequence[str] = (),
    timing: Mapping[str, Timing] = MappingProxyType({}),
) -> tuple[Act, ...]:
    """Return the acts that answer `tricks` and those that `chosen` names by slug, each once, in order.

    `known` holds every act as it is said here, by its slug. `timing` says of an act by its slug when it is
    done here; one that is never done here is left out.

    The browser follows the same order for a reader's own selection (derivation.js).
    """
    answers: dict[str, list[int]] = {slug: [] for slug in chosen}
    for number, trick in enumerate(tricks, start=1):
        for slug in trick.countermeasures:
            answers.setdefault(slug, []).append(number)

    def rank(act: Act) -> tuple[int, int, str]:
        effort = EFFORTS.index(act.countermeasure.effort)
        return -len(act.answers), effort, act.countermeasure.slug

    acts = []
    for slug, numbers in answers.items():
        entry, when = known[slug], timing.get(slug)
        if when != "never":
            acts.append(Act(entry, tuple(numbers), section_of(entry, when)))
    return tuple(sorted(acts, key=rank))
