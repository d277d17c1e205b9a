"""The whole guide as one checked, ordered, read-only value."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from scripts.guide.assessment import Assessment
from scripts.guide.calculator import CostGroup, KindOfPurchase
from scripts.guide.guided_path import GuidedPath
from scripts.guide.hand_written import HandWritten
from scripts.guide.meeting import Meeting
from scripts.guide.model import ClauseSubject, Countermeasure, Entry, Listed, Phase, Quiz, Source, Term, Trick
from scripts.guide.site import Site
from scripts.guide.wording import SearchWords, Wording
from scripts.texts import Text

SEVERITIES = ("high", "medium", "low")
PHASES_FILE = "content/phases.yml"
GLOSSARY_FILE = "content/glossary.yml"


Origin = Literal["", "added", "replaced"]
"""Where a part is from: the guide itself, or a folder laid over it that adds or replaces it."""


@dataclass(frozen=True)
class Overlay:
    """A folder laid over the guide's own: its files' names begin with `top`, which ends in `/`.

    `replaced` are its parts that stand in the place of the guide's: file, and the id where it is a list.
    """

    top: str
    replaced: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Logo:
    """The mark beside the site's name: the name of its file, and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Placed:
    """A part at the top of a file, or of a file's list at `at`; `title` names it to readers."""

    file: str
    at: tuple[int, ...]
    part: Entry | ClauseSubject | Phase | Term | CostGroup | KindOfPurchase
    title: Text
    reference: tuple[str, str]
    """The kind and name by which its page is found."""


