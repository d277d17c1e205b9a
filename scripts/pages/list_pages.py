"""The lists of all: every trick and every countermeasure, which readers narrow, clauses, news, data."""

from collections.abc import Iterable, Mapping, Sequence

from scripts.derived import (
    EFFORTS,
    clauses_by_subject,
    entry_addresses,
    first_clauses,
    news,
    shared_by_clauses,
)
from scripts.guide import (
    API,
    CLAUSES,
    COUNTERMEASURES,
    DATA,
    FEED,
    NEWS,
    SEVERITIES,
    TRICKS,
    Countermeasure,
    Voice,
)
from scripts.open_data import PLURALS
from scripts.pages.page import Page, index_page

MOMENTS = ("before", "during", "after")
_GIVES = ("question", "letter", "clause", "deed")

Facet = Sequence[tuple[str, str]]
"""The values that a filter offers, each with its words."""


def catalogue_page(voice: Voice) -> Page:
    """Return the list of all tricks."""
    facets = {**_shared_facets(voice), "severity": severity_facet(voice)}
    # Who is short of time is led to the path that takes least of it.
    quickest = min(voice.guide.paths.values(), key=lambda path: (path.minutes, path.order), default=None)
    return index_page(voice, TRICKS, "catalogue.md.j2", "tricks", facets=facets, quickest=quickest)


def countermeasures_page(voice: Voice) -> Page:
    """Return the list of all countermeasures."""
    facets = {
        **_shared_facets(voice),
        "when": _said(voice, "moment", MOMENTS),
        "effort": _said(voice, "effort", EFFORTS),
        "gives": _said(voice, "gives", _GIVES),
    }
    return index_page(
        voice,
        COUNTERMEASURES,
        "countermeasures.md.j2",
        "countermeasures",
        facets=facets,
        moments=MOMENTS,
        gives=given_by,
    )


def given_by(act: Countermeasure) -> list[str]:
    """Return what a countermeasure holds for the reader: words to say, to send, to sign; else a deed."""
    held = {"question": act.ask, "letter": act.ask_in_writing, "clause": act.clause}
    return [name for name, text in held.items() if text] or ["deed"]


def phase_facet(voice: Voice) -> Facet:
    """Return the phases as a filter offers them."""
    return [(phase.id, voice.words(phase.name)) for phase in voice.guide.phases.values()]


def severity_facet(voice: Voice) -> Facet:
    """Return what a trick costs as a filter offers it: none that would leave the list empty."""
    held = {trick.severity for trick in voice.guide.tricks.values()}
    return _said(voice, "severity", (value for value in SEVERITIES if value in held))


def _shared_facets(voice: Voice) -> Mapping[str, Facet]:
    meetings = voice.guide.meetings.values()
    return {
        "phase": phase_facet(voice),
        "meeting": [(meeting.slug, voice.words(meeting.name)) for meeting in meetings],
    }


def _said(voice: Voice, key: str, values: Iterable[str]) -> Facet:
    return [(value, voice.say(f"{key}_{value}")) for value in values]


_SPOKEN_OF_CLAUSES = (
    *("clauses_picked", "clauses_conflict", "clauses_text_head", "copied_text"),
    *("copy_failed", "clauses_not_kept", "clauses_of_purchase"),
)
"""What the page's script says: the interface's words by their keys."""


def clauses_page(voice: Voice) -> Page:
    """Return the list of all clauses, by subject."""
    groups, shared = clauses_by_subject(voice), shared_by_clauses(voice)
    return index_page(
        voice,
        CLAUSES,
        "clauses.md.j2",
        "clauses",
        groups=groups,
        first=first_clauses(groups),
        shared=shared,
        patterns={
            **{key: voice.pattern(key) for key in _SPOKEN_OF_CLAUSES},
            # The text to copy ends with what its clauses share: whoever gets it reads first what is asked.
            "clauses_shared": "\n\n".join("\n".join([head, "", *told]) for head, told in shared.items()),
        },
    )


def news_page(voice: Voice) -> Page:
    """Return what came into the guide and what was read again, day by day."""
    addresses = {(entry.kind, entry.slug): address for entry, address in entry_addresses(voice.guide)}
    kinds = list(dict.fromkeys(kind for kind, _ in addresses))
    days = news(voice.guide)
    return index_page(
        voice, NEWS, "news.md.j2", "news", days=days, kinds=kinds, addresses=addresses, feed=FEED
    )


_FILES = (
    ("data_index", "index.json"),
    ("data_csv", "{locale}/catalogue.csv"),
    ("data_xlsx", "every-language/catalogue.xlsx"),
    ("data_schema", "schema.json"),
    ("data_openapi", "openapi.json"),
)
"""What there is beside the entries, each with the words that say what it is for."""


def data_page(voice: Voice) -> Page:
    """Return what other programs are given, with examples."""
    files = [(key, path.format(locale=voice.locale)) for key, path in _FILES]
    return index_page(voice, DATA, "data.md.j2", "data", files=files, kinds=PLURALS, api=API)
