"""What the handbook holds and in which order, whatever it is made as."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from scripts.books.word_index import IndexedWord, WordIndex, place_of
from scripts.derived import (
    Checklist,
    Citation,
    checklist_for,
    citations_of_entries,
    clauses_by_subject,
    newest_review,
    shared_by_clauses,
)
from scripts.guide import (
    LONGEST_SHORT_LIST,
    Countermeasure,
    Entry,
    Guide,
    HandWritten,
    Meeting,
    Part,
    Phase,
    Term,
    Trick,
    Voice,
    path_to,
    reachable,
)

MOMENTS = ("before", "during", "after")

_CHAPTERS: Mapping[str, str] = {
    "checklists": "sheets",
    "clauses": "clauses",
    "countermeasures": "countermeasures",
    "glossary": "glossary",
    "sources": "sources",
}
"""What the book has as a chapter of its own, by the page of the site that lists it."""


@dataclass(frozen=True)
class Preface:
    """A hand-written page as a chapter of the book; `language` is the locale that it is in."""

    slug: str
    page: HandWritten
    language: str


@dataclass(frozen=True)
class Handbook:
    """The book of one language; `address` is the site's."""

    voice: Voice
    address: str

    @property
    def guide(self) -> Guide:
        """The guide that the book is made of."""
        return self.voice.guide

    @property
    def home(self) -> str:
        """The address of the site's home page in this language."""
        return f"{self.address}{self.voice.locale}/"

    def resolve(self, kind: str, name: str) -> str | None:
        """Return the place in the book of an entry, None where the book has it not."""
        if kind == "page" and name in _CHAPTERS:
            return place_of("chapter", _CHAPTERS[name])
        here = kind in ("trick", "countermeasure", "clause", "meeting", "term")
        # Not every page is written by hand: those of tools stand on the site alone.
        written = kind == "page" and name in self.guide.pages and name != "index"
        return place_of(kind, name) if here or written else None

    def address_of(self, kind: str, name: str) -> str:
        """Return the address of an entry on the published site; empty where the site has none yet."""
        return reachable(f"{self.home}{path_to(kind, name)}")

    @cached_property
    def prefaces(self) -> Sequence[Preface]:
        """The hand-written pages but the home page, each in the nearest language that has it."""
        found = {slug: self.voice.page(slug) for slug in self.guide.pages if slug != "index"}
        return [Preface(slug, page, language) for slug, (language, page) in found.items()]

    @cached_property
    def phases(self) -> Mapping[str, Phase]:
        """The phases that have tricks."""
        return {slug: phase for slug, phase in self.guide.phases.items() if self.guide.tricks_of_phase(slug)}

    @cached_property
    def acts(self) -> Mapping[str, Sequence[Countermeasure]]:
        """The countermeasures by when they are done, in the order of the alphabet."""
        acts = sorted(self.guide.countermeasures.values(), key=self._by_name)
        by_moment = {moment: [act for act in acts if act.when == moment] for moment in MOMENTS}
        return {moment: found for moment, found in by_moment.items() if found}

    @cached_property
    def checklists(self) -> Sequence[Checklist]:
        """The short list of each meeting; where an editor has chosen none yet, what matters most."""
        whole = [checklist_for(self.guide, meeting) for meeting in self.guide.meetings.values()]
        return [each.short if each.meeting.short else each.printed(LONGEST_SHORT_LIST) for each in whole]

    @cached_property
    def clauses(self) -> Mapping[str, list[Countermeasure]]:
        """The countermeasures with a clause, by subject."""
        return clauses_by_subject(self.voice)

    @cached_property
    def shared_by_clauses(self) -> Mapping[str, Sequence[str]]:
        """What the clauses' words mean and what rules all of them, each under its heading."""
        return shared_by_clauses(self.voice)

    @cached_property
    def terms(self) -> Sequence[Term]:
        """The glossary, in the order of the alphabet."""
        return [*chain.from_iterable(self.voice.terms_by_letter().values())]

    @cached_property
    def citations(self) -> Mapping[str, tuple[int, Citation]]:
        """The sources by their addresses, each with its number."""
        return {
            each.source.url: (number, each)
            for number, each in enumerate(citations_of_entries(self.voice), start=1)
        }

    @cached_property
    def signs(self) -> Sequence[tuple[Meeting, Sequence[Trick]]]:
        """The meetings that have tricks, each with those whose signs can be seen there."""
        found = [(each, self.guide.tricks_of_meeting(each.slug)) for each in self.guide.meetings.values()]
        return [(meeting, tricks) for meeting, tricks in found if tricks]

    @cached_property
    def words(self) -> Mapping[str, Sequence[IndexedWord]]:
        """The index of words by their first letter: names, and what people look for them by."""
        return self._index.by_letter

    def title_of(self, place: str) -> str:
        """Return the name of what stands at a place of the index."""
        return self._index.titles[place]

    @property
    def places(self) -> Iterable[str]:
        """The places to which the index of words can lead."""
        return self._index.titles

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self.voice)

    @cached_property
    def untranslated(self) -> bool:
        """Tell whether anything in the book lacks its language."""
        parts: tuple[Part, ...] = (
            *self.guide.entries(),
            *self.guide.phases.values(),
            *self.guide.terms.values(),
        )
        foreign = any(preface.language != self.voice.locale for preface in self.prefaces)
        return foreign or any(self.voice.untranslated(part) for part in parts)

    @cached_property
    def reviewed(self) -> str | None:
        """The day of the latest review of an entry, the state of the book; None where there is none."""
        return newest_review(self.guide)

    def _by_name(self, entry: Entry) -> tuple[str, str]:
        return self.voice.sorting(self.voice.words(entry.name))
