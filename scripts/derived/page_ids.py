"""Every `id` on a page that comes from the data, so that no two, and none of the page's own, are the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from scripts.derived.quiz_names import WHICH_TRICK, first_slug, question_name
from scripts.guide import (
    Guide,
    Listed,
    MatchSigns,
    Question,
    Trick,
    TrueOrFalse,
)
from scripts.texts import FRAME_IDS

OWN: Mapping[str, frozenset[str]] = {
    "trick": frozenset(
        {
            *("signs", "mechanism", "variants", "cost", "countermeasures"),
            *("fair-side", "from-the-source", "quiz", "sources", "related", "in-one-minute"),
        }
    ),
    "catalogue": frozenset(
        {"filter-text", "filter-phase", "filter-meeting", "filter-severity", "filter-sort"}
    ),
    "quiz": frozenset({"result", "key", "downloads"}),
    "assessment": frozenset(
        {
            *("result", "result-title", "exposure", "comparison-title", "statements"),
            *("how-to-answer", "others", "counting", "confirm-question"),
            *("assessment-vendor", "earlier-title"),
        }
    ),
}
"""The ids that the pages of a kind have of their own, beside those of every page."""


@dataclass(frozen=True)
class PageId:
    """An id that an entry brings to a page: `path` is where the name stands in `file` of which it is made."""

    id: str
    file: str
    path: tuple[str | int, ...]
    name: str = ""


@dataclass(frozen=True)
class SharedId:
    """An id that stands already: of another entry's file, or of the page itself where that is empty."""

    page_id: PageId
    other: str


def shared_ids(guide: Guide) -> Iterator[SharedId]:
    """Yield each id that another part of the same page has already."""
    for trick in guide.tricks.values():
        yield from _met("trick", _on_trick_page(trick))
    yield from _met("quiz", _on_quiz_pages(guide))
    yield from _met("glossary", (PageId(t.id, t.file, (t.position, "id")) for t in guide.terms.values()))
    yield from _met("catalogue", (PageId(p.id, p.file, (p.position, "id")) for p in guide.phases.values()))
    yield from _met("", _on_checklists(guide))
    for assessment in guide.assessments.values():
        phases = (PageId(f"phase-{phase.id}", phase.file, ()) for phase in guide.phases.values())
        statements = (
            PageId(statement.id, assessment.file, ("statements", position, "id"), statement.id)
            for position, statement in enumerate(assessment.statements)
        )
        yield from _met("assessment", phases, statements)


def _listed(file: str, parts: Iterable[Listed]) -> Iterator[PageId]:
    return (PageId(part.id, file, (part.position, "id"), part.id) for part in parts)


def _met(kind: str, *groups: Iterator[PageId]) -> Iterator[SharedId]:
    first: dict[str, PageId | None] = dict.fromkeys(FRAME_IDS | OWN.get(kind, frozenset()))
    told: set[tuple[str, tuple[str | int, ...]]] = set()
    for page_id in chain(*groups):
        known = first.setdefault(page_id.id, page_id)
        place = page_id.file, page_id.path
        if known != page_id and place not in told and not _is_listed_twice(known, page_id):
            told.add(place)
            yield SharedId(page_id, known.file if known else "")


def _is_listed_twice(one: PageId | None, other: PageId) -> bool:
    """Tell whether both are one name, twice in one list: a fault of its own."""
    return one is not None and (one.file, one.name, one.path[:1]) == (other.file, other.name, other.path[:1])


def _on_trick_page(trick: Trick) -> Iterator[PageId]:
    for prefix, field in (("sign", "warning_signs"), ("variant", "variants")):
        for position, part in enumerate(getattr(trick, field)):
            yield PageId(f"{prefix}-{part.id}", trick.file, (field, position, "id"), part.id)
    for position, slug in enumerate(trick.countermeasures):
        yield PageId(f"act-{slug}", trick.file, ("countermeasures", position), slug)
    for position, question in enumerate(trick.quiz):
        yield from _of_question(trick, question, ("quiz", position, "id"))


def _on_quiz_pages(guide: Guide) -> Iterator[PageId]:
    for trick in guide.tricks.values():
        yield PageId(trick.slug, trick.file, ())
    for trick in guide.tricks.values():
        name = f"{first_slug(trick)}-{WHICH_TRICK}"
        yield from (PageId(id_, trick.file, ()) for id_ in (name, *(f"{name}-{n}" for n in range(1, 5))))
        for position, question in enumerate(trick.quiz):
            yield from _of_question(trick, question, ("quiz", position, "id"))


def _of_question(trick: Trick, question: Question, path: tuple[str | int, ...]) -> Iterator[PageId]:
    name = question_name(trick, question)
    yield PageId(name, trick.file, path, question.id)
    for number in range(1, _answers(question) + 1):
        yield PageId(f"{name}-{number}", trick.file, path, question.id)


def _answers(question: Question) -> int:
    if isinstance(question, TrueOrFalse):
        return 2
    if isinstance(question, MatchSigns):
        return len(question.pairs)
    return len(getattr(question, "options", ()))


def _on_checklists(guide: Guide) -> Iterator[PageId]:
    for trick in guide.tricks.values():
        for position, sign in enumerate(trick.warning_signs):
            yield PageId(
                f"sign-{trick.slug}-{sign.id}", trick.file, ("warning_signs", position, "id"), sign.id
            )
