"""Read a guide's files into checked models; collect every fault before giving up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.entries.marked_yaml import MarkedYaml
from scripts.entries.reading import Memory, Reading
from scripts.guide import (
    CALCULATOR_FILE,
    SEVERITIES,
    Assessment,
    CostGroup,
    Countermeasure,
    Guide,
    GuidedPath,
    HandPage,
    HandWritten,
    HomePage,
    Meeting,
    Phase,
    Quiz,
    SearchWords,
    Site,
    Term,
    Trick,
    Wording,
    Written,
    is_windows_name,
)
from scripts.problems import Problem, ProblemsFound, fault
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import faults as text_faults

HOME = "index"
"""The slug of the hand-written home page."""


@dataclass(frozen=True)
class Loaded:
    """What loading made of a folder.

    `guide` is None where its frame (site, phases, words, home page) is at fault; otherwise it holds
    every entry that is sound, so that references can be checked in the same run.
    """

    guide: Guide | None
    marks: Mapping[str, MarkedYaml]
    named: Mapping[str, set[str]]
    problems: list[Problem]


def load(root: Path, memory: Memory | None = None, store: Store = NOTHING_KEPT) -> Loaded:
    """Read the guide below `root` (a folder with `content/` and `tricks/`).

    A `memory` that is handed from run to run makes each one read only the entries that changed; a `store`
    does so for runs in processes of their own.

    References between entries are not checked here but by `checks.check`.
    """
    reading = Reading(root, memory={} if memory is None else memory, store=store)
    content = root / "content"
    if not content.is_dir() or not (root / "tricks").is_dir():
        return Loaded(None, {}, {}, [Problem(".", 1, 1, "", fault("not-a-guide"))])
    site = reading.checked(Site, content / "site.yml", {})
    phases = {phase.id: phase for phase in reading.listed(Phase, content / "phases.yml")}
    if not phases and not reading.named.get("phase") and not reading.problems:
        reading.complain(content / "phases.yml", fault("no-phases"))
    wordings = _load_wordings(reading, content / "ui", site)
    pages = _load_pages(reading, content / "pages", site)
    search = _load_search_words(reading, content / "search", site)
    frame_is_sound = site is not None and phases and not reading.problems
    reading.named["page"] = set(pages)
    tricks = _load_tricks(reading, root / "tricks", sorted(reading.named.get("phase", ())))
    meetings = reading.folder(Meeting, content / "meetings")
    quizzes = reading.folder(Quiz, content / "quizzes")
    assessments = reading.folder(Assessment, content / "assessments")
    countermeasures = reading.folder(Countermeasure, content / "countermeasures")
    paths = reading.folder(GuidedPath, content / "paths")
    terms = reading.listed(Term, content / "glossary.yml")
    costs = reading.listed(CostGroup, root / CALCULATOR_FILE) if (root / CALCULATOR_FILE).is_file() else []
    guide = None
    if site is not None and frame_is_sound:
        guide = Guide(
            root=root,
            site=site,
            wordings=wordings,
            phases=phases,
            meetings=dict(sorted(meetings.items(), key=lambda item: (item[1].order, item[0]))),
            tricks=_in_reading_order(tricks, list(phases)),
            countermeasures=countermeasures,
            quizzes=dict(sorted(quizzes.items(), key=lambda item: (item[1].order, item[0]))),
            assessments=dict(sorted(assessments.items(), key=lambda item: (item[1].order, item[0]))),
            terms={term.id: term for term in terms},
            pages=pages,
            paths=dict(sorted(paths.items(), key=lambda item: (item[1].order, item[0]))),
            search=search,
            calculator={group.id: group for group in costs},
        )
    return Loaded(guide, reading.marks, reading.named, reading.problems)


def _in_reading_order(tricks: Mapping[str, Trick], phases: list[str]) -> dict[str, Trick]:
    def place(trick: Trick) -> tuple[int, int, str]:
        return phases.index(trick.phase), SEVERITIES.index(trick.severity), trick.slug

    return {trick.slug: trick for trick in sorted(tricks.values(), key=place)}


def _load_tricks(reading: Reading, folder: Path, phases: Sequence[str]) -> dict[str, Trick]:
    tricks: dict[str, Trick] = {}
    for subfolder in sorted(folder.iterdir()):
        if subfolder.name.startswith("."):
            continue
        if not subfolder.is_dir():
            reading.complain(subfolder, fault("trick-outside-phase"))
        elif is_windows_name(subfolder.name):
            reading.complain(subfolder, fault("windows-name", name=subfolder.name))
        elif phases and subfolder.name not in phases:
            unknown = fault("unknown-reference", kind="phase", name=subfolder.name, among=phases)
            reading.complain(subfolder, unknown)
        else:
            for slug, trick in reading.folder(Trick, subfolder, phase=subfolder.name).items():
                if slug in tricks:
                    taken = fault("slug-taken", slug=slug, file=tricks[slug].file)
                    reading.complain(root_file(reading, trick), taken)
                tricks[slug] = trick
    return tricks


def root_file(reading: Reading, trick: Trick) -> Path:
    """Return the path of a trick's file."""
    return reading.root / trick.file


def _load_wordings(reading: Reading, folder: Path, site: Site | None) -> dict[str, Wording]:
    wordings = {}
    for code in site.locales if site else []:
        path = folder / f"{code}.yml"
        if not path.is_file():
            reading.complain(path, fault("locale-without-words", locale=code))
            continue
        wording = reading.checked(Wording, path, {"code": code})
        if wording:
            wordings[code] = wording
    return wordings


def _load_search_words(reading: Reading, folder: Path, site: Site | None) -> dict[str, SearchWords]:
    """Read the search words of each language that has some; a language can do without."""
    found = {}
    for code in site.locales if site else []:
        path = folder / f"{code}.yml"
        words = reading.checked(SearchWords, path, {"code": code}) if path.is_file() else None
        if words:
            found[code] = words
    return found


def _load_pages(reading: Reading, folder: Path, site: Site | None) -> dict[str, dict[str, HandWritten]]:
    pages: dict[str, dict[str, HandWritten]] = {}
    for code in site.locales if site else []:
        for path in reading.entry_files(folder / code, ".md"):
            page = _load_page(reading, path)
            if page:
                pages.setdefault(path.stem, {})[code] = page
    if site and site.default_locale not in pages.get(HOME, {}):
        home = folder / site.default_locale / f"{HOME}.md"
        reading.problems.append(Problem(reading.shown(home), 1, 1, "", fault("no-home-page")))
    return pages


def _load_page(reading: Reading, path: Path) -> HandWritten | None:
    file = reading.shown(path)
    text = reading.text(path)
    if text is None:
        return None
    try:
        written = Written.apart(text, file)
    except ProblemsFound as found:
        reading.problems += found.problems
        return None
    marked = reading.parsed(path, written.front)
    kind = HomePage if path.stem == HOME else HandPage
    front = reading.model(kind, marked, {}) if marked else None
    faults = list(text_faults.locate_faults(written.body, "page"))
    for each in faults:
        line, column = written.first_line + each.line, each.column + 1
        reading.problems.append(Problem(file, line, column, "body", each.fault))
    if front is None or faults:
        return None
    return HandWritten(file, front, written.body, written.first_line)
