"""What is wrong with the data, for the contributor who wrote it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from rapidfuzz import fuzz, process

from scripts.problems.rulebook import REFERENCE, Rulebook

Level = Literal["error", "warning"]

MOST = 50
"""The most errors, and the most warnings, that are told of one file: nobody mends more in one go."""
LONGEST_NAME = 200
"""The longest name for which a known one is looked for; none of ours has half of it."""
_OF_A_PLACE = {
    *("not-a-guide", "wrong-ending", "not-a-file", "bad-file-name", "windows-name", "trick-outside-phase"),
    *("slug-taken", "unknown-reference", "locale-without-words", "outside-folder"),
    *("not-an-overlay", "overlay-is-guide", "stray-in-overlay"),
}
"""The rules that a whole file or folder breaks by its name or place."""
ALIKE = 65
"""The least likeness, of 100, at which a known name is taken to be meant."""


@dataclass(frozen=True, order=True)
class Fault:
    """A rule that a text or field breaks, without the place.

    `rule` names an entry of `rules/<locale>.yml` in this room, `values` fill its placeholders, `near` is
    the known name that was probably meant.
    """

    rule: str
    values: tuple[tuple[str, str], ...] = ()
    near: str = ""

    def said(self, rulebook: Rulebook = REFERENCE) -> str:
        """Return the fault in the rulebook's language, on one line."""
        return rulebook.say(self.rule, dict(self.values), self.near)

    def mend(self, rulebook: Rulebook = REFERENCE) -> str:
        """Return how to mend it, in the rulebook's language."""
        return rulebook.mend(self.rule, dict(self.values))


def visible(text: str, longest: int = 300) -> str:
    """Return `text` so that a terminal shows it as it is: on one line, with no unseen signs, not endless."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def fault(rule: str, *, among: Iterable[str] = (), **values: object) -> Fault:
    """Make a Fault; `among` are the known names, to which the value `name` is compared."""
    near = nearest(str(values.get("name", "")), among)
    return Fault(rule, tuple(sorted((key, visible(str(value))) for key, value in values.items())), near)


class Faulty(ValueError):
    """A value breaks rules; raised inside pydantic's validators, which add the place."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(each.said() for each in faults))

    def __reduce__(self) -> tuple[type["Faulty"], tuple[Fault, ...]]:
        """Cross from one process to another with the faults themselves, not with their words."""
        return Faulty, self.faults


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place.

    `file` is relative to the guide's root, `line` and `column` count from 1 as editors do,
    `path` names the field (`quiz.0.options.2.why.es`); it is empty for a whole file.
    """

    file: str
    line: int
    column: int
    path: str
    fault: Fault
    level: Level = field(default="error")

    @property
    def message(self) -> str:
        """The fault in English."""
        return self.fault.said()

    def said(self, rulebook: Rulebook = REFERENCE) -> str:
        """Return the problem as one line that editors can follow to its place."""
        where = f"{self.file}:{self.line}:{self.column}"
        kind = f"{rulebook.word('warning')}: " if self.level == "warning" else ""
        path = f"{self.path}: " if self.path else ""
        return f"{where}: {kind}{path}{self.fault.said(rulebook)}"

    def __str__(self) -> str:
        return self.said()


class ProblemsFound(Exception):
    """The data cannot become a guide; `problems` holds every fault found in the run, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["ProblemsFound"], tuple[list[Problem]]]:
        """Cross from one process to another with the problems themselves, not with their words."""
        return ProblemsFound, (self.problems,)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, or an empty string."""
    if not name or len(name) > LONGEST_NAME:
        return ""
    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else ""


def bounded(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order, each once, and no more than `MOST` of a level in one file.

    A misplaced file comes first, then each file by its name. What is left out is told by its number, at
    the first place of it.
    """
    counts: Counter[tuple[str, Level]] = Counter()
    untold: Counter[tuple[str, Level]] = Counter()
    kept: list[Problem] = []
    left_out: dict[tuple[str, Level], Problem] = {}
    for problem in sorted(set(problems)):
        kind = problem.file, problem.level
        more = int(dict(problem.fault.values)["count"]) if problem.fault.rule == "and-more" else 0
        counts[kind] += not more
        if more or counts[kind] > MOST:
            untold[kind] += more or 1
            left_out.setdefault(kind, problem)
        else:
            kept.append(problem)
    for kind, first in left_out.items():
        rest = fault("and-more", count=untold[kind])
        kept.append(replace(first, path="", fault=rest))
    return sorted(kept, key=_in_order)


def _in_order(problem: Problem) -> tuple[bool, Problem]:
    """Return what puts a file or folder that cannot be where it is first: other faults follow from it."""
    return bool(problem.path) or problem.fault.rule not in _OF_A_PLACE, problem


def levels(problems: Iterable[Problem]) -> Mapping[Level, list[Problem]]:
    """Return the errors and the warnings, each in the order given."""
    found: dict[Level, list[Problem]] = {"error": [], "warning": []}
    for problem in problems:
        found[problem.level].append(problem)
    return found
