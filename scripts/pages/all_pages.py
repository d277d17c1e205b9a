"""Every page of the guide in one locale."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scripts.derived import Citation, citations, costliest
from scripts.guide import (
    DEFAULT_KIND,
    GLOSSARY,
    GLOSSARY_FILE,
    HOME,
    SOURCES,
    Countermeasure,
    Entry,
    Guide,
    Question,
    Trick,
    Voice,
    path_to,
)
from scripts.pages.assessment_pages import assessment_pages
from scripts.pages.checklist_pages import checklist_pages
from scripts.pages.list_pages import catalogue_page, clauses_page, countermeasures_page, data_page, news_page
from scripts.pages.matrix_pages import matrix_pages
from scripts.pages.page import Page, entry_page, index_page
from scripts.pages.path_pages import path_pages
from scripts.pages.quiz_pages import quiz_pages
from scripts.pages.tool_pages import calculator_pages, compare_page, purchase_page
from scripts.pages.translation_pages import translation_pages
from scripts.pictures import timeline


def all_pages(voice: Voice) -> Iterator[Page]:
    """Yield every page of the locale."""
    yield _home(voice)
    yield from _trick_pages(voice)
    yield from _phase_pages(voice)
    yield from _countermeasure_pages(voice)
    yield from matrix_pages(voice)
    yield from checklist_pages(voice)
    yield purchase_page(voice)
    yield compare_page(voice)
    yield from quiz_pages(voice)
    yield from assessment_pages(voice)
    yield from calculator_pages(voice)
    yield clauses_page(voice)
    yield news_page(voice)
    yield data_page(voice)
    yield from path_pages(voice)
    yield from _reference_pages(voice)
    yield from _hand_written_pages(voice)
    yield from translation_pages(voice)


def _home(voice: Voice) -> Page:
    guide = voice.guide
    locale, page = voice.page("index")
    return Page(
        path=HOME,
        template="home.md.j2",
        title=page.title,
        description=page.description,
        context={
            "page": page,
            "language": locale,
            "searches": _example_searches(voice),
            "stations": timeline(guide),
            "assessment": guide.assessment,
            "costliest": {phase: costliest(guide, phase) for phase in guide.phases},
        },
        source=page.file,
        local=voice.origin(page),
    )


def _example_searches(voice: Voice) -> list[str]:
    return [word.strip() for word in voice.say("example_searches").split(",")]


def _trick_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    yield catalogue_page(voice)
    tricks = list(guide.tricks.values())
    for index, trick in enumerate(tricks):
        yield entry_page(
            voice,
            path_to("trick", trick.slug),
            "trick.md.j2",
            trick,
            phase=guide.phases[trick.phase],
            previous=tricks[index - 1] if index else None,
            next=tricks[index + 1] if index + 1 < len(tricks) else None,
            related=guide.related(trick),
            question=_shown_question(trick),
            first_question=_first_to_ask(guide, trick),
            quiz=_quiz_of(guide, trick),
            counted=guide.counts(trick.slug),
        ).with_toc()


def _shown_question(trick: Trick) -> Question:
    """Return the one question that stands on the trick's page: the simplest kind it has."""
    return min(trick.quiz, key=lambda question: question.kind != DEFAULT_KIND)


def _first_to_ask(guide: Guide, trick: Trick) -> Countermeasure | None:
    """Return the first countermeasure with a question to say aloud; the trick's own order decides."""
    acts = (guide.countermeasures[slug] for slug in trick.countermeasures)
    return next((act for act in acts if act.ask), None)


def _quiz_of(guide: Guide, trick: Trick) -> Entry | None:
    quizzes = (quiz for quiz in guide.quizzes.values() if quiz.select.is_about(trick.phase))
    return next(quizzes, None)


def _phase_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    for phase in guide.phases.values():
        yield Page(
            path=path_to("phase", phase.id),
            template="phase.md.j2",
            title=voice.words(phase.name),
            description=voice.words(phase.summary),
            context={
                "phase": phase,
                "tricks": guide.tricks_of_phase(phase.id),
                "quizzes": [q for q in guide.quizzes.values() if q.select.is_about(phase.id)],
            },
            untranslated=voice.untranslated(phase),
            stale=voice.locale in phase.stale,
            source=phase.file,
            local=voice.origin(phase),
        )


def _countermeasure_pages(voice: Voice) -> Iterator[Page]:
    guide = voice.guide
    yield countermeasures_page(voice)
    for entry in guide.countermeasures.values():
        tricks = guide.tricks_by_countermeasure[entry.slug]
        meetings = [
            meeting
            for meeting in guide.meetings.values()
            if any(meeting.slug in trick.meetings for trick in tricks)
        ]
        path = path_to("countermeasure", entry.slug)
        yield entry_page(voice, path, "countermeasure.md.j2", entry, tricks=tricks, meetings=meetings)


def _reference_pages(voice: Voice) -> Iterator[Page]:
    glossary = index_page(voice, GLOSSARY, "glossary.md.j2", "glossary", letters=voice.terms_by_letter())
    yield replace(glossary, source=GLOSSARY_FILE)
    yield index_page(voice, SOURCES, "sources.md.j2", "sources", kinds=_citations(voice))


def _citations(voice: Voice) -> Mapping[str, Sequence[Citation]]:
    """Return each source once with what cites it, the newest source first and the undated last, by kind.

    The kind with most sources is the first.
    """
    by_kind: dict[str, list[Citation]] = {}
    for each in citations(voice):
        by_kind.setdefault(each.source.kind, []).append(each)
    for cited in by_kind.values():
        cited.sort(key=lambda each: (each.source.date or "", each.source.url), reverse=True)
    return dict(sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0])))


def _hand_written_pages(voice: Voice) -> Iterator[Page]:
    for slug in voice.guide.pages:
        if slug == "index":
            continue
        locale, page = voice.page(slug)
        yield Page(
            path=path_to("page", slug),
            template="page.md.j2",
            title=page.title,
            description=page.description,
            context={"page": page, "language": locale},
            toc=True,
            untranslated=locale != voice.locale,
            stale=page.front.stale,
            source=page.file,
            local=voice.origin(page),
        )
