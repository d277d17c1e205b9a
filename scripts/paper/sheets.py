"""What there is to print: for each meeting and locale, a full and a short form on each paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from scripts.derived import Checklist, checklist_for, short_form
from scripts.guide import Entry, Guide, Part, Voice

Form = Literal["full", "short"]

FORMS: Mapping[Form, str] = {"full": "", "short": "short-"}
"""The forms with what stands in a file's name for them."""

PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers by the name that stands in a file's, with the name that Typst gives them."""


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


def sheet_path(meeting: str, form: Form, paper: str) -> str:
    """Return the address of a PDF below its locale: `print/demo-short-a4.pdf`."""
    return f"print/{meeting}-{FORMS[form]}{paper}.pdf"


def sheet_paths(meeting: str) -> Mapping[Form, Mapping[str, str]]:
    """Return the address below the locale of each PDF of a meeting, by form and paper."""
    return {form: {paper: sheet_path(meeting, form, paper) for paper in PAPERS} for form in FORMS}


def all_sheets(guide: Guide) -> Iterator[Sheet]:
    """Yield every PDF of the guide."""
    for meeting in guide.meetings.values():
        full = checklist_for(guide, meeting)
        checklists: Mapping[Form, Checklist] = {"full": full, "short": short_form(full)}
        for locale in guide.site.locales:
            for form, checklist in checklists.items():
                for paper in PAPERS:
                    yield Sheet(Voice(guide, locale), checklist, form, paper)
