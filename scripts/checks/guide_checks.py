"""Check what one file alone cannot show: references, languages, names used twice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scripts.checks import assessment_checks, calculator_checks, choice_checks, former_checks
from scripts.checks.date_checks import dates_to_come, older_than_their_reading
from scripts.checks.letter_checks import letter_problems
from scripts.checks.link_checks import link_problems, unknown_pages
from scripts.checks.word_checks import word_problems
from scripts.derived import shared_ids, taken
from scripts.entries import FieldPath, Loaded, MarkedYaml
from scripts.guide import (
    STOPS,
    Guide,
    MatchSigns,
    Part,
    Source,
    icon_names,
)
from scripts.problems import Fault, Problem, bounded, fault
from scripts.texts import UNWRITTEN, Aliases, Text

Marks = Mapping[str, MarkedYaml]
Known = Mapping[str, Sequence[str]]

_KINDS = ("trick", "countermeasure", "meeting", "quiz", "term", "page", "phase")


def check(loaded: Loaded, *, strict: bool = False) -> list[Problem]:
    """Return the faults of what was loaded, each file's own and those of the whole, sorted.

    `strict` guards a release: every text in every locale of the site, nothing stale.
    """
    guide, marks = loaded.guide, loaded.marks
    if guide is None:
        return bounded(loaded.problems)
    known = {kind: sorted(loaded.named.get(kind, ())) for kind in _KINDS}
    known["input"] = calculator_checks.inputs(guide)
    known["subject"] = list(guide.clause_subjects)
    # One that is at fault itself is known by its name alone.
    without = {slug for slug, act in guide.countermeasures.items() if not act.clause}
    known["clause"] = [slug for slug in known["countermeasure"] if slug not in without]
    problems = [
        *loaded.problems,
        *_unknown_references(guide, marks, known),
        *_unknown_icons(guide, marks),
        *assessment_checks.misnamed_short(guide, marks),
        *assessment_checks.idle_countermeasures(guide, marks),
        *choice_checks.misplaced(guide, marks, known["meeting"]),
        *choice_checks.mistaught(guide, marks),
        *choice_checks.mistold(guide, marks),
        *choice_checks.misheaded(guide, marks),
        *former_checks.former_problems(guide, marks, loaded.named),
        *_twice(guide, marks),
        *link_problems(guide, marks, known),
        *_unknown_languages(guide, marks),
        *(_untranslated(guide, marks) if strict else ()),
        *word_problems(guide, marks, strict=strict),
        *_conflicting_sources(guide, marks),
        *_sources_of_no_language(guide, marks),
        *dates_to_come(guide, marks),
        *older_than_their_reading(guide, marks),
        *letter_problems(guide, marks),
        *_taken_addresses(guide),
        *_shared_ids(guide, marks),
        *calculator_checks.inputs_twice(guide, marks),
        *unknown_pages(guide, marks, known["page"]),
        *calculator_checks.unfit_shares(guide, marks),
    ]
    return bounded(problems)


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
    for path in guide.paths.values():
        for index, step in enumerate(path.steps):
            kind, slug = step.reference
            if kind == "page" and slug in STOPS:
                continue
            yield path.file, ("steps", index, kind), kind, slug
    yield from assessment_checks.references(guide)
    yield from choice_checks.references(guide)
    for term in guide.terms.values():
        for index, slug in enumerate(term.tricks):
            yield term.file, (term.position, "tricks", index), "trick", slug
    yield from calculator_checks.references(guide)


def _unknown_references(guide: Guide, marks: Marks, known: Known) -> Iterator[Problem]:
    seen: set[tuple[str, FieldPath, str]] = set()
    for file, path, kind, name in _references(guide):
        if name not in known[kind]:
            unknown = former_checks.unknown_reference(guide, kind, name, known[kind])
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
        for name in ("variants", "warning_signs"):
            ids = [part.id for part in getattr(trick, name)]
            yield from _repeated(marks[trick.file], ids, (name,))
        # A question of a merged trick keeps its id, which one of the trick's own may have too.
        ids = [f"{each.formerly_of}/{each.id}" if each.formerly_of else each.id for each in trick.quiz]
        yield from _repeated(marks[trick.file], ids, ("quiz",))
    for assessment in guide.assessments.values():
        ids = [statement.id for statement in assessment.statements]
        yield from _repeated(marks[assessment.file], ids, ("statements",))
    for path in guide.paths.values():
        references = [step.reference for step in path.steps]
        for index, reference in enumerate(references):
            if reference in references[:index]:
                yield marks[path.file].problem(("steps", index), fault("listed-twice", item=reference[1]))
    for marked in marks.values():
        yield from _repeated(marked, marked.ids, ())


def _repeated(marked: MarkedYaml, ids: Sequence[str], path: FieldPath) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for index, name in enumerate(ids):
        seen[name] += 1
        if name and seen[name] > 1:
            yield marked.problem((*path, index, "id"), fault("id-twice", id=name))


def _unknown_languages(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for placed in guide.placed():
        for path, text in _with_aliases(placed.part):
            for locale in set(text.root) - set(guide.site.locales):
                unknown = _unknown_language(guide, locale)
                yield marks[placed.file].problem((*placed.at, *path, locale), unknown, at_key=True)


def _unknown_language(guide: Guide, locale: str) -> Fault:
    known = guide.site.locales
    return fault("unknown-language", among=known, name=locale, locales=", ".join(known))


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
    for versions in guide.pages.values():
        for locale in guide.site.locales:
            if locale not in versions:
                file = next(iter(versions.values())).beside(locale)
                yield Problem(file, 1, 1, "", fault("missing-page"))
            elif versions[locale].front.stale:
                stale = fault("stale-text", locales=locale)
                yield marks[versions[locale].file].problem(("stale",), stale, at_key=True)


def _with_aliases(part: Part) -> Iterator[tuple[FieldPath, Text | Aliases]]:
    yield from part.texts()
    aliases = getattr(part, "aliases", None)
    if isinstance(aliases, Aliases) and aliases.root:
        yield ("aliases",), aliases


def _taken_addresses(guide: Guide) -> Iterator[Problem]:
    """Find entries whose page, paper or file would overwrite another's."""
    for file, address, other in taken(guide):
        found = fault("address-taken", address=address, file=other)
        yield Problem(file, 1, 1, "", found if other else fault("address-of-the-site", address=address))


def _shared_ids(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Find names that would be one `id` on a page, in an export or on a reader's device."""
    for shared in shared_ids(guide):
        each = shared.page_id
        found = fault("id-shared", id=each.id, file=shared.other)
        yield marks[each.file].problem(
            each.path, found if shared.other else fault("id-of-the-page", id=each.id)
        )


def _conflicting_sources(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Ask that the same address is cited in the same way everywhere."""
    first: dict[str, tuple[Source, str]] = {}
    for cited_in, path, source in guide.sources():
        known, file = first.setdefault(source.url, (source, cited_in))
        if _cited(source) != _cited(known):
            yield marks[cited_in].problem(path, fault("source-conflict", file=file))


def _sources_of_no_language(guide: Guide, marks: Marks) -> Iterator[Problem]:
    """Ask that a source is used in languages that the site has."""
    for file, path, source in guide.sources():
        for index, locale in enumerate(source.used_in or ()):
            at = (*path, "used_in", index)
            if locale not in guide.site.locales:
                yield marks[file].problem(at, _unknown_language(guide, locale))
            if locale in (source.used_in or ())[:index]:
                yield marks[file].problem(at, fault("listed-twice", item=locale))


def _cited(source: Source) -> tuple[object, ...]:
    return source.title, source.translation, source.date, source.kind
