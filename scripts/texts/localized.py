"""Words in several locales, as contributors write them: one mapping of locale to words a text.

A class says which Markdown its words take: Name and Summary none, InlineText emphasis and links,
BlockText paragraphs and lists.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, RootModel

from scripts.problems import Faulty, fault
from scripts.texts.faults import Subset, find_faults
from scripts.texts.texts_read import note_one

LOCALE = r"^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$"

UNWRITTEN = "…"
"""The text of a field that nobody has written yet; `check` knows it."""

LocaleCode = Annotated[str, Field(pattern=LOCALE)]


_TORN = re.compile(r"(?<=[0-9\]])[ \n](?=[%‰])")
"""The space between a figure and its sign, at which no line may end."""


def _follow(subset: Subset) -> AfterValidator:
    def check(text: str) -> str:
        faults = list(find_faults(text, subset))
        if faults:
            raise Faulty(*faults)
        return _TORN.sub("\u00a0", text.strip())

    return AfterValidator(check)


def _locales_named(value: object) -> object:
    if isinstance(value, dict) and not value:
        raise Faulty(fault("no-language"))
    return value


class Text(RootModel[dict[LocaleCode, str]]):
    """Words in one or more locales."""

    model_config = ConfigDict(strict=True, frozen=True)

    def has(self, locale: str) -> bool:
        """Tell whether the words exist in this locale."""
        return locale in self.root

    @property
    def locales(self) -> frozenset[str]:
        """The locales that the words exist in."""
        return frozenset(self.root)

    def language_for(self, locale: str, default: str) -> str:
        """Return the locale to show in `locale`: itself, else the default, else the first given."""
        for candidate in (locale, default):
            if candidate in self.root:
                return candidate
        return next(iter(self.root))

    def words(self, locale: str, default: str) -> str:
        """Return the words for `locale`, falling back as `language_for` says."""
        note_one(self)
        return self.root[self.language_for(locale, default)]


PLAIN = _follow("plain")
_Many = BeforeValidator(_locales_named)


class Name(Text):
    """A title of at most 80 characters; no Markdown."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=80), PLAIN]],
        _Many,
    ]


class Summary(Text):
    """One sentence of at most 200 characters for cards, search results and link previews."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=200), PLAIN]],
        _Many,
    ]


class Label(Text):
    """A few words inside a picture, at most 40 characters; no Markdown."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=40), PLAIN]],
        _Many,
    ]


class Phrase(Text):
    """A sentence inside a picture, at most 110 characters; no Markdown."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=110), PLAIN]],
        _Many,
    ]


class InlineText(Text):
    """One paragraph; emphasis and links allowed."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=1200), _follow("inline")]],
        _Many,
    ]


class BlockText(Text):
    """Paragraphs and lists in Markdown; no headings, images or raw HTML."""

    root: Annotated[
        dict[LocaleCode, Annotated[str, Field(max_length=6000), _follow("block")]],
        _Many,
    ]


_Words = Annotated[list[Annotated[str, Field(max_length=60), PLAIN]], Field(max_length=100)]


class Aliases(RootModel[dict[LocaleCode, _Words]]):
    """Words that people type when they look for the entry; searched, never shown."""

    model_config = ConfigDict(strict=True, frozen=True)

    def words(self, locale: str) -> list[str]:
        """Return the search words of this locale."""
        return self.root.get(locale, [])
