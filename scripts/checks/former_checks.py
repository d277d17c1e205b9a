"""Check the slugs that once led to an entry: each leads to one, and is nobody's slug today."""

from collections.abc import Iterable, Iterator, Mapping, Set

from scripts.derived import claims, former_entries
from scripts.entries import MarkedYaml
from scripts.guide import Guide
from scripts.problems import Fault, Problem, fault

Marks = Mapping[str, MarkedYaml]


def former_problems(guide: Guide, marks: Marks, named: Mapping[str, Set[str]]) -> Iterator[Problem]:
    """Yield a problem for each former slug that leads nowhere, or to two; `named` holds the living slugs.

    Old addresses, lists on readers' devices and quizzes of trainers find an entry by such a slug: a new
    entry under it would be taken for the old one.
    """
    living = {(entry.kind, entry.slug): entry.file for entry in guide.entries()}
    taken = {address.casefold() for address, _ in claims(guide)}
    claimed: dict[tuple[str, str], str] = {}
    places: dict[str, int] = {}
    for former in former_entries(guide):
        entry, slug = former.heir, former.slug
        place = places[entry.file] = places.get(entry.file, -1) + 1
        first = claimed.get((entry.kind, slug))
        found = None
        if slug == entry.slug:
            found = fault("former-own", slug=slug)
        elif slug in named.get(entry.kind, ()):
            # One that is at fault itself is known by its name alone.
            found = fault("former-living", slug=slug, file=living.get((entry.kind, slug), f"{slug}.yml"))
        elif first is not None:
            twice = fault("listed-twice", item=slug)
            found = twice if first == entry.file else fault("former-twice", slug=slug, file=first)
        elif former.address.casefold() in taken:
            found = fault("former-address", slug=slug, address=former.address)
        claimed.setdefault((entry.kind, slug), entry.file)
        if found:
            yield marks[entry.file].problem(("formerly", place), found)
    yield from _of_no_former_trick(guide, marks)


def _of_no_former_trick(guide: Guide, marks: Marks) -> Iterator[Problem]:
    for trick in guide.tricks.values():
        for number, question in enumerate(trick.quiz):
            if question.formerly_of is not None and question.formerly_of not in trick.formerly:
                found = fault("not-formerly-of", slug=question.formerly_of)
                yield marks[trick.file].problem(("quiz", number, "formerly_of"), found)


def unknown_reference(guide: Guide, kind: str, name: str, known: Iterable[str]) -> Fault:
    """Return the fault of a name that no entry has; it says which entry took over a former one."""
    if heir := guide.heirs.get((kind, name)):
        return fault("former-reference", kind=kind, name=name, heir=heir)
    return fault("unknown-reference", kind=kind, name=name, among=known)
