"""The words of a locale: the interface's, from `content/ui/`, and what search knows (`content/search/`)."""

import datetime
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from string import Formatter
from typing import Annotated, Any, Literal, cast

import re2
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_group_symbol
from pydantic import AfterValidator, Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from scripts.guide.part import Part
from scripts.problems import Faulty, fault
from scripts.texts import PLAIN

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]


@lru_cache(maxsize=8192)
def placeholders(pattern: str) -> frozenset[str]:
    """Return the names in braces of a wording pattern.

    Raises Faulty where a brace is open or holds more than a simple name.
    Kept: a preview and a form's answer check the same thousands of words each time.
    """
    names = set()
    try:
        pieces = list(Formatter().parse(pattern))
    except ValueError:
        raise Faulty(fault("open-brace")) from None
    for _, name, spec, conversion in pieces:
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise Faulty(fault("bad-placeholder", name=name))
        names.add(name)
    return frozenset(names)


def _simple_placeholders(pattern: str) -> str:
    placeholders(pattern)
    return pattern


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 1 << 20
    return options


def _regular_expression(pattern: str) -> str:
    try:
        re2.compile(pattern, _options())
    except re2.error as error:
        raise Faulty(fault("bad-expression", detail=_said(error))) from None
    return pattern


def _said(error: re2.error) -> str:
    reason = error.args[0] if error.args else error
    return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)


def passive_voice(pattern: str, sentence: str) -> str:
    """Return the words of a sentence that a language's `passive` finds; empty where it finds none.

    RE2 reads the pattern: its time grows with the sentence's length alone, whatever the pattern is.
    """
    found = _compiled(pattern).search(sentence)
    return str(found.group(0)) if found else ""


@cache
def _compiled(pattern: str) -> Any:
    return re2.compile(pattern, _options())


def _every_count_has_words(forms: dict[PluralForm, str]) -> dict[PluralForm, str]:
    if "other" not in forms:
        raise Faulty(fault("no-other-form"))
    return forms


Pattern = Annotated[str, Field(max_length=400), PLAIN, AfterValidator(_simple_placeholders)]
Counted = Annotated[dict[PluralForm, Pattern], AfterValidator(_every_count_has_words)]
Words = Annotated[
    Annotated[Pattern, Tag("pattern")] | Annotated[Counted, Tag("counted")],
    Discriminator(lambda words: "counted" if isinstance(words, dict) else "pattern"),
]