@dataclass(frozen=True, eq=False)
class Guide:
    """Everything a build needs. Mappings are by slug, in the order in which readers see them.

    A guide is equal to itself alone: what follows from it can be kept by it.
    """

    root: Path
    site: Site
    wordings: Mapping[str, Wording]
    phases: Mapping[str, Phase]
    meetings: Mapping[str, Meeting]
    tricks: Mapping[str, Trick]
    countermeasures: Mapping[str, Countermeasure]
    quizzes: Mapping[str, Quiz]
    assessments: Mapping[str, Assessment]
    terms: Mapping[str, Term]
    pages: Mapping[str, Mapping[str, HandWritten]]
    paths: Mapping[str, GuidedPath]
    search: Mapping[str, SearchWords]
    calculator: Mapping[str, CostGroup]
    kinds_of_purchase: Mapping[str, KindOfPurchase]
    clause_subjects: Mapping[str, ClauseSubject]
    overlay: Overlay | None = None
    logo: Logo | None = None

    @property
    def tops(self) -> list[str]:
        """What names of its files begin with: its own with nothing, then those of what is laid over it."""
        return ["", *([self.overlay.top] if self.overlay else ())]

    @property
    def folders(self) -> list[Path]:
        """The folders in which its files stand: its own, then what is laid over it."""
        return [self.root / top for top in self.tops]

    def is_local(self, file: str) -> bool:
        """Tell whether a file, by its name in messages, is of what is laid over the guide."""
        return self.overlay is not None and file.startswith(self.overlay.top)

    def origin(self, part: Entry | Listed | HandWritten) -> Origin:
        """Return whether a part is the guide's own, or was added or replaced by what is laid over it."""
        if self.overlay is None or not self.is_local(part.file):
            return ""
        return "replaced" if (part.file, getattr(part, "id", "")) in self.overlay.replaced else "added"

    def entries(self) -> Iterator[Entry]:
        """Yield every entry that has a file of its own."""
        yield from self.tricks.values()
        yield from self.countermeasures.values()
        yield from self.meetings.values()
        yield from self.quizzes.values()
        yield from self.assessments.values()
        yield from self.paths.values()

    def placed(self) -> Iterator[Placed]:
        """Yield every part that has texts, with where it stands."""
        for entry in self.entries():
            yield Placed(entry.file, (), entry, entry.name, (entry.kind, entry.slug))
        for phase in self.phases.values():
            yield Placed(phase.file, (phase.position,), phase, phase.name, ("phase", phase.id))
        for term in self.terms.values():
            yield Placed(term.file, (term.position,), term, term.term, ("term", term.id))
        for group in self.calculator.values():
            at = (group.position,)
            yield Placed(group.file, at, group, group.name, ("calculator", group.id))
        for kind in self.kinds_of_purchase.values():
            yield Placed(kind.file, (kind.position,), kind, kind.name, ("kind", kind.id))
        for subject in self.clause_subjects.values():
            yield Placed(subject.file, (subject.position,), subject, subject.name, ("subject", subject.id))

    def citing(self) -> Iterator[Trick | Countermeasure]:
        """Yield every entry that may cite sources."""
        yield from self.tricks.values()
        yield from self.countermeasures.values()

    def sources(self) -> Iterator[tuple[str, tuple[str | int, ...], Source]]:
        """Yield every source with its file and where it stands there."""
        for entry in self.citing():
            for index, source in enumerate(entry.sources):
                yield entry.file, ("sources", index), source
        for kind in self.kinds_of_purchase.values():
            for number, share in enumerate(kind.shares):
                for index, source in enumerate(share.sources):
                    yield kind.file, (kind.position, "shares", number, "sources", index), source

    @property
    def assessment(self) -> Assessment | None:
        """The guide's own assessment, the first; None where there is none."""
        return next(iter(self.assessments.values()), None)

    @cached_property
    def tricks_by_countermeasure(self) -> Mapping[str, list[Trick]]:
        """The tricks that each countermeasure answers."""
        return _gathered(self.countermeasures, self.tricks.values(), lambda trick: trick.countermeasures)

    @cached_property
    def naming(self) -> Mapping[str, list[str]]:
        """The tricks that name each trick as related."""
        found: dict[str, list[str]] = {}
        for trick in self.tricks.values():
            for slug in trick.related:
                found.setdefault(slug, []).append(trick.slug)
        return found

    def related(self, trick: Trick) -> list[Trick]:
        """Return the related tricks: those it names, then those that name it."""
        return [
            self.tricks[slug] for slug in dict.fromkeys([*trick.related, *self.naming.get(trick.slug, ())])
        ]

    @cached_property
    def heirs(self) -> Mapping[tuple[str, str], str]:
        """The slug of the entry that took over each former one, by its kind and former slug."""
        return {(entry.kind, slug): entry.slug for entry in self.entries() for slug in entry.formerly}

    def counts(self, trick: str) -> bool:
        """Tell whether the calculator asks for what a trick would cost."""
        return any(trick in each.tricks for group in self.calculator.values() for each in group.inputs)

    def counts_for(self, meeting: str) -> bool:
        """Tell whether the list of a meeting leads to the calculator."""
        return any(meeting in group.meetings for group in self.calculator.values())

    def tricks_of_phase(self, phase: str) -> list[Trick]:
        """Return the tricks of a phase, the costliest first."""
        return [*self._tricks_by_phase.get(phase, ())]

    @cached_property
    def _tricks_by_phase(self) -> Mapping[str, list[Trick]]:
        return _gathered(self.phases, self.tricks.values(), lambda trick: [trick.phase])

    def tricks_of_meeting(self, meeting: str) -> list[Trick]:
        """Return the tricks to expect in a meeting."""
        return [*self._tricks_by_meeting.get(meeting, ())]

    @cached_property
    def _tricks_by_meeting(self) -> Mapping[str, list[Trick]]:
        return _gathered(self.meetings, self.tricks.values(), lambda trick: trick.meetings)


def _gathered(
    names: Iterable[str], tricks: Iterable[Trick], named: Callable[[Trick], Sequence[str]]
) -> Mapping[str, list[Trick]]:
    """Return the tricks that name each of `names`, looked through once."""
    found: dict[str, list[Trick]] = {name: [] for name in names}
    for trick in tricks:
        for name in dict.fromkeys(named(trick)):
            if name in found:
                found[name].append(trick)
    return found
