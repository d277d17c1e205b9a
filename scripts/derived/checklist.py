"""Derive the checklist of a meeting from its tricks and their countermeasures.

Where an act stands follows from what it is, so that each countermeasure has one box on the list,
whatever number of tricks it answers:

- **before**, **after**: its `when`. Beside it, the effort, since one has to begin in time.
- **ask**: done at the table with words alone; it has no `clause`.
- **in writing**: done at the table and worth nothing until it is written; it has a `clause`.

A meeting's `timing` may move an act, keep it for when it is needed, or strike it, and its `worded` says it in
that meeting's own way. Before there is a contract only the acts of its `drafts` have a clause, and once it is
signed none has: what is done at the table without one is done with words alone. Where the vendor is absent,
what is said to the vendor is said before the meeting, unless `timing` knows better. The question of an act,
what a good answer shows and its clause stand inside that one item. What is carried into the room is chosen by
an editor: the short list and the printed signs. Of the short list, what is said at the table may lie open
there: it is the numbered questions of the meeting sheet.

A list is read in `parts`, the same on the page and on paper: what the editor chose first, in the editor's
order, so that whoever knows the sheet finds it again; what else is worth asking is a part of its own. The
others stand by the phase of the purchase that they guard, in its order, and within a phase the act that
answers most tricks comes first, then the quicker, then the name of its file. Where the tricks of an act are
of several phases, it stands in the phase of most of those that this meeting has, and where phases are even,
in the earliest: an act done too early still helps, one done too late does not. The warning signs stand apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

When = Literal["before", "during", "after", "if-needed"]
Timing = When | Literal["never"]
Section = Literal["before", "ask", "in_writing", "after", "if_needed"]
SECTIONS: Sequence[Section] = ("before", "ask", "in_writing", "after", "if_needed")
Part = Literal["before", "ask", "also", "after", "if_needed"]
PARTS: Sequence[Part] = ("before", "ask", "also", "after", "if_needed")
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
        found = {section: tuple(act for act in self.acts if act.section == section) for section in SECTIONS}
        return {section: acts for section, acts in found.items() if acts}

    @property
    def spoken(self) -> tuple[Act, ...]:
        """The acts that are said at the table, in their order: whoever sits there may read them."""
        return tuple(act for act in self._at_the_table if self._may_be_read(act))

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number that each question of the meeting sheet has there, from 1, by the name of its act."""
        return {act.countermeasure.slug: number for number, act in enumerate(self.short.spoken, start=1)}

    @property
    def first(self) -> tuple[tuple[int, Act], ...]:
        """What an editor would ask first where time is short, each with its number on the meeting sheet."""
        asked, numbers = self.short.spoken, self.numbers
        return tuple((n, asked[n - 1]) for slug in self.meeting.first if (n := numbers.get(slug)))

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
    def parts(self) -> dict[Part, dict[str, tuple[Act, ...]]]:
        """The acts of each part that has any, in order, by the phase they guard, "" where it is not named."""
        asked, numbers = self.short.spoken, self.numbers
        others = self._by_phase(act for act in self._at_the_table if act.countermeasure.slug not in numbers)
        before, after, rare = ({"": self._chosen_first(part)} for part in ("before", "after", "if_needed"))
        ask, also = ({"": asked}, others) if asked else (others, {})
        parts = zip(PARTS, (before, ask, also, after, rare), strict=True)
        return {part: groups for part, groups in parts if any(groups.values())}

    @property
    def in_order(self) -> list[Act]:
        """All acts, as they are read."""
        return [act for groups in self.parts.values() for acts in groups.values() for act in acts]

    def _chosen_first(self, section: Section) -> tuple[Act, ...]:
        chosen = [act for act in self.short.acts if act.section == section]
        left = [act for act in self.sections.get(section, ()) if act not in chosen]
        return (*chosen, *(act for acts in self._by_phase(left).values() for act in acts))

    def _by_phase(self, acts: Iterable[Act]) -> dict[str, tuple[Act, ...]]:
        """Return acts by phase, in the order of the purchase; one phase alone needs no name."""
        found: dict[str, tuple[Act, ...]] = {trick.phase: () for trick in self.tricks}
        for act in acts:
            found[self.phase_of(act)] += (act,)
        named = {phase: inside for phase, inside in found.items() if inside}
        return named if len(named) > 1 else {"": sum(named.values(), ())}

    def phase_of(self, act: Act) -> str:
        """Return the phase of most of the tricks that the act answers here; of even ones, the earliest."""
        return Counter(self.tricks[number - 1].phase for number in act.answers).most_common(1)[0][0]

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
        acts = (by_slug[slug] for slug in self.meeting.short if slug in by_slug)
        return replace(self, acts=tuple(acts), most_signs=SIGNS_ON_A_SHEET)


def section_of(countermeasure: Countermeasure, when: When | None = None) -> Section:
    """Return the section of a checklist in which the countermeasure stands; `when` overrides its own."""
    when = when or countermeasure.when
    if when == "during":
        return "in_writing" if countermeasure.clause else "ask"
    return "if_needed" if when == "if-needed" else when


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
    done here; one that is never done here is left out. The browser follows the same order for a reader's own
    selection (derivation.js).
    """
    answers: dict[str, list[int]] = {slug: [] for slug in chosen}
    for number, trick in enumerate(tricks, start=1):
        for slug in trick.countermeasures:
            answers.setdefault(slug, []).append(number)

    def rank(act: Act) -> tuple[int, int, str]:
        return -len(act.answers), EFFORTS.index(act.countermeasure.effort), act.countermeasure.slug

    acts = []
    for slug, numbers in answers.items():
        entry, when = known[slug], timing.get(slug)
        if when != "never":
            acts.append(Act(entry, tuple(numbers), section_of(entry, when)))
    return tuple(sorted(acts, key=rank))
