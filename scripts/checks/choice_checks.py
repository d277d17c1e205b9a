"""What an editor chose for a meeting, a lesson or a clause: whether it is there and has a use."""

from collections.abc import Iterator, Mapping, Sequence, Set

from scripts.checks import former_checks
from scripts.derived import checklist_for, worded
from scripts.entries import FieldPath, MarkedYaml
from scripts.guide import PHASES_FILE, Guide, Meeting, Phase, TriedLine
from scripts.problems import Problem, fault

Marks = Mapping[str, MarkedYaml]


def references(guide: Guide) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield file, path, kind and name of all that a meeting, a lesson or a clause names."""
    for meeting in guide.meetings.values():
        for name in ("short", "first", "ask_ahead", "drafts"):
            for index, slug in enumerate(getattr(meeting, name)):
                yield meeting.file, (name, index), "countermeasure", slug
        for name in ("timing", "worded"):
            for slug in getattr(meeting, name):
                yield meeting.file, (name, slug), "countermeasure", slug
    for _, at, line in _lines(guide):
        yield PHASES_FILE, (*at, "trick"), "trick", line.trick
        yield PHASES_FILE, (*at, "answer"), "countermeasure", line.answer
    for act in guide.countermeasures.values():
        if act.clause_subject is not None:
            yield act.file, ("clause_subject",), "subject", act.clause_subject


_HEADS = ("clause_caption", "clause_subject")
"""What every clause has: without it nobody finds the clause, and the other side reads the buyer's move."""


