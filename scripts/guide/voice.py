"""The guide as spoken in one locale."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.guide.part import Part
from scripts.guide.whole import Guide
from scripts.guide.wording import Pattern, PluralForm, Wording
from scripts.problems import Problem, ProblemsFound, fault
from scripts.texts import Text


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

    def sorting(self, words: str) -> tuple[str, str]:
        """Return a sort key that passes over accents and case."""
        letters = unicodedata.normalize("NFD", words.casefold())
        return "".join(c for c in letters if not unicodedata.combining(c)), words

    def untranslated(self, part: Part) -> bool:
        """Tell whether any text of the part lacks this locale."""
        return any(not text.has(self.locale) for _, text in part.texts())
