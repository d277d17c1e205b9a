"""The texts of entries as a PO file, for the programs in which translators work, and back again.

A text is known by its file and its place in it, told in ids where there are any, so that a file that was sent
out fits a guide that has grown since. Its source words come back with it: where they have changed meanwhile,
the translation is of something else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import polib
from pydantic import ValidationError

from scripts.entries import FieldPath, Loaded, MarkedYaml, explain
from scripts.guide import Guide
from scripts.problems import Fault, Level, Problem, fault
from scripts.texts import BlockText, InlineText, Text

_FROM = "X-Source-Language"


@dataclass(frozen=True)
class Place:
    """A text of the guide: its file, where it stands there, whether a language's words are older."""

    file: str
    path: FieldPath
    text: Text
    stale: tuple[str, ...]
    name: str
    """The file and the place in words that last, which a PO file holds as `msgctxt`."""


def places(guide: Guide) -> Iterator[Place]:
    """Yield every text of every entry, phase, term and group of costs, in the guide's order."""
    for placed in guide.placed():
        for path, text in placed.part.texts():
            names = [placed.reference[1]] if placed.at else []
            name = f"{placed.file}#{'.'.join([*names, *_names(placed.part, path)])}"
            yield Place(placed.file, (*placed.at, *path), text, tuple(placed.part.stale), name)


def _names(part: Any, path: FieldPath) -> Iterator[str]:
    for step in path:
        within = isinstance(part, dict) or isinstance(step, int)
        part = part[step] if within else getattr(part, str(step))
        yield str(getattr(part, "id", step)) if isinstance(step, int) else str(step)


def exported(guide: Guide, locale: str, source: str, *, all_texts: bool) -> str:
    """Return the PO file that asks for the guide's texts in `locale`, told in `source`.

    Without `all_texts` only what is missing or stale is asked for. The same guide gives the same bytes.
    """
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": guide.wordings[guide.site.default_locale].say("site_name"),
        "Language": locale,
        _FROM: source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for place in places(guide):
        waits = not place.text.has(locale) or locale in place.stale
        if place.text.has(source) and (waits or all_texts):
            file.append(_asked(place, locale, source))
    return str(file)


def _asked(place: Place, locale: str, source: str) -> polib.POEntry:
    forms = {
        BlockText: "Markdown: paragraphs, lists, emphasis, links",
        InlineText: "Markdown: emphasis, links",
    }
    return polib.POEntry(
        msgctxt=place.name,
        msgid=place.text.root[source],
        msgstr=place.text.root.get(locale, ""),
        comment=forms.get(type(place.text), "No Markdown"),
        flags=["fuzzy"] if locale in place.stale and place.text.has(locale) else [],
    )


@dataclass(frozen=True)
class Taken:
    """What a PO file brings: new words by file and place, and what is wrong with it."""

    locale: str
    words: Mapping[str, Mapping[FieldPath, str]]
    problems: list[Problem]


def taken(loaded: Loaded, text: str, shown_as: str) -> Taken:
    """Return what the PO file `text` brings for a guide; `shown_as` is the file's name in messages.

    What waits in it (empty or fuzzy) and what says nothing new is passed over. Words whose source has changed
    are left out with a warning.
    """
    guide = loaded.guide
    file = _read(text)
    if file is None or guide is None:
        return Taken("", {}, [Problem(shown_as, 1, 1, "", fault("not-a-po-file"))])
    locale = file.metadata.get("Language", "").replace("_", "-")
    source = file.metadata.get(_FROM, guide.site.default_locale)
    if locale not in guide.site.locales or source not in guide.site.locales or locale == source:
        odd = fault("po-language", given=locale or "?", known=", ".join(guide.site.locales))
        return Taken("", {}, [Problem(shown_as, 1, 1, "", odd)])
    judge = _Judge(shown_as, locale, source, {place.name: place for place in places(guide)})
    words: dict[str, dict[FieldPath, str]] = {}
    problems: list[Problem] = []
    for name, entries in groupby(sorted(file.translated_entries(), key=_name), key=_name):
        entry, *others = entries
        found = [*judge.faults(entry), *(judge.at(each, fault("po-twice", given=name)) for each in others)]
        problems += found
        place, said = judge.known.get(name), entry.msgstr.strip()
        if place and not found and said != place.text.root.get(locale):
            words.setdefault(place.file, {})[place.path] = said
    return Taken(locale, words, problems)


def _name(entry: polib.POEntry) -> str:
    return entry.msgctxt or ""


def _read(text: str) -> polib.POFile | None:
    # A name of a file would be opened; with a line end it is a text.
    try:
        return polib.pofile(text + "\n", encoding="utf-8")
    except (OSError, ValueError, UnicodeError, IndexError, AttributeError):
        return None


@dataclass(frozen=True)
class _Judge:
    """Says what is wrong with parts of a PO file."""

    shown_as: str
    locale: str
    source: str
    known: Mapping[str, Place]

    def at(self, entry: polib.POEntry, found: Fault, level: Level = "error") -> Problem:
        """Return a problem where a part of the file begins."""
        return Problem(self.shown_as, entry.linenum or 1, 1, "", found, level)

    def faults(self, entry: polib.POEntry) -> Iterator[Problem]:
        """Yield what is wrong with one translated part."""
        name = _name(entry)
        place = self.known.get(name)
        if place is None:
            yield self.at(entry, fault("po-place", name=name, among=[*self.known]))
        elif place.text.root.get(self.source, "") != entry.msgid.strip():
            yield self.at(entry, fault("po-old-source", given=name), "warning")
        else:
            try:
                type(place.text).model_validate({self.locale: entry.msgstr})
            except ValidationError as error:
                marked = MarkedYaml.of_one_place(self.shown_as, (entry.linenum or 1, 1))
                yield from explain(error, type(place.text), marked, ())
