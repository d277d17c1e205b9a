"""Find texts that changed in one language while another stayed, by comparing with a git revision."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.entries import FieldPath, MarkedYaml, parse_marked
from scripts.guide import Guide, Placed
from scripts.problems import Fault, Level, Problem, ProblemsFound, fault
from scripts.texts import Text

_Found = tuple[str, FieldPath, Fault]
"""A file, a place in it and how a locale was left behind there."""


class UnknownRevision(Exception):
    """Git does not know the revision, or the guide is in no repository; the message is git's."""


def left_behind(
    guide: Guide, marks: Mapping[str, MarkedYaml], past: "Past", *, strict: bool = False
) -> list[Problem]:
    """Return a warning, an error if `strict`, for each text that one language left behind since `past`.

    A locale named in the entry's `stale` is known to be behind and not reported. Raises
    UnknownRevision.
    """
    found = [*_parts_left_behind(guide, marks, past), *_pages_left_behind(guide, past)]
    level: Level = "error" if strict else "warning"
    return sorted(marks[file].problem(path, behind, level=level) for file, path, behind in found)


class Past:
    """What the files of the guide below `root` held where the branch left `revision`.

    Raises UnknownRevision.
    """

    def __init__(self, root: Path, revision: str) -> None:
        self._root = root
        self._base = self._git("merge-base", "--end-of-options", revision, "HEAD").strip()
        # --diff-filter=M: a new file has no older words, and a deleted one has no words at all.
        self.changed = self._differing("M")
        self.deleted = self._differing("D")
        self._read: dict[str, object] = {}

    def _differing(self, how: str) -> frozenset[str]:
        options = ("--name-only", "--relative", "--no-renames", f"--diff-filter={how}")
        return frozenset(self._git("diff", *options, self._base, "--", ".").splitlines())

    def data(self, file: str) -> object:
        """Return the data that `file` held, None where it could not be read as YAML."""
        if file not in self._read:
            try:
                self._read[file] = parse_marked(self._git("show", f"{self._base}:./{file}"), file).data
            except ProblemsFound:
                self._read[file] = None
        return self._read[file]

    def _git(self, *arguments: str) -> str:
        return git(self._root, *arguments)


def git(root: Path, *arguments: str) -> str:
    """Return what git says in the folder `root`; raises UnknownRevision with git's words."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise UnknownRevision("git is not installed") from None
    if done.returncode:
        raise UnknownRevision(done.stderr.strip() or "the histories have nothing in common")
    return done.stdout


def _parts_left_behind(guide: Guide, marks: Mapping[str, MarkedYaml], past: Past) -> Iterator[_Found]:
    for placed in guide.placed():
        if placed.file not in past.changed:
            continue
        for path, text in placed.part.texts():
            where = (*placed.at, *path)
            old = _same_place(past.data(placed.file), marks[placed.file].data, where)
            if isinstance(old, dict):
                changed, unchanged = _compared(text, old)
                for locale in unchanged - set(placed.part.stale) if changed else ():
                    yield placed.file, (*where, locale), _behind(locale, changed, _target(placed))


def _pages_left_behind(guide: Guide, past: Past) -> Iterator[_Found]:
    for versions in guide.pages.values():
        moved = {code for code, page in versions.items() if page.file in past.changed}
        for locale, page in versions.items():
            if moved and page.file not in past.changed and not page.front.stale:
                yield page.file, (), _behind(locale, moved, page.file)


def _behind(locale: str, changed: set[str], target: str) -> Fault:
    return fault("left-behind", locale=locale, changed=", ".join(sorted(changed)), target=target)


def _target(placed: Placed) -> str:
    """Return how the command line names the part."""
    return f"{placed.file}#{placed.reference[1]}" if placed.at else placed.file


def _compared(text: Text, old: Mapping[str, object]) -> tuple[set[str], set[str]]:
    """Return the locales whose words changed and those whose words stayed; new ones are neither."""
    same = {
        locale: _folded(words) == _folded(old[locale]) for locale, words in text.root.items() if locale in old
    }
    return {locale for locale in same if not same[locale]}, {locale for locale in same if same[locale]}


def _folded(words: object) -> str:
    """Return the words with white space folded: a new line break is no change of the text."""
    return " ".join(str(words).split())


def _same_place(before: object, now: object, path: FieldPath) -> object:
    """Return what stood before at the place `path` of now; items of a list are known by their id."""
    for step in path:
        if isinstance(before, list) and isinstance(now, list) and isinstance(step, int):
            now = now[step]
            identity = now.get("id") if isinstance(now, dict) else None
            if identity is not None:
                before = next((o for o in before if isinstance(o, dict) and o.get("id") == identity), None)
            else:
                before = before[step] if step < len(before) else None
        elif isinstance(before, dict) and isinstance(now, dict):
            before, now = before.get(step), now.get(step)
        else:
            return None
    return before
