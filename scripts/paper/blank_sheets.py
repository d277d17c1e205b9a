"""The blank sheets of meetings: what there is to fill in by hand is data, how it looks a template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from scripts.derived import form_paths
from scripts.guide import BlankForm, Guide, Meeting, Part, Voice


@dataclass(frozen=True)
class BlankSheet:
    """One paper to make: a blank form of a meeting, by its name there, in one locale."""

    template: ClassVar[str] = "blank_sheet.typ.j2"
    fills_paper: ClassVar[bool] = True

    voice: Voice
    entry: Meeting
    name: str

    @property
    def form(self) -> BlankForm:
        """What there is to fill in."""
        return self.entry.forms[self.name]

    @property
    def paths(self) -> Mapping[str, str]:
        """Where the PDF for each paper stands below the site."""
        papers = form_paths(self.entry)[self.name]
        return {paper: f"{self.voice.locale}/{path}" for paper, path in papers.items()}

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
    """Yield every blank form."""
    for meeting in guide.meetings.values():
        for name in meeting.forms:
            for locale in guide.site.locales:
                yield BlankSheet(Voice(guide, locale), meeting, name)
