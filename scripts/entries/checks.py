"""Check what one file alone cannot show: references, languages, names used twice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scripts.entries import assessment_checks, meeting_checks
from scripts.entries.loading import HOME, Loaded
from scripts.entries.marked_yaml import FieldPath, MarkedYaml
from scripts.guide import (
    GLOSSARY_FILE,
    PHASES_FILE,
    UNWRITTEN,
    Aliases,
    Guide,
    HandWritten,
    HomePage,
    MatchSigns,
    Part,
    PluralForm,
    Source,
    Text,
    icon_names,
    placeholders,
    texts,
)
from scripts.guide.addresses import FIXED, of_assessments, path_to
from scripts.problems import Problem, fault

Marks = Mapping[str, MarkedYaml]
Known = Mapping[str, Sequence[str]]

_KINDS = ("trick", "countermeasure", "meeting", "quiz", "term", "page", "phase")


def check(loaded: Loaded, *, strict: bool = False) -> list[Problem]:
    """Return the faults of what was loaded, each file's own and those of the whole, sorted.

    `strict` guards a release: every text in every locale of the site, nothing stale.
    """
    guide, marks = loaded.guide, loaded.marks
    if guide is None:
        return sorted(set(loaded.problems))
    known = {kind: sorted(loaded.named.get(kind, ())) for kind in _KINDS}
    problems = [
        *loaded.problems,
        *_unknown_references(guide, marks, known),
        *_unknown_icons(guide, marks),
        *assessment_checks.idle_countermeasures(guide, marks),
        *meeting_checks.misplaced(guide, marks, known["meeting"]),
        *_twice(guide, marks),
        *_text_references(guide, marks, known),
        *_unknown_languages(guide, marks),
        *(_untranslated(guide, marks) if strict else ()),
        *_wordings(guide, marks, strict),
        *_conflicting_sources(guide, marks),
    ]
    return sorted(set(problems or _taken_addresses(guide)))


def _references(guide: Guide) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield file, path, kind and name of every reference in a field made for it."""
    for trick in guide.tricks.values():
        for name, kind in (
            ("meetings", "meeting"),
            ("countermeasures", "countermeasure"),
            ("related", "trick"),
        ):
            for index, slug in enumerate(getattr(trick, name)):
                yield trick.file, (name, index), kind, slug
        for number, question in enumerate(trick.quiz):
            for index, pair in enumerate(question.pairs if isinstance(question, MatchSigns) else ()):
                yield trick.file, ("quiz", number, "pairs", index, "trick"), "trick", pair.trick
    for quiz in guide.quizzes.values():
        for index, phase in enumerate(quiz.select.phases):
            yield quiz.file, ("select", "phases", index), "phase", phase
    yield from assessment_checks.references(guide)
    yield from meeting_checks.references(guide)
    for term in guide.terms.values():
        for index, slug in enumerate(term.tricks):
            yield GLOSSARY_FILE, (term.position, "tricks", index), "trick", slug


def _unknown_references(guide: Guide, marks: Marks, known: Known) -> Iterator[Problem]:
    seen: set[tuple[str, FieldPath, str]] = set()
    for file, path, kind, name in _references(guide):
        if name not in known[kind]:
            unknown = fault("unknown-reference", kind=kind, name=name, among=known[kind])
            yield marks[file].problem(path, unknown)
        list_path = path[:-1]
        if (file, list_path, name) in seen:
            yield marks[file].problem(path, fault("listed-twice", item=name))
        seen.add((file, list_path, name))
    for trick in guide.tricks.values():
        if trick.slug in trick.related:
            path = ("related", trick.related.index(trick.slug))
            yield marks[trick.file].problem(path, fault("related-to-itself"))


