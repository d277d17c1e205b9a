"""The chapters of the EPUB: its files, their order, and where each place of the book stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from scripts.books.handbook import Handbook
from scripts.books.word_index import place_of


@dataclass(frozen=True)
class Chapter:
    """One file of the book.

    `template` makes it, `inside` stands below it in the contents, `within` are the titles of its own parts
    by the names of their places.
    """

    name: str
    template: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict)
    inside: tuple["Chapter", ...] = ()
    within: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.xhtml"

    def all(self) -> Iterator["Chapter"]:
        """Yield the chapter and those inside it, in the order in which they are read."""
        yield self
        for chapter in self.inside:
            yield from chapter.all()


@dataclass(frozen=True)
class Chapters:
    """A book taken apart into chapters."""

    book: Handbook

    @cached_property
    def top(self) -> tuple[Chapter, ...]:
        """The chapters of the contents' first level."""
        return tuple(self._top())

    def _top(self) -> Iterator[Chapter]:
        book, say, words = self.book, self.book.voice.say, self.book.voice.words
        yield Chapter("use", "use", say("book_use"))
        for preface in book.prefaces:
            place = place_of("page", preface.slug)
            yield Chapter(place, "preface", preface.page.title, {"preface": preface})
        for phase in book.phases.values():
            tricks = book.guide.tricks_of_phase(phase.id)
            inside = (
                Chapter(place_of("trick", trick.slug), "trick", words(trick.name), {"trick": trick})
                for trick in tricks
            )
            context = {"phase": phase, "tricks": tricks}
            yield Chapter(place_of("phase", phase.id), "phase", words(phase.name), context, tuple(inside))
        yield Chapter("countermeasures", "headed", say("countermeasures_title"), inside=tuple(self._acts()))
        yield Chapter("sheets", "headed", say("book_sheets"), inside=tuple(self._sheets()))
        yield Chapter("clauses", "clauses", say("clauses_title"))
        yield Chapter("glossary", "glossary", say("glossary_title"))
        yield Chapter("sources", "sources", say("sources_title"))
        yield Chapter("signs", "signs", say("book_signs"))
        yield Chapter("words", "words", say("book_words"))

    def _acts(self) -> Iterator[Chapter]:
        voice = self.book.voice
        for moment, acts in self.book.acts.items():
            within = {place_of("countermeasure", act.slug): voice.words(act.name) for act in acts}
            title = voice.say(f"moment_{moment}")
            yield Chapter(place_of("moment", moment), "acts", title, {"acts": acts}, within=within)

    def _sheets(self) -> Iterator[Chapter]:
        for checklist in self.book.checklists:
            meeting = checklist.meeting
            title = self.book.voice.words(meeting.name)
            yield Chapter(place_of("meeting", meeting.slug), "sheet", title, {"checklist": checklist})

    @cached_property
    def _files(self) -> Mapping[str, str]:
        """The file of each place that does not have one of its own."""
        return {place: chapter.file for top in self.top for chapter in top.all() for place in chapter.within}

    def reference(self, place: str) -> str:
        """Return the address of a place of the book as seen from any of its files."""
        if place in self._files:
            return f"{self._files[place]}#{place}"
        if place.startswith("chapter-"):
            return f"{place.removeprefix('chapter-')}.xhtml"
        for kind, file in (("term", "glossary"), ("clause", "clauses"), ("source", "sources")):
            if place.startswith(f"{kind}-"):
                return f"{file}.xhtml#{place}"
        return f"{place}.xhtml"

    def resolve(self, kind: str, name: str) -> str:
        """Return the address of an entry: in the book, else on the published site."""
        place = self.book.resolve(kind, name)
        return self.reference(place) if place else self.book.address_of(kind, name)
