"""What there is to print: for each meeting and locale, a full and a short form on each paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from scripts.derived import PAPERS, Checklist, Form, checklist_for, sheet_path, short_form
from scripts.guide import Entry, Guide, Part, Voice


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: a meeting's checklist in one locale, form and paper."""

    template: ClassVar[str] = "checklist.typ.j2"

    voice: Voice
    checklist: Checklist
    form: Form
    paper: str

    @property
    def path(self) -> str:
        """Where the PDF stands below the site."""
        return f"{self.voice.locale}/{sheet_path(self.checklist.meeting.slug, self.form, self.paper)}"

    @property
    def entry(self) -> Entry:
        """The meeting."""
        return self.checklist.meeting

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.voice.say("checklist_for", meeting=self.voice.words(self.entry.name))

    @property
    def shown(self) -> Iterator[Part]:
        """The meeting, its tricks and the countermeasures."""
        yield self.checklist.meeting
        yield from self.checklist.tricks
        yield from (act.countermeasure for act in self.checklist.acts)

    @property
    def facts(self) -> Mapping[str, object]:
        """What the template needs beyond what every paper has."""
        return {"checklist": self.checklist, "short": self.form == "short"}


def all_sheets(guide: Guide) -> Iterator[Sheet]:
    """Yield every PDF of the guide."""
    for meeting in guide.meetings.values():
        full = checklist_for(guide, meeting)
        checklists: Mapping[Form, Checklist] = {"full": full, "short": short_form(full)}
        for locale in guide.site.locales:
            for form, checklist in checklists.items():
                for paper in PAPERS:
                    yield Sheet(Voice(guide, locale), checklist, form, paper)