def _unknown_icons(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for meeting in guide.meetings.values():
        if meeting.icon not in icon_names():
            unknown = fault("unknown-reference", kind="icon", name=meeting.icon, among=icon_names())
            yield marks[meeting.file].problem(("icon",), unknown)


def _twice(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for trick in guide.tricks.values():
        for name in ("variants", "warning_signs", "quiz"):
            ids = [part.id for part in getattr(trick, name)]
            yield from _repeated(marks[trick.file], ids, (name,))
    for assessment in guide.assessments.values():
        ids = [statement.id for statement in assessment.statements]
        yield from _repeated(marks[assessment.file], ids, ("statements",))
    for file in (PHASES_FILE, GLOSSARY_FILE):
        data = marks[file].data if file in marks else None
        if isinstance(data, list):
            ids = [str(item["id"]) if isinstance(item, dict) and "id" in item else "" for item in data]
            yield from _repeated(marks[file], ids, ())


def _repeated(marked: MarkedYaml, ids: list[str], path: FieldPath) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for index, name in enumerate(ids):
        seen[name] += 1
        if name and seen[name] > 1:
            yield marked.problem((*path, index, "id"), fault("id-twice", id=name))


def _text_references(guide: Guide, marks: Marks, known: Known) -> Iterator[Problem]:
    for placed in guide.placed():
        file, at, part = placed.file, placed.at, placed.part
        for path, text in part.texts():
            for locale, words in text.root.items():
                for kind, name in texts.references(words):
                    if name not in known[kind]:
                        unknown = fault("unknown-link", kind=kind, name=name, among=known[kind])
                        yield marks[file].problem((*at, *path, locale), unknown)
    for versions in guide.pages.values():
        for page in versions.values():
            for kind, name in texts.references(page.body):
                if name not in known[kind]:
                    unknown = fault("unknown-link", kind=kind, name=name, among=known[kind])
                    yield Problem(page.file, page.line_of(f"{kind}:{name}"), 1, "body", unknown)
            fine_print = page.front.fine_print if isinstance(page.front, HomePage) else []
            for index, line in enumerate(fine_print):
                if line.trick not in known["trick"]:
                    unknown = fault("unknown-reference", kind="trick", name=line.trick, among=known["trick"])
                    yield marks[page.file].problem(("fine_print", index, "trick"), unknown)


def _unknown_languages(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for placed in guide.placed():
        for path, text in _with_aliases(placed.part):
            for locale in set(text.root) - set(guide.site.locales):
                listed = ", ".join(guide.site.locales)
                unknown = fault("unknown-language", name=locale, locales=listed)
                yield marks[placed.file].problem((*placed.at, *path, locale), unknown, at_key=True)


def _untranslated(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Ask for every text in every language of the site, and for nothing stale."""
    for placed in guide.placed():
        marked = marks[placed.file]
        for path, text in _with_aliases(placed.part):
            for locale in guide.site.locales:
                if text.root.get(locale, UNWRITTEN) == UNWRITTEN:
                    missing = fault("missing-language", locale=locale)
                    yield marked.problem((*placed.at, *path), missing, at_key=True)
        if placed.part.stale:
            stale = fault("stale-text", locales=", ".join(placed.part.stale))
            yield marked.problem((*placed.at, "stale"), stale, at_key=True)
    for slug, versions in guide.pages.items():
        for locale in guide.site.locales:
            if locale not in versions:
                file = f"content/pages/{locale}/{slug}.md"
                yield Problem(file, 1, 1, "", fault("missing-page"))
            elif versions[locale].front.stale:
                stale = fault("stale-text", locales=locale)
                yield marks[versions[locale].file].problem(("stale",), stale, at_key=True)


def _with_aliases(part: Part) -> Iterator[tuple[FieldPath, Text | Aliases]]:
    yield from part.texts()
    aliases = getattr(part, "aliases", None)
    if isinstance(aliases, Aliases) and aliases.root:
        yield ("aliases",), aliases


def _wordings(guide: Guide, marks: Marks, strict: bool) -> Iterator[Problem]:
    """Compare every locale's interface words with the default locale's."""
    reference = guide.wordings[guide.site.default_locale].words
    for code, wording in guide.wordings.items():
        marked = marks[f"content/ui/{code}.yml"]
        for key in sorted(set(wording.words) - set(reference)):
            unknown = fault("unknown-words", name=key, among=reference)
            yield marked.problem(("words", key), unknown, at_key=True)
        for key, wanted in reference.items():
            if key not in wording.words:
                if strict:
                    yield marked.problem(("words",), fault("missing-words", key=key), at_key=True)
            elif _names(wording.words[key]) - _names(wanted) - {"count"}:
                extra = ", ".join(sorted(_names(wording.words[key]) - _names(wanted)))
                yield marked.problem(("words", key), fault("unknown-placeholder", names=extra))


def _names(patterns: str | Mapping[PluralForm, str]) -> set[str]:
    values = [patterns] if isinstance(patterns, str) else list(patterns.values())
    return set().union(*(placeholders(value) for value in values))


def _taken_addresses(guide: Guide) -> Iterator[Problem]:
    """Find entries whose page would overwrite one that every guide has."""
    fixed = FIXED | set(of_assessments(guide.assessments).values())
    named = (entry for entry in guide.entries() if entry.kind in texts.REFERENCE_KINDS)
    files = [(path_to(entry.kind, entry.slug), entry.file) for entry in named]
    files += [(path_to("page", slug), page.file) for slug, page in _each_page(guide) if slug != HOME]
    for address, file in files:
        if address in fixed:
            yield Problem(file, 1, 1, "", fault("address-taken", address=address))


def _each_page(guide: Guide) -> Iterator[tuple[str, HandWritten]]:
    for slug, versions in guide.pages.items():
        for page in versions.values():
            yield slug, page


def _conflicting_sources(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Ask that the same address is cited in the same way everywhere."""
    first: dict[str, tuple[Source, str]] = {}
    for entry in guide.citing():
        for index, source in enumerate(entry.sources):
            known, file = first.setdefault(source.url, (source, entry.file))
            if (source.title, source.date, source.kind) != (known.title, known.date, known.kind):
                yield marks[entry.file].problem(("sources", index), fault("source-conflict", file=file))
