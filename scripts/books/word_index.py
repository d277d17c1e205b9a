"""The index of words: what people say, and the names of all that the book holds, by their first letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts.guide import Countermeasure, Entry, SearchWords, Voice
from scripts.texts import Aliases

_TO_COPY = ("clause", "meeting")
"""The kinds of place that hold something to take along: the wording of a clause, the sheet of a meeting."""


def place_of(kind: str, name: str) -> str:
    """Return the name of the place in the book at which an entry stands: `trick-kickbacks`."""
    return f"{kind}-{name}"


def is_to_copy(place: str) -> bool:
    """Tell whether a clause or a sheet stands at a place, and not what explains it."""
    return place.partition("-")[0] in _TO_COPY


@dataclass(frozen=True)
class IndexedWord:
    """A word of the index, and the places in the book where it leads, as `place_of` names them."""

    word: str
    places: Sequence[str]


def _any_of(phrases: Sequence[str]) -> str:
    """Return a pattern of what is one of the phrases; of none, of what no word has."""
    return f"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})"


@dataclass(frozen=True)
class WordIndex:
    """The index of one language."""

    voice: Voice

    @cached_property
    def by_letter(self) -> Mapping[str, Sequence[IndexedWord]]:
        """The words by their first letter, numbers and symbols last.

        What differs in nothing but signs, spaces, accents or an article before it is one word.
        """
        places: dict[str, dict[str, None]] = {}
        spelt: dict[str, str] = {}
        for word, found in self._printed():
            folded = self._folded(word)
            spelt.setdefault(folded, word)
            places.setdefault(folded, {}).update(dict.fromkeys(found))
        by_letter: dict[str, list[IndexedWord]] = {}
        for folded in sorted(places, key=lambda folded: self._in_register(spelt[folded])):
            word = spelt[folded]
            listed = by_letter.setdefault(self.voice.initial(self._filed(word)), [])
            listed.append(IndexedWord(word, tuple(places[folded])))
        return by_letter

    def _printed(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield each word that is printed, names first, with places; what stands under another goes there."""
        gathered: dict[str, dict[str, None]] = {heading: {} for heading in self._search.indexed}
        under: dict[str, list[str]] = {}
        for heading, words in self._search.indexed.items():
            for word in {each.casefold() for each in (heading, *words)}:
                under.setdefault(word, []).append(heading)
        elsewhere = under.keys() - {heading.casefold() for heading in gathered}
        own: list[tuple[str, Sequence[str]]] = []
        for word, places in (*self._names(), *self._aliases()):
            for heading in under.get(word.casefold(), ()):
                gathered[heading].update(dict.fromkeys(places))
            if word.casefold() not in elsewhere:
                own.append((word, places))
        yield from own
        yield from ((heading, tuple(found)) for heading, found in gathered.items() if found)

    def _names(self) -> Iterator[tuple[str, Sequence[str]]]:
        guide, words = self.voice.guide, self.voice.words
        yield from ((words(entry.name), self._places(entry)) for entry in self._entries)
        for place, act in self._clauses.items():
            yield words(act.clause_caption or act.name), (place,)
        yield from ((words(term.term), (place_of("term", term.id),)) for term in guide.terms.values())

    def _aliases(self) -> Iterator[tuple[str, Sequence[str]]]:
        for entry in self._entries:
            yield from ((word, self._places(entry)) for word in self._listed(entry.aliases))
        for term in self.voice.guide.terms.values():
            yield from ((word, (place_of("term", term.id),)) for word in self._listed(term.aliases))

    @cached_property
    def _entries(self) -> Sequence[Entry]:
        guide = self.voice.guide
        return *guide.tricks.values(), *guide.countermeasures.values(), *guide.meetings.values()

    @cached_property
    def _clauses(self) -> Mapping[str, Countermeasure]:
        """The countermeasures that have a clause, by the place of its wording."""
        acts = self.voice.guide.countermeasures.values()
        return {place_of("clause", act.slug): act for act in acts if act.clause}

    def _places(self, entry: Entry) -> Sequence[str]:
        """Return where an entry stands, and the wording of its clause: who looks for one wants both."""
        place, clause = place_of(entry.kind, entry.slug), place_of("clause", entry.slug)
        return (place, clause) if entry.kind == "countermeasure" and clause in self._clauses else (place,)

    def _listed(self, aliases: Aliases) -> Iterator[str]:
        """Yield the words to look an entry up by, but those that are names or not of this language."""
        return (word for word in aliases.words(self.voice.locale) if not self._unlisted.search(word))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The name of what stands at each place of the index."""
        return {places[0]: word for word, places in self._names()}

    def _filed(self, word: str) -> str:
        """Return what a word is filed under: itself without the article that it begins with (ISO 999)."""
        return self._article.sub("", word)

    def _folded(self, word: str) -> str:
        letters = "".join(self.voice.wording.spelt(self._filed(word)))
        return "".join(filter(str.isalnum, letters)) or word

    @cached_property
    def _article(self) -> re.Pattern[str]:
        # A word ends before a space; what is joined to the next one, as l' is, with its own last sign.
        return re.compile(rf"\A{_any_of(self._search.articles)}(?:(?<=\w)\s+|(?<!\w))", re.IGNORECASE)

    @cached_property
    def _search(self) -> SearchWords:
        locale = self.voice.locale
        return self.voice.guide.search.get(locale) or SearchWords(code=locale)

    @cached_property
    def _unlisted(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_any_of(self._search.unlisted)}(?!\w)", re.IGNORECASE)

    def _in_register(self, word: str) -> tuple[bool, tuple[str, str]]:
        """Return a sort key that puts numbers and symbols last."""
        filed = self._filed(word)
        return not self.voice.initial(filed), self.voice.sorting(filed)
