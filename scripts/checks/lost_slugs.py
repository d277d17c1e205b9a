"""Find slugs that led to an entry at a git revision and lead nowhere now, so that readers' links break."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.checks.staleness import Past
from scripts.guide import Guide
from scripts.problems import Problem, fault

_KINDS = {
    "tricks": "trick",
    "content/countermeasures": "countermeasure",
    "content/meetings": "meeting",
    "content/quizzes": "quiz",
    "content/assessments": "assessment",
    "content/paths": "path",
}
"""The kinds of entries by their folder; a trick stands a folder deeper, in that of its phase."""


def lost_slugs(guide: Guide, past: Past) -> list[Problem]:
    """Return a warning for each slug, or former slug, of `past` that no entry has or lists any more.

    Raises UnknownRevision.
    """
    known = {(entry.kind, entry.slug) for entry in guide.entries()} | set(guide.heirs)
    problems = []
    for file in sorted(past.deleted | past.changed):
        for kind, slug in _slugs(file, past):
            if (kind, slug) not in known:
                lost = fault("slug-lost", kind=kind, slug=slug)
                problems.append(Problem(file, 1, 1, "", lost, level="warning"))
    return problems


def _slugs(file: str, past: Past) -> Iterator[tuple[str, str]]:
    """Yield the kind and each slug that the entry of a file had and may have lost."""
    path = PurePosixPath(file)
    folder = path.parts[0] if path.parts[0] == "tricks" else path.parent.as_posix()
    if folder not in _KINDS or path.suffix != ".yml":
        return
    if file in past.deleted:
        yield _KINDS[folder], path.stem
    data = past.data(file)
    formerly = data.get("formerly") if isinstance(data, dict) else None
    for slug in formerly if isinstance(formerly, list) else ():
        yield _KINDS[folder], str(slug)
