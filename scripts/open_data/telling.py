"""Entries told to other programs: from the guide's models to those that are promised."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from scripts import texts
from scripts.derived import entry_addresses, newest_day
from scripts.guide import (
    Assessment,
    BlankForm,
    Countermeasure,
    Entry,
    Grid,
    Guide,
    GuidedPath,
    Meeting,
    Observed,
    Phase,
    Quiz,
    Reviewed,
    Source,
    Term,
    Trick,
    path_to,
)
from scripts.texts import Text

Fields = dict[str, Any]
ALL = "every-language"
"""In the place of a language: every text by language. No code of a language is as long."""


def id_of(kind: str, slug: str) -> str:
    """Return the id of an entry, which is its own for good."""
    return f"{kind}/{slug}"


def _ids(kind: str, slugs: Iterable[str]) -> list[str]:
    return [id_of(kind, slug) for slug in slugs]


class Teller:
    """Tells a guide's entries in one language, or in `ALL`; `address` is the site's (ends with `/`)."""

    def __init__(self, guide: Guide, language: str, address: str) -> None:
        self._guide = guide
        self._address = address
        self.language = language

    def entries(self) -> Iterator[Fields]:
        """Yield the fields of every entry, phase and term, in the guide's order."""
        for entry, path in entry_addresses(self._guide):
            yield {**self._entry(entry, path), **_TELLING[entry.kind](self, entry)}
        for phase in self._guide.phases.values():
            yield self._phase(phase)
        for term in self._guide.terms.values():
            yield self._term(term)

    def text(self, text: Text | None) -> str | Mapping[str, str] | None:
        """Return a text's words, links as whole addresses; None where there is none."""
        if text is None:
            return None
        if self.language == ALL:
            return {locale: self._linked(words, locale) for locale, words in text.root.items()}
        default = self._guide.site.default_locale
        return self._linked(text.words(self.language, default), self.language)

    def _linked(self, words: str, locale: str) -> str:
        if "](" not in words:
            return words
        for address in dict.fromkeys(texts.addresses(words)):
            found = texts.reference(address)
            if found:
                words = words.replace(f"]({address})", f"]({self._address}{locale}/{path_to(*found)})")
        return words

    def _page(self, path: str) -> str | Mapping[str, str]:
        if self.language == ALL:
            return {locale: f"{self._address}{locale}/{path}" for locale in self._guide.site.locales}
        return f"{self._address}{self.language}/{path}"

    def _translated(self, part: Entry | Phase | Term) -> bool:
        wanted = self._guide.site.locales if self.language == ALL else [self.language]
        return not part.texts() or part.whole_in.issuperset(wanted)

    def _entry(self, entry: Entry, path: str) -> Fields:
        return {
            "id": id_of(entry.kind, entry.slug),
            "kind": entry.kind,
            "slug": entry.slug,
            "url": self._page(path),
            "name": self.text(entry.name),
            "summary": self.text(entry.summary),
            "origin": self._guide.origin(entry) or "guide",
            "formerly": _ids(entry.kind, entry.formerly),
            "added": entry.added,
            "reviewed": entry.reviewed if isinstance(entry, Reviewed) else None,
            "lastmod": newest_day(entry) or None,
            "translated": self._translated(entry),
            "stale": entry.stale,
        }

    def _part(self, kind: str, part: Phase | Term, name: Text, summary: Text) -> Fields:
        return {
            "id": id_of(kind, part.id),
            "kind": kind,
            "slug": part.id,
            "url": self._page(path_to(kind, part.id)),
            "name": self.text(name),
            "summary": self.text(summary),
            "origin": self._guide.origin(part) or "guide",
            **{"formerly": [], "added": None, "reviewed": None, "lastmod": None},
            "translated": self._translated(part),
            "stale": part.stale,
        }

    def _phase(self, phase: Phase) -> Fields:
        held = [trick.slug for trick in self._guide.tricks_of_phase(phase.id)]
        told = {"intro": self.text(phase.intro), "tricks": _ids("trick", held)}
        return {**self._part("phase", phase, phase.name, phase.summary), **told}

    def _term(self, term: Term) -> Fields:
        told = self._part("term", term, term.term, term.definition)
        return {**told, "tricks": _ids("trick", term.tricks)}

    def trick(self, trick: Trick) -> Fields:
        """Return what a trick has beside what every entry has."""
        return {
            "phase": id_of("phase", trick.phase),
            "severity": trick.severity,
            "meetings": _ids("meeting", trick.meetings),
            **self._texts(trick, "mechanism", "cost", "fair_side"),
            "variants": [
                {"id": each.id, "name": self.text(each.name), "text": self.text(each.text)}
                for each in trick.variants
            ],
            "warning_signs": [
                {"id": sign.id, "name": None, "text": self.text(sign.text)} for sign in trick.warning_signs
            ],
            "countermeasures": _ids("countermeasure", trick.countermeasures),
            "related": _ids("trick", trick.related),
            "sources": _sources(trick.sources),
        }

    def countermeasure(self, act: Countermeasure) -> Fields:
        """Return what a countermeasure has beside what every entry has."""
        subject = self._guide.clause_subjects.get(act.clause_subject or "")
        return {
            "when": act.when,
            "effort": act.effort,
            "ask_of": act.ask_of,
            **self._texts(act, "check", "how", "ask", "ask_in_writing", "proof", "if_refused"),
            **self._texts(act, "clause", "clause_caption"),
            "clause_subject": self.text(subject.name if subject else None),
            "tricks": _ids("trick", (each.slug for each in self._guide.tricks_by_countermeasure[act.slug])),
            "sources": _sources(act.sources),
        }

    def meeting(self, meeting: Meeting) -> Fields:
        """Return what a meeting has beside what every entry has."""
        return {
            "vendor": meeting.vendor,
            **self._texts(meeting, "goal", "intro", "record", "bring", "signing"),
            "signed": meeting.contract == "signed",
            "short": _ids("countermeasure", meeting.short),
            "first": _ids("countermeasure", meeting.first),
            "grid": self._grid(meeting.grid),
            "forms": [self._form(name, form) for name, form in meeting.forms.items()],
            "observed": self._observed(meeting.observed),
            "asked_back": [self._texts(each, "heard", "answer") for each in meeting.asked_back],
            "worded": [
                {
                    "countermeasure": id_of("countermeasure", slug),
                    "ask_of": here.ask_of,
                    **self._texts(here, "check", "ask", "ask_in_writing", "proof", "if_refused"),
                    "noted": self._observed(here.noted),
                }
                for slug, here in meeting.worded.items()
            ],
            "tricks": _ids("trick", (each.slug for each in self._guide.tricks_of_meeting(meeting.slug))),
        }

    def _form(self, name: str, form: BlankForm) -> Fields:
        return {
            "id": name,
            "private": form.private,
            **self._texts(form, "name", "summary", "foot"),
            **{part: list(map(self.text, getattr(form, part))) for part in ("lines", "questions", "columns")},
            "noted": self._observed(form.noted),
        }

    def _observed(self, observed: Sequence[Observed]) -> list[Fields]:
        said = self.text
        return [{"what": said(each.what), "choices": list(map(said, each.choices))} for each in observed]

    def _grid(self, grid: Grid | None) -> Fields | None:
        if grid is None:
            return None
        return {
            "title": self.text(grid.title),
            "rows": len(grid.begun),
            **{part: list(map(self.text, getattr(grid, part))) for part in ("columns", "lines")},
        }

    def quiz(self, quiz: Quiz) -> Fields:
        """Return what a quiz has beside what every entry has."""
        return {"intro": self.text(quiz.intro), "phases": _ids("phase", quiz.select.phases)}

    def assessment(self, assessment: Assessment) -> Fields:
        """Return what an assessment has beside what every entry has."""
        statements = [
            {
                "id": each.id,
                "phase": id_of("phase", each.phase),
                **self._texts(each, "text", "why"),
                "weight": each.weight,
                "tricks": _ids("trick", each.tricks),
                "countermeasures": _ids("countermeasure", each.countermeasures),
            }
            for each in assessment.statements
        ]
        return {"intro": self.text(assessment.intro), "statements": statements}

    def path(self, path: GuidedPath) -> Fields:
        """Return what a guided path has beside what every entry has."""
        return {
            "for_whom": self.text(path.for_whom),
            "minutes": path.minutes,
            "steps": [id_of(*step.reference) for step in path.steps],
        }

    def _texts(self, part: object, *fields: str) -> Fields:
        return {field: self.text(getattr(part, field)) for field in fields}


def _sources(sources: Sequence[Source]) -> list[Fields]:
    told = ("title", "url", "date", "accessed", "language", "kind", "used_in")
    return [{field: getattr(source, field) for field in told} for source in sources]


_TELLING: Mapping[str, Callable[[Teller, Any], Fields]] = {
    "trick": Teller.trick,
    "countermeasure": Teller.countermeasure,
    "meeting": Teller.meeting,
    "quiz": Teller.quiz,
    "assessment": Teller.assessment,
    "path": Teller.path,
}
