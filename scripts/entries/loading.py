"""Read a guide's files into checked models; collect every fault before giving up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scripts.entries.layers import Layers
from scripts.entries.logo import read_logo
from scripts.entries.marked_yaml import MarkedYaml
from scripts.entries.memory import Memory
from scripts.entries.reading import Reading
from scripts.guide import (
    CALCULATOR_FILE,
    GLOSSARY_FILE,
    KINDS_FILE,
    PHASES_FILE,
    SEVERITIES,
    Assessment,
    ClauseSubject,
    CostGroup,
    Countermeasure,
    Guide,
    GuidedPath,
    HandPage,
    HandWritten,
    HomePage,
    KindOfPurchase,
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


def load(
    root: Path, memory: Memory | None = None, store: Store = NOTHING_KEPT, overlay: Path | None = None
) -> Loaded:
    """Read the guide below `root` (a folder with `content/` and `tricks/`), and what `overlay` lays over it.

    A `memory` that is handed from run to run makes each one read only the entries that changed; a `store`
    does so for runs in processes of their own.

    References between entries are not checked here but by `checks.check`.
    """
    reading = Reading(root, root, memory={} if memory is None else memory, store=store)
    layers = Layers(reading, overlay)
    if nothing := layers.fault():
        return Loaded(None, {}, {}, [nothing])
    site = layers.one(Site, "content/site.yml", {})
    locales = site.locales if site else []
    phases = layers.listed(Phase, PHASES_FILE)
    if not phases and not reading.named.get("phase") and not reading.problems:
        reading.complain(root / PHASES_FILE, fault("no-phases"))
    known_phases = sorted(reading.named.get("phase", ()))
    reading.begin(Trick, {root / "tricks" / phase: {"phase": phase} for phase in known_phases})
    reading.begin(Countermeasure, {root / "content/countermeasures": {}})
    wordings = _load_wordings(layers, locales)
    pages = _load_pages(layers, site)
    search = _load_search_words(layers, locales)
    frame_is_sound = site is not None and phases and not reading.problems
    if site:
        layers.complain_of_strays(locales, site.logo)
    logo = read_logo(layers.every, site.logo) if site and site.logo else None
    reading.named["page"] = set(pages)
    tricks = layers.merged(lambda layer: _load_tricks(layer, layer.top / "tricks", known_phases))
    meetings = layers.folder(Meeting, "content/meetings")
    quizzes = layers.folder(Quiz, "content/quizzes")
    assessments = layers.folder(Assessment, "content/assessments")
    countermeasures = layers.folder(Countermeasure, "content/countermeasures")
    paths = layers.folder(GuidedPath, "content/paths")
    terms = layers.listed(Term, GLOSSARY_FILE)
    costs = layers.listed(CostGroup, CALCULATOR_FILE) if layers.has(CALCULATOR_FILE) else {}
    kinds = layers.listed(KindOfPurchase, KINDS_FILE) if layers.has(KINDS_FILE) else {}
    listed = layers.has(ClauseSubject.place)
    subjects = layers.listed(ClauseSubject, ClauseSubject.place) if listed else {}
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
            terms=terms,
            pages=pages,
            paths=dict(sorted(paths.items(), key=lambda item: (item[1].order, item[0]))),
            search=search,
            calculator=costs,
            kinds_of_purchase=kinds,
            clause_subjects=subjects,
            overlay=layers.overlay,
            logo=logo,
        )
    return Loaded(guide, reading.marks, reading.named, reading.problems)


def _in_reading_order(tricks: Mapping[str, Trick], phases: list[str]) -> dict[str, Trick]:
    def place(trick: Trick) -> tuple[int, int, str]:
        return phases.index(trick.phase), SEVERITIES.index(trick.severity), trick.slug

    return {trick.slug: trick for trick in sorted(tricks.values(), key=place)}


def _load_tricks(reading: Reading, folder: Path, phases: Sequence[str]) -> dict[str, Trick]:
    tricks: dict[str, Trick] = {}
    for subfolder in sorted(folder.iterdir()) if folder.is_dir() else ():
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


def _load_wordings(layers: Layers, locales: Sequence[str]) -> dict[str, Wording]:
    wordings = {}
    for code in locales:
        place = f"content/ui/{code}.yml"
        if not layers.has(place):
            layers.own.complain(layers.own.top / place, fault("locale-without-words", locale=code))
            continue
        wording = layers.one(Wording, place, {"code": code})
        if wording:
            wordings[code] = wording
    return wordings


def _load_search_words(layers: Layers, locales: Sequence[str]) -> dict[str, SearchWords]:
    """Read the search words of each language that has some; a language can do without."""
    found = {}
    for code in locales:
        place = f"content/search/{code}.yml"
        words = layers.one(SearchWords, place, {"code": code}) if layers.has(place) else None
        if words:
            found[code] = words
    return found


def _load_pages(layers: Layers, site: Site | None) -> dict[str, dict[str, HandWritten]]:
    """Read the hand-written pages by slug, then by language; one that is replaced is so in every language."""
    pages: dict[str, dict[str, HandWritten]] = {}
    giving = layers.own
    for reading in layers.every:
        found = _pages_of(reading, site.locales if site else [])
        for page in [page for slug in found.keys() & pages.keys() for page in found[slug].values()]:
            layers.replaces(page.file)
        giving = reading if HOME in found else giving
        pages |= found
    if site and site.default_locale not in pages.get(HOME, {}):
        giving.complain(_pages_in(giving, site.default_locale) / f"{HOME}.md", fault("no-home-page"))
    return pages


def _pages_in(reading: Reading, locale: str) -> Path:
    return reading.top / "content" / "pages" / locale


def _pages_of(reading: Reading, locales: Sequence[str]) -> dict[str, dict[str, HandWritten]]:
    pages: dict[str, dict[str, HandWritten]] = {}
    for code in locales:
        for path in reading.entry_files(_pages_in(reading, code), ".md"):
            page = _load_page(reading, path)
            if page:
                pages.setdefault(path.stem, {})[code] = page
    return pages


@lru_cache(maxsize=64)
def _faults_of_page(body: str) -> tuple[text_faults.Found, ...]:
    """Return what is wrong with a page's text; a preview, and each test of a small guide, reads the same."""
    return tuple(text_faults.locate_faults(body, "page"))


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
    faults = _faults_of_page(written.body)
    for each in faults:
        line, column = written.first_line + each.line, each.column + 1
        reading.problems.append(Problem(file, line, column, "body", each.fault))
    if front is None or faults:
        return None
    return HandWritten(file, front, written.body, written.first_line)
