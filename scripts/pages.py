"""Every page of the guide in one locale: its address, its template and what the template shows."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from scripts.checklist import checklist_for
from scripts.guide import SEVERITIES, Guide
from scripts.localized import Text
from scripts.model import Entry, Source, Trick
from scripts.wording import Wording


@dataclass(frozen=True)
class Page:
    """One page before rendering.

    `path` is its address below the locale (`tricks/x/`, or empty for the home page); `language` is
    the locale its main text is in, which differs from the site's where a translation is missing.
    """

    path: str
    template: str
    title: str
    description: str
    context: Mapping[str, object] = field(default_factory=dict)
    searchable: bool = True
    toc: bool = False
    untranslated: bool = False
    stale: bool = False

    def with_toc(self) -> "Page":
        """Return the page with a table of contents beside it."""
        return replace(self, toc=True)

    def titled(self, title: str) -> "Page":
        """Return the page under another title."""
        return replace(self, title=title)

    def searched(self) -> "Page":
        """Return the page as one that search finds."""
        return replace(self, searchable=True)


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
        """Return interface words, falling back to the default locale's."""
        fallback = self.guide.wordings[self.guide.site.default_locale]
        return self.wording.say(key, fallback, **values)

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

    def untranslated(self, entry: Entry) -> bool:
        """Tell whether any text of the entry lacks this locale."""
        return any(not text.has(self.locale) for _, text in entry.texts())


def all_pages(voice: Voice) -> Iterator[Page]:
    """Yield every page of the locale."""
    yield _home(voice)
    yield from _trick_pages(voice)
    yield from _phase_pages(voice)
    yield from _countermeasure_pages(voice)
    yield from _checklist_pages(voice)
    yield from _quiz_pages(voice)
    yield from _reference_pages(voice)
    yield from _hand_written_pages(voice)


def _entry_page(voice: Voice, path: str, template: str, entry: Entry, **context: object) -> Page:
    return Page(
        path=path,
        template=template,
        title=voice.words(entry.name),
        description=voice.words(entry.summary),
        context={"entry": entry, **context},
        untranslated=voice.untranslated(entry),
        stale=voice.locale in entry.stale,
    )


def _index_page(voice: Voice, path: str, template: str, key: str, **context: object) -> Page:
    return Page(
        path=path,
        template=template,
        title=voice.say(f"{key}_title"),
        description=voice.say(f"{key}_description"),
        context=context,
        searchable=False,
    )


def _home(voice: Voice) -> Page:
    guide = voice.guide
    versions = guide.pages["index"]
    locale = voice.locale if voice.locale in versions else guide.site.default_locale
    page = versions[locale]
    return Page(
        path="",
        template="home.md.j2",
        title=page.title,
        description=page.description,
        context={"page": page, "language": locale, "searches": _example_searches(voice)},
        searchable=False,
    )


def _example_searches(voice: Voice) -> list[str]:
    return [word.strip() for word in voice.say("example_searches").split(",")]


def _trick_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    yield _index_page(voice, "tricks/", "catalogue.md.j2", "tricks", severities=SEVERITIES)
    tricks = list(guide.tricks.values())
    for index, trick in enumerate(tricks):
        yield _entry_page(
            voice,
            f"tricks/{trick.slug}/",
            "trick.md.j2",
            trick,
            phase=guide.phases[trick.phase],
            previous=tricks[index - 1] if index else None,
            next=tricks[index + 1] if index + 1 < len(tricks) else None,
            related=_related(guide, trick),
            quiz=_quiz_of(guide, trick),
        ).with_toc()


def _related(guide: Guide, trick: Trick) -> list[Trick]:
    """Return the related tricks: those it names, then those that name it."""
    naming = [other.slug for other in guide.tricks.values() if trick.slug in other.related]
    return [guide.tricks[slug] for slug in dict.fromkeys([*trick.related, *naming])]


def _quiz_of(guide: Guide, trick: Trick) -> Entry | None:
    quizzes = (quiz for quiz in guide.quizzes.values() if trick.phase in quiz.select.phases)
    return next(quizzes, None)


def _phase_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    for phase in guide.phases.values():
        yield Page(
            path=f"phases/{phase.id}/",
            template="phase.md.j2",
            title=voice.words(phase.name),
            description=voice.words(phase.summary),
            context={
                "phase": phase,
                "tricks": guide.tricks_of_phase(phase.id),
                "quizzes": [q for q in guide.quizzes.values() if phase.id in q.select.phases],
            },
            untranslated=any(not text.has(voice.locale) for _, text in phase.texts()),
        )


def _countermeasure_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    yield _index_page(voice, "countermeasures/", "countermeasures.md.j2", "countermeasures")
    for entry in guide.countermeasures.values():
        tricks = guide.tricks_by_countermeasure[entry.slug]
        meetings = [
            meeting
            for meeting in guide.meetings.values()
            if any(meeting.slug in trick.meetings for trick in tricks)
        ]
        path = f"countermeasures/{entry.slug}/"
        yield _entry_page(voice, path, "countermeasure.md.j2", entry, tricks=tricks, meetings=meetings)


def _checklist_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    checklists = {slug: checklist_for(guide, meeting) for slug, meeting in guide.meetings.items()}
    yield _index_page(voice, "checklists/", "checklists.md.j2", "checklists", checklists=checklists)
    for slug, checklist in checklists.items():
        page = _entry_page(
            voice, f"checklists/{slug}/", "checklist.md.j2", checklist.meeting, checklist=checklist
        )
        yield page.titled(voice.say("checklist_for", meeting=page.title))


def _quiz_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    yield _index_page(voice, "quizzes/", "quizzes.md.j2", "quizzes")
    for quiz in guide.quizzes.values():
        tricks = [t for phase in quiz.select.phases for t in guide.tricks_of_phase(phase)]
        yield _entry_page(
            voice,
            f"quizzes/{quiz.slug}/",
            "quiz.md.j2",
            quiz,
            questions=[(trick, question) for trick in tricks for question in trick.quiz],
        )


def _reference_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    terms = sorted(guide.terms.values(), key=lambda term: voice.sorting(voice.words(term.term)))
    glossary = _index_page(voice, "glossary/", "glossary.md.j2", "glossary", terms=terms)
    yield glossary.searched()
    yield _index_page(voice, "sources/", "sources.md.j2", "sources", citations=_citations(guide))


def _citations(guide: Guide) -> list[tuple[Source, list[Entry]]]:
    """Return each source once with the entries that cite it, the newest source first."""
    cited: dict[str, tuple[Source, list[Entry]]] = {}
    for entry in guide.citing():
        for source in entry.sources:
            cited.setdefault(source.url, (source, []))[1].append(entry)
    return sorted(cited.values(), key=lambda item: (item[0].date, item[0].url), reverse=True)


def _hand_written_pages(voice: Voice) -> Iterator[Page]:
    for slug, versions in voice.guide.pages.items():
        if slug == "index":
            continue
        default = voice.guide.site.default_locale
        locale = next(code for code in (voice.locale, default, *versions) if code in versions)
        page = versions[locale]
        yield Page(
            path=f"{slug}/",
            template="page.md.j2",
            title=page.title,
            description=page.description,
            context={"page": page, "language": locale},
            toc=True,
            untranslated=locale != voice.locale,
        )
