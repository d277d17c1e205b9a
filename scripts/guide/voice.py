"""The guide as spoken in one locale, and in several at once for files that hold them side by side."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scripts.guide.addresses import path_to, reachable
from scripts.guide.calculator import KindOfPurchase, Share
from scripts.guide.hand_written import HandWritten
from scripts.guide.meeting import Meeting
from scripts.guide.model import Countermeasure, Entry, Listed, Source, Term, Trick
from scripts.guide.part import Part
from scripts.guide.whole import Guide
from scripts.guide.wording import Pattern, PluralForm, Wording
from scripts.problems import Problem, ProblemsFound, fault
from scripts.texts import Paragraph, Text, paragraph_runs

_OWN, _FOREIGN = 0xE000, "\uf8ff"
"""In sort keys: where the alphabet's letters begin, after digits and signs, and the sign before any other."""


@dataclass(frozen=True)
class Voice:
    """A guide as spoken in one locale: texts with fallback, and the interface's words."""

    guide: Guide
    locale: str

    @property
    def wording(self) -> Wording:
        """The interface's words of this locale."""
        return self.guide.wordings[self.locale]

    def say(self, key: str, **values: object) -> str:
        """Return interface words, falling back to the default locale's.

        Raises ProblemsFound where no locale has them, or where they name a value that this page lacks.
        """
        fallback = self.guide.wordings[self.guide.site.default_locale]
        try:
            return self.wording.say(key, fallback, **values)
        except KeyError as error:
            wording = self.wording if key in self.wording.words else fallback
            missing = fault("missing-words", key=key)
            found = fault("unknown-placeholder", names=error.args[0]) if key in wording.words else missing
            file = f"content/ui/{wording.code}.yml"
            raise ProblemsFound([Problem(file, 1, 1, f"words.{key}", found)]) from None

    def asking(self, act: Countermeasure) -> str:
        """Return what stands before an act's question: to ask it, and whom where that is not the vendor."""
        said = self.say("ask_aloud")
        return said if act.ask_of == "vendor" else f"{said} · {self.say(f'questions_of_{act.ask_of}')}"

    def pattern(self, key: str) -> Pattern | Mapping[PluralForm, Pattern]:
        """Return interface words with their places and plural forms unfilled, for the browser."""
        fallback = self.guide.wordings[self.guide.site.default_locale]
        return self.wording.words.get(key) or fallback.words[key]

    def words(self, text: Text) -> str:
        """Return a text's words in this locale, or in the nearest that has it."""
        return text.words(self.locale, self.guide.site.default_locale)

    def language(self, text: Text) -> str:
        """Return the locale of what `words` returns."""
        return text.language_for(self.locale, self.guide.site.default_locale)

    def sources(self, citing: Trick | Countermeasure | KindOfPurchase | Share) -> list[Source]:
        """Return the sources that a text rests on in the languages in which it is shown here."""
        if not any(each.used_in for each in citing.sources):
            return citing.sources
        shown = {self.language(text) for _, text in citing.texts()}
        return [each for each in citing.sources if each.used_in is None or shown & {*each.used_in}]

    def published(self, source: Source) -> str:
        """Return when a source was published, or the words for one that does not say."""
        return self.wording.date(source.date) if source.date else self.say("source_undated")

    def read(self, days: Collection[str]) -> str:
        """Return on which day a source was read or, where entries give several, between which two."""
        first, last = self.wording.date(min(days)), self.wording.date(max(days))
        if first == last:
            return self.say("accessed", date=first)
        return self.say("accessed_between", first=first, last=last)

    def page(self, slug: str) -> tuple[str, HandWritten]:
        """Return a hand-written page in the nearest language that has it, and which one that is."""
        versions = self.guide.pages[slug]
        default = self.guide.site.default_locale
        language = next(code for code in (self.locale, default, *versions) if code in versions)
        return language, versions[language]

    def kind_of(self, entry: Entry) -> str:
        """Return what readers call an entry's kind, a trick's with the phase that it is of."""
        phase = self.words(self.guide.phases[entry.phase].name) if isinstance(entry, Trick) else ""
        return self.say(f"kind_{'checklist' if isinstance(entry, Meeting) else entry.kind}", phase=phase)

    def origin(self, part: Entry | Listed | HandWritten) -> str:
        """Return the words for what an organisation added or replaced; none for what is the guide's."""
        origin = self.guide.origin(part)
        return self.say(f"local_{origin}") if origin else ""

    def sorting(self, words: str) -> tuple[str, str]:
        """Return a sort key in the order of the alphabet; it passes over accents, case and `¿` or `«`."""
        order = {letter.casefold(): chr(_OWN + at) for at, letter in enumerate(self.wording.letters)}

        def placed(letter: str) -> str:
            return order.get(letter) or (_FOREIGN + letter if order and letter.isalpha() else letter)

        return "".join(map(placed, self.wording.spelt(words))), words

    def initial(self, words: str) -> str:
        """Return the letter that words stand under in a register; none for numbers and symbols."""
        first = next(iter(self.wording.spelt(words)), "")
        shown = {letter.casefold(): letter for letter in self.wording.letters}
        return shown.get(first, first.upper()) if first.isalpha() else ""

    def terms_by_letter(self) -> Mapping[str, list[Term]]:
        """Return the glossary in order, by letters: all of the alphabet, and any other that it needs."""
        found: dict[str, list[Term]] = {letter: [] for letter in self.wording.letters}
        named = {term.id: self.words(term.term) for term in self.guide.terms.values()}
        for term in sorted(self.guide.terms.values(), key=lambda each: self.sorting(named[each.id])):
            found.setdefault(self.initial(named[term.id]), []).append(term)
        return found

    def untranslated(self, part: Part) -> bool:
        """Tell whether any text of the part lacks this locale."""
        return bool(part.texts()) and self.locale not in part.whole_in


@dataclass(frozen=True)
class Chorus:
    """One or more languages in one file, the first one leading; `address` is the site's."""

    voices: tuple[Voice, ...]
    address: str

    @property
    def lead(self) -> Voice:
        """The language that comes first and names the file's own."""
        return self.voices[0]

    def say(self, key: str, **values: object) -> str:
        """Return interface words in every language, each once: `Pregunta / Question`."""
        return " / ".join(dict.fromkeys(voice.say(key, **values) for voice in self.voices))

    def title(self, key: str, text: Text) -> str:
        """Return words about a named entry in every language."""
        return " / ".join(voice.say(key, meeting=voice.words(text)) for voice in self.voices)

    def headers(self, key: str) -> list[str]:
        """Return one header a language, made distinct where two languages use the same word."""
        words = [voice.say(key) for voice in self.voices]
        if len(set(words)) == len(words):
            return words
        return [f"{voice.say(key)} ({voice.wording.language_in_a_phrase})" for voice in self.voices]

    def told(self, voice: Voice, text: Text | None) -> list[Paragraph]:
        """Return a text's paragraphs in one language, links leading to the published site."""

        def resolve(kind: str, name: str) -> str:
            return reachable(f"{self.address}{voice.locale}/{path_to(kind, name)}")

        return paragraph_runs(voice.words(text), resolve) if text else []

    def page_of(self, meeting: Meeting, voice: Voice | None = None) -> str:
        """Return the address of the meeting's checklist; empty where the site has none yet."""
        return reachable(f"{self.address}{(voice or self.lead).locale}/checklists/{meeting.slug}/")
