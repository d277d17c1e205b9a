"""What search can lead to in one language: pages and places of pages, with what they are found by."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from scripts import texts
from scripts.derived import Pieces, entry_addresses
from scripts.guide import (
    CALCULATOR,
    CHECKLISTS,
    CLAUSES,
    COMPARE,
    DATA,
    GLOSSARY,
    MATRIX_OF_COUNTERMEASURES,
    MATRIX_OF_MEETINGS,
    MY_CHECKLIST,
    NEWS,
    PATHS,
    PURCHASE,
    QUIZZES,
    Entry,
    Listed,
    Part,
    SearchKind,
    Term,
    Voice,
    path_to,
)
from scripts.pages.search_terms import columns_of
from scripts.store import NOTHING_KEPT, Store
from scripts.texts import Aliases, Text

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "trick": ("warning_signs", "variants"),
    "countermeasure": ("check", "ask"),
    "meeting": ("goal",),
    "assessment": ("statements",),
}
"""By kind of entry: the fields that say in a sentence what it is about."""

_NOT_SAID = frozenset(("name", "term", "summary", "sources", "quiz", "lesson"))
"""Fields that stand elsewhere in what is searched, or that their page keeps for later or for paper."""

_LISTS: Sequence[tuple[SearchKind, str, str, str]] = (
    ("checklist", "kind_checklist", "checklists", CHECKLISTS),
    ("checklist", "kind_checklist", "mine", MY_CHECKLIST),
    ("checklist", "kind_checklist", "purchase", PURCHASE),
    ("page", "kind_page", "compare", COMPARE),
    ("quiz", "kind_quiz", "quizzes", QUIZZES),
    ("glossary", "glossary", "glossary", GLOSSARY),
    ("path", "kind_path", "paths", PATHS),
    ("page", "kind_page", "clauses", CLAUSES),
    ("page", "kind_page", "news", NEWS),
    ("page", "kind_page", "data", DATA),
    ("page", "kind_page", "matrix_meetings", MATRIX_OF_MEETINGS),
    ("page", "kind_page", "matrix_acts", MATRIX_OF_COUNTERMEASURES),
)
"""Pages that list entries: their kind, the words that name it, the words that head them, their address."""


@dataclass(frozen=True)
class Searchable:
    """One place that search leads to; `path` is its address below the locale.

    `first` are sentences that say what it is about, `rest` the others; `elsewhere` are its names and
    aliases in the other languages; `asked` is how people put it who know none of these words. `found_by` is
    what is made of `said`, where that was kept.
    """

    path: str
    kind: SearchKind
    label: str
    title: str
    summary: str
    aliases: Sequence[str] = ()
    elsewhere: Sequence[str] = ()
    asked: Sequence[str] = ()
    first: Sequence[str] = ()
    rest: Sequence[str] = ()
    found_by: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def said(self) -> Mapping[str, Sequence[str]]:
        """What it is found by but for `asked`, by how much that weighs."""
        return {
            "titles": [self.title],
            "aliases": self.aliases,
            "elsewhere": self.elsewhere,
            "shown": [self.summary, *self.first],
            "rest": self.rest,
        }


def searchables(voice: Voice, store: Store = NOTHING_KEPT) -> Iterator[Searchable]:
    """Yield every place that search leads to, in the order of the guide.

    Entries are read anew only where `store` does not hold what came of the same words.
    """
    words = voice.guide.search.get(voice.locale)
    for each in _places(voice, store):
        yield replace(each, asked=words.asked.get(each.path, [])) if words else each


def _places(voice: Voice, store: Store) -> Iterator[Searchable]:
    guide, pieces = voice.guide, Pieces(store)
    for entry, path in entry_addresses(guide):
        make = partial(_as_json, voice, entry, path)
        yield Searchable(**json.loads(pieces.made(guide, "searchable", f"{voice.locale}/{path}", "", make)))
    for phase in guide.phases.values():
        yield Searchable(
            path=path_to("phase", phase.id),
            kind="phase",
            label=_label(voice, voice.say("kind_phase"), phase),
            title=voice.words(phase.name),
            summary=voice.words(phase.summary),
            elsewhere=_elsewhere(voice, phase.name),
            rest=_sentences(voice, phase, ()),
        )
    for term in guide.terms.values():
        yield _term(voice, term)
    yield from _pages(voice)


def _as_json(voice: Voice, entry: Entry, path: str) -> bytes:
    found = _entry(voice, entry, path)
    by = {name: sorted(words) for name, words in columns_of(found.said).items()}
    return json.dumps(vars(replace(found, found_by=by)), ensure_ascii=False).encode()


def _entry(voice: Voice, entry: Entry, path: str) -> Searchable:
    kind: SearchKind = "checklist" if entry.kind == "meeting" else entry.kind  # type: ignore[assignment]
    shown = _SHOWN.get(entry.kind, ())
    return Searchable(
        path=path,
        kind=kind,
        label=_label(voice, voice.kind_of(entry), entry),
        title=voice.words(entry.name),
        summary=voice.words(entry.summary),
        aliases=[*entry.aliases.words(voice.locale), *_plain_name(voice, entry)],
        elsewhere=_elsewhere(voice, entry.name, entry.aliases),
        first=_sentences(voice, entry, (), shown),
        rest=_sentences(voice, entry, shown),
    )


def _label(voice: Voice, kind: str, part: Entry | Listed) -> str:
    """Return what readers call the kind of a part, and whose it is where it is not the guide's own."""
    return " · ".join(filter(None, (kind, voice.origin(part))))


