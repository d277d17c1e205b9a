"""The blank sheets of meetings: what there is to fill in by hand is data, how it looks a template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from scripts.derived import PAPERS, form_path
from scripts.guide import BlankForm, Guide, Meeting, Part, Voice


@dataclass(frozen=True)
class BlankSheet:
    """One PDF to make: a blank form of a meeting, by its name there, in one locale, on one paper."""

    template: ClassVar[str] = "blank_sheet.typ.j2"

    voice: Voice
    entry: Meeting
    name: str
    paper: str

    @property
    def form(self) -> BlankForm:
        """What there is to fill in."""
        return self.entry.forms[self.name]

    @property
    def path(self) -> str:
        """Where the PDF stands below the site."""
        return f"{self.voice.locale}/{form_path(self.entry.slug, self.name, self.paper)}"

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.voice.words(self.form.name)

    @property
    def shown(self) -> Iterator[Part]:
        """The form alone."""
        yield self.form

    @property
    def facts(self) -> Mapping[str, object]:
        """What the template needs beyond what every paper has."""
        return {"form": self.form}


def all_blank_sheets(guide: Guide) -> Iterator[BlankSheet]:
    """Yield every PDF of a blank form."""
    for meeting in guide.meetings.values():
        for name in meeting.forms:
            for locale in guide.site.locales:
                for paper in PAPERS:
                    yield BlankSheet(Voice(guide, locale), meeting, name, paper)