def misheaded(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Find clauses without a caption or a subject, and what is said of a clause that is not there."""
    for act in guide.countermeasures.values():
        for field in (*_HEADS, "clause_matter"):
            said = getattr(act, field) is not None
            if said and act.clause is None:
                yield marks[act.file].problem((field,), fault("no-clause", field=field), at_key=True)
            elif act.clause is not None and not said and field in _HEADS:
                lacking = fault("clause-without-head", field=field)
                yield marks[act.file].problem(("clause",), lacking, at_key=True)


def _lines(guide: Guide) -> Iterator[tuple[Phase, FieldPath, TriedLine]]:
    """Yield each line that is tried in a lesson, with its phase and where it stands."""
    for phase in guide.phases.values():
        for index, line in enumerate(phase.lesson.lines if phase.lesson else ()):
            yield phase, (phase.position, "lesson", "lines", index), line


def mistaught(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Find lines of a lesson whose trick, sign or answer do not belong together."""
    seen: set[tuple[str, str]] = set()
    for phase, at, line in _lines(guide):
        marked, trick = marks[PHASES_FILE], guide.tricks.get(line.trick)
        if trick is None:
            continue
        if trick.phase != phase.id:
            yield marked.problem((*at, "trick"), fault("trick-of-another-phase", name=line.trick))
        elif (phase.id, line.trick) in seen:
            yield marked.problem((*at, "trick"), fault("listed-twice", item=line.trick))
        seen.add((phase.id, line.trick))
        signs = sorted(sign.id for sign in trick.warning_signs)
        if line.sign not in signs:
            unknown = fault("unknown-reference", kind="sign", name=line.sign, among=signs)
            yield marked.problem((*at, "sign"), unknown)
        act = guide.countermeasures.get(line.answer)
        if act is not None and (line.answer not in trick.countermeasures or act.ask is None):
            yield marked.problem((*at, "answer"), fault("no-answer-aloud", name=line.answer))


def mistold(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Find what a trick is said to be recognised by, and which is none of its signs, or twice the same."""
    for trick in guide.tricks.values():
        named = trick.recognised_by.signs if trick.recognised_by else []
        signs = sorted(sign.id for sign in trick.warning_signs)
        for index, name in enumerate(named):
            at = ("recognised_by", "signs", index)
            if name in named[:index]:
                yield marks[trick.file].problem(at, fault("listed-twice", item=name))
            elif name not in signs:
                unknown = fault("unknown-reference", kind="sign", name=name, among=signs)
                yield marks[trick.file].problem(at, unknown)


def misplaced(guide: Guide, marks: Marks, meetings: Sequence[str]) -> Iterator[Problem]:
    """Find signs that are none, and acts that are named in a meeting where they have no use.

    `meetings` are all that have a file, sound or not: while one is at fault, it may hold any act.
    """
    for meeting in guide.meetings.values():
        marked = marks[meeting.file]
        yield from _unknown_signs(guide, meeting, marked)
        here = {act for trick in guide.tricks_of_meeting(meeting.slug) for act in trick.countermeasures}
        held = {slug for slug in here if meeting.timing.get(slug) != "never"}
        for index, slug in enumerate(meeting.short):
            if slug in guide.countermeasures and slug not in held:
                yield marked.problem(("short", index), fault("idle-act", name=slug))
        for slug in meeting.timing:
            if slug in guide.countermeasures and slug not in here:
                yield marked.problem(("timing", slug), fault("idle-act", name=slug), at_key=True)
        for slug in meeting.worded:
            if slug in guide.countermeasures and slug not in held:
                yield marked.problem(("worded", slug), fault("idle-act", name=slug), at_key=True)
        yield from _unasked(guide, meeting, marked)
        yield from _unsendable(guide, meeting, marked)
    if set(meetings) <= set(guide.meetings):
        yield from _homeless(guide, marks)


def _unknown_signs(guide: Guide, meeting: Meeting, marked: MarkedYaml) -> Iterator[Problem]:
    known = {
        f"{trick.slug}/{sign.id}"
        for trick in guide.tricks_of_meeting(meeting.slug)
        for sign in trick.warning_signs
    }
    seen: set[str] = set()
    for index, name in enumerate(meeting.signs):
        if name in seen:
            yield marked.problem(("signs", index), fault("listed-twice", item=name))
        elif name not in known:
            trick = name.partition("/")[0]
            former = ("trick", trick) in guide.heirs
            kind, wanted = ("trick", trick) if former else ("sign", name)
            unknown = former_checks.unknown_reference(guide, kind, wanted, sorted(known))
            yield marked.problem(("signs", index), unknown)
        seen.add(name)


def _unasked(guide: Guide, meeting: Meeting, marked: MarkedYaml) -> Iterator[Problem]:
    """Find what is to be asked first and has no number on the sheet that lies on the table."""
    # A list that names what is not there has a fault already, and none can be made of it.
    known = guide.countermeasures
    acts = {slug for trick in guide.tricks_of_meeting(meeting.slug) for slug in trick.countermeasures}
    if not meeting.first or not acts <= set(known):
        return
    spoken = {act.countermeasure.slug for act in checklist_for(guide, meeting).spoken}
    for index, slug in enumerate(meeting.first):
        if slug in known and slug not in spoken.intersection(meeting.short):
            yield marked.problem(("first", index), fault("asked-by-nobody", name=slug))


def _unsendable(guide: Guide, meeting: Meeting, marked: MarkedYaml) -> Iterator[Problem]:
    if meeting.vendor == "absent" and meeting.ask_ahead:
        yield marked.problem(("ask_ahead",), fault("sent-to-nobody"), at_key=True)
    for index, slug in enumerate(meeting.ask_ahead):
        entry = guide.countermeasures.get(slug)
        if entry is not None and worded(meeting, entry).ask_in_writing is None:
            yield marked.problem(("ask_ahead", index), fault("nothing-to-send", name=slug))
    for index, slug in enumerate(meeting.drafts):
        entry = guide.countermeasures.get(slug)
        if entry is not None and (worded(meeting, entry).clause is None or slug not in meeting.ask_ahead):
            yield marked.problem(("drafts", index), fault("idle-draft", name=slug))


def _homeless(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Find acts that answer a trick and that no meeting can hold."""
    held: Set[str] = {
        slug
        for meeting in guide.meetings.values()
        for trick in guide.tricks_of_meeting(meeting.slug)
        for slug in trick.countermeasures
        if meeting.timing.get(slug) != "never"
    }
    for slug, entry in guide.countermeasures.items():
        if guide.tricks_by_countermeasure[slug] and slug not in held:
            yield marks[entry.file].problem((), fault("act-without-meeting"))
