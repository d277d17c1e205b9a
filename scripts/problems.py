"""What is wrong with the data, said to the contributor who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


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
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.path}: {self.message}" if self.path else f"{where}: {self.message}"


class ProblemsFound(Exception):
    """The data cannot become a guide; `problems` holds every fault found in the run, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ` — did you mean 'x'?` for the known name most like `name`, or an empty string."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.65)
    return f" — did you mean '{close[0]}'?" if close else ""
