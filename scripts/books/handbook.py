"""What the handbook holds and in which order, whatever it is made as."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

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
    SearchWords,
    Term,
    Trick,
    Voice,
    path_to,
    reachable,
)
from scripts.texts import Aliases

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
class IndexedWord:
    """A word of the index, and the places in the book where it leads, as `place_of` names them."""

    word: str
    places: Sequence[str]


def _any_of(phrases: Sequence[str]) -> str:
    """Return a pattern of what is one of the phrases; of none, of what no word has."""
    return f"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})"


def place_of(kind: str, name: str) -> str:
    """Return the name of the place in the book at which an entry stands: `trick-kickbacks`."""
    return f"{kind}-{name}"


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
        places: dict[str, dict[str, None]] = {}
        spelt: dict[str, str] = {}
        for word, place in self._words():
            folded = word.casefold()
            spelt.setdefault(folded, word)
            places.setdefault(folded, {})[place] = None
        by_letter: dict[str, list[IndexedWord]] = {}
        for folded in sorted(places, key=lambda folded: self._in_register(spelt[folded])):
            word = spelt[folded]
            by_letter.setdefault(self.voice.initial(self._filed(word)), []).append(
                IndexedWord(word, tuple(places[folded]))
            )
        return by_letter

    def _filed(self, word: str) -> str:
        """Return what a word is filed under: itself without the article that it begins with (ISO 999)."""
        return self._article.sub("", word)

    @cached_property
    def _article(self) -> re.Pattern[str]:
        # A word ends before a space; what is joined to the next one, as l' is, with its own last sign.
        return re.compile(rf"\A{_any_of(self._search.articles)}(?:(?<=\w)\s+|(?<!\w))", re.IGNORECASE)

    @cached_property
    def _search(self) -> SearchWords:
        locale = self.voice.locale
        return self.guide.search.get(locale) or SearchWords(code=locale)

    def _words(self) -> Iterator[tuple[str, str]]:
        for entry in (*self.guide.tricks.values(), *self.guide.countermeasures.values()):
            place = place_of(entry.kind, entry.slug)
            yield self.voice.words(entry.name), place
            yield from ((word, place) for word in self._listed(entry.aliases))
        for term in self.guide.terms.values():
            yield self.voice.words(term.term), place_of("term", term.id)
            yield from ((word, place_of("term", term.id)) for word in self._listed(term.aliases))

    def _listed(self, aliases: Aliases) -> Iterator[str]:
        """Yield the words to look an entry up by, but those that are names or not of this language."""
        return (word for word in aliases.words(self.voice.locale) if not self._unlisted.search(word))

    @cached_property
    def _unlisted(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_any_of(self._search.unlisted)}(?!\w)", re.IGNORECASE)

    def title_of(self, place: str) -> str:
        """Return the name of the entry that stands at a place of the index."""
        return self._titles[place]

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        entries = (*self.guide.tricks.values(), *self.guide.countermeasures.values())
        named = {place_of(entry.kind, entry.slug): self.voice.words(entry.name) for entry in entries}
        terms = self.guide.terms.values()
        return named | {place_of("term", term.id): self.voice.words(term.term) for term in terms}

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

    def _in_register(self, word: str) -> tuple[bool, tuple[str, str]]:
        """Return a sort key that puts numbers and symbols last."""
        filed = self._filed(word)
        return not self.voice.initial(filed), self.voice.sorting(filed)
