"""What there is to print: for each meeting and locale, a full and a short form on each paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from scripts.derived import Checklist, checklist_for
from scripts.guide import Entry, Guide, Meeting, Part, Voice

Form = Literal["full", "short"]

FORMS: Mapping[Form, str] = {"full": "", "short": "short-"}
"""The forms with what stands in a file's name for them."""

PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers by the name that stands in a file's, with the name that Typst gives them."""

MOST_PRINTED_ACTS = 24
"""The acts that somebody leafs through on paper; the screen has them all."""


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: a meeting's checklist in one locale, form and paper.

    `whole` is all that the screen shows, `checklist` what is printed of it.
    """

    template: ClassVar[str] = "checklist.typ.j2"

    voice: Voice
    whole: Checklist
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
        return {
            "checklist": self.checklist,
            "short": self.form == "short",
            "left_out": self.whole.size - self.checklist.size,
        }


def sheet_path(meeting: str, form: Form, paper: str) -> str:
    """Return the address of a PDF below its locale: `print/demo-short-a4.pdf`."""
    return f"print/{meeting}-{FORMS[form]}{paper}.pdf"


def sheet_paths(meeting: Meeting) -> Mapping[Form, Mapping[str, str]]:
    """Return the address below the locale of each PDF of a meeting, by form and paper.

    The short form comes first, where the meeting has one.
    """
    forms: tuple[Form, ...] = ("short", "full") if meeting.short else ("full",)
    return {form: {paper: sheet_path(meeting.slug, form, paper) for paper in PAPERS} for form in forms}


def all_sheets(guide: Guide) -> Iterator[Sheet]:
    """Yield every PDF of the guide."""
    for meeting in guide.meetings.values():
        full = checklist_for(guide, meeting)
        checklists: dict[Form, Checklist] = {"full": full.printed(MOST_PRINTED_ACTS)}
        if meeting.short:
            checklists["short"] = full.short
        for locale in guide.site.locales:
            for form, checklist in checklists.items():
                for paper in PAPERS:
                    yield Sheet(Voice(guide, locale), full, checklist, form, paper)