class Wording(Part):
    """Every word of the interface that is not an entry's text, from `content/ui/<locale>.yml`."""

    code: SkipJsonSchema[str]
    language: Annotated[str, Field(max_length=40), PLAIN] = Field(
        description="The language's own name: Español."
    )
    direction: Literal["ltr", "rtl"] = "ltr"
    passive: Annotated[str, Field(max_length=400), AfterValidator(_regular_expression)] | None = Field(
        default=None, description="A regular expression for the passive voice, of which `check` warns."
    )
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="The country whose spelling the texts follow: GB."
    )
    thousands: Annotated[str, Field(pattern=r"^[\u00a0\u202f\u2019.,']$")] | None = Field(
        default=None,
        description="What stands between the thousands from five digits on, if not what CLDR says.",
    )
    alphabet: Annotated[str, Field(max_length=400), PLAIN] | None = Field(
        default=None, description="The letters in their order, a space between them: … M N Ñ O …"
    )
    words: dict[str, Words]

    def say(self, key: str, fallback: "Wording | None" = None, /, **values: object) -> str:
        """Return the words for `key` with placeholders filled; `count` chooses the plural form.

        Raises KeyError where neither this wording nor `fallback` has the key.
        """
        found = self.words.get(key)
        if found is None:
            if fallback is None:
                raise KeyError(key)
            return fallback.say(key, **values)
        if isinstance(found, dict):
            count = values.get("count")
            form = self._plural_form(count) if isinstance(count, int) else "other"
            found = found.get(form, found["other"])
        return found.format_map(_AsText(values))

    @property
    def tag(self) -> str:
        """The language tag with its region where one is given: `en-GB` (BCP 47)."""
        return f"{self.code}-{self.region}" if self.region and "-" not in self.code else self.code

    @property
    def language_in_a_phrase(self) -> str:
        """The language's own name among other words: `español`, with no capital in Spanish, but `English`.

        CLDR gives names as they stand within a sentence. What it does not know stays as it is.
        """
        within = self._babel_locale().get_language_name() or ""
        alike = self.language[: len(within)].casefold() == within.casefold()
        return within + self.language[len(within) :] if alike else self.language

    def listed(self, items: list[str]) -> str:
        """Join items as the language does: `a, b y c`."""
        return format_list(items, locale=self._babel_locale()) if items else ""

    def date(self, written: str) -> str:
        """Return an ISO date, whole or without its day or month, as the language writes it."""
        year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
        moment = datetime.date(year, month, day)
        match written.count("-"):
            case 0:
                return written
            case 1:
                return str(format_skeleton("yMMMM", moment, locale=self._babel_locale()))
            case _:
                return format_date(moment, "long", locale=self._babel_locale())

    def number(self, number: float) -> str:
        """Return a number as the language writes it, with one decimal at the most: `12,500`, `3.5`."""
        written = format_decimal(number, "#,##0.#", locale=self._babel_locale())
        if self.thousands is None:
            return written
        between = self.thousands if abs(number) >= 10_000 else ""
        return written.replace(get_group_symbol(self._babel_locale()), between)

    @property
    def letters(self) -> Sequence[str]:
        """The language's letters as they are shown, in their order; none where no alphabet is given."""
        return (self.alphabet or "").split()

    def spelt(self, words: str) -> Sequence[str]:
        """Return what words are sorted by: their letters, without case or accents, from the first one on.

        What the alphabet names stays a letter of its own (`ñ`, `å`, also `ch`).
        """
        own = sorted((letter.casefold() for letter in self.letters), key=len, reverse=True)
        rest = unicodedata.normalize("NFC", words.casefold())
        rest = rest.lstrip("".join({sign for sign in rest if not sign.isalnum()})) or rest
        found: list[str] = []
        while rest:
            letter = next((each for each in own if rest.startswith(each)), "")
            bare = (c for c in unicodedata.normalize("NFD", rest[0]) if not unicodedata.combining(c))
            found += [letter] if letter else bare
            rest = rest[len(letter) or 1 :]
        return found

    def _plural_form(self, count: int) -> PluralForm:
        return cast("PluralForm", self._babel_locale().plural_form(count))

    def _babel_locale(self) -> Locale:
        for tag in (self.tag, self.code):
            with suppress(UnknownLocaleError, ValueError):
                return Locale.parse(tag, sep="-")
        return Locale.parse("en")


class _AsText(dict[str, str]):
    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__({name: str(value) for name, value in values.items()})


_Phrase = Annotated[str, Field(min_length=1, max_length=60), PLAIN]
_Phrases = Annotated[list[_Phrase], Field(max_length=400)]

SearchKind = Literal[
    "trick", "countermeasure", "checklist", "quiz", "assessment", "path", "glossary", "phase", "page"
]
"""The kinds of page that search tells apart."""


class SearchWords(Part):
    """How people ask in one language: what says nothing, what means the same, what asks for which page.

    From `content/search/<locale>.yml`.
    """

    code: SkipJsonSchema[str]
    stops: _Phrases = Field(default=[], description="Words that say nothing of what is looked for.")
    same: Annotated[
        list[Annotated[list[_Phrase], Field(min_length=2, max_length=40)]], Field(max_length=400)
    ] = Field(default=[], description="Groups of words that mean the same to whoever looks.")
    asking: dict[SearchKind, _Phrases] = Field(
        default={}, description="Words that ask for a kind of page: questions bring checklists."
    )
    pages: dict[_Phrase, _Phrases] = Field(
        default={}, description="How people ask for a page that no entry's aliases lead to, by its address."
    )
    asked: dict[_Phrase, _Phrases] = Field(
        default={}, description="How people who never saw the guide put what a page answers, by its address."
    )
    unlisted: _Phrases = Field(
        default=[], description="Names and foreign words: no alias that holds one is in the handbook's index."
    )
    indexed: dict[_Phrase, _Phrases] = Field(
        default={}, description="What the handbook's index prints, by it the words whose pages stand there."
    )
    articles: _Phrases = Field(default=[], description="Words that the handbook's index files nothing under.")