def _plain_name(voice: Voice, entry: Entry) -> list[str]:
    """Return the name of a meeting, by which people ask for it; a trick's is often a figure of speech."""
    return [voice.words(entry.name)] if entry.kind == "meeting" else []


def _term(voice: Voice, term: Term) -> Searchable:
    return Searchable(
        path=path_to("term", term.id),
        kind="glossary",
        label=_label(voice, voice.say("glossary"), term),
        title=voice.words(term.term),
        summary=texts.words(voice.words(term.definition)),
        aliases=term.aliases.words(voice.locale),
        elsewhere=_elsewhere(voice, term.term, term.aliases),
    )


def _pages(voice: Voice) -> Iterator[Searchable]:
    guide = voice.guide
    for kind, label, key, path in _LISTS:
        title, description = voice.say(f"{key}_title"), voice.say(f"{key}_description")
        yield _asked_for(voice, Searchable(path, kind, voice.say(label), title, description))
    if guide.calculator:
        yield _asked_for(voice, _calculator(voice))
    for slug in guide.pages:
        if slug == "index":
            continue
        _, page = voice.page(slug)
        said = list(texts.paragraphs(page.body))
        label, path = voice.say("kind_page"), path_to("page", slug)
        yield _asked_for(voice, Searchable(path, "page", label, page.title, page.description, rest=said))


def _asked_for(voice: Voice, page: Searchable) -> Searchable:
    """Return a page with what people call it: it has no entry whose aliases would say so."""
    called = {locale: words.pages.get(page.path, []) for locale, words in voice.guide.search.items()}
    here = called.pop(voice.locale, [])
    return replace(page, aliases=here, elsewhere=[word for words in called.values() for word in words])


def _calculator(voice: Voice) -> Searchable:
    groups = list(voice.guide.calculator.values())
    return Searchable(
        CALCULATOR,
        "page",
        voice.say("kind_page"),
        voice.say("calculator_title"),
        voice.say("calculator_description"),
        first=[voice.words(each.name) for group in groups for each in group.inputs],
        rest=[said for group in groups for said in _sentences(voice, group, ())],
    )


def _elsewhere(voice: Voice, name: Text, aliases: Aliases | None = None) -> list[str]:
    others = [locale for locale in voice.guide.site.locales if locale != voice.locale]
    said = [name.words(locale, locale) for locale in others if name.has(locale)]
    return said + [word for locale in others for word in (aliases.words(locale) if aliases else ())]


def _sentences(
    voice: Voice, part: Part, without: Sequence[str], only: Sequence[str] | None = None
) -> list[str]:
    return [
        paragraph
        for at, text in part.texts()
        if at[0] not in _NOT_SAID and at[0] not in without and (only is None or at[0] in only)
        for paragraph in texts.paragraphs(voice.words(text))
    ]
