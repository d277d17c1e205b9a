"""What a run made of each entry's file, for the next run in the same process."""

from dataclasses import dataclass
from pathlib import Path

from scripts.entries.marked_yaml import MarkedYaml
from scripts.guide import Entry
from scripts.problems import Problem


@dataclass(frozen=True)
class Remembered:
    """What an earlier run made of one entry's file, and the state of the file it was made of."""

    state: tuple[int, int, tuple[tuple[str, str], ...]]
    entry: Entry | None
    marked: MarkedYaml | None
    problems: tuple[Problem, ...]


Memory = dict[Path, Remembered]
"""What earlier runs read, by file: hand it to the next run, which reads only what changed."""
