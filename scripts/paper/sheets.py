"""What there is to print: for each meeting and locale, a long list and a short one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.derived import Checklist, Form, checklist_for, sheet_paths
from scripts.guide import Guide, Meeting, Part, Phase, Voice

MOST_PRINTED_ACTS = 24
"""The acts that somebody leafs through on paper; the screen has them all."""


@dataclass(frozen=True)
class Sheet:
    """One paper to make: a meeting's checklist in one locale and form.

    `whole` is all that the screen shows, `checklist` what is printed of it.
    """

    voice: Voice
    whole: Checklist
    checklist: Checklist
    form: Form

    @property
    def template(self) -> str:
        """The look of its form; the short one has a sheet for the table and a page for the buyer alone."""
        return "short_sheet.typ.j2" if self.form == "short" else "checklist.typ.j2"

    @property
    def fills_paper(self) -> bool:
        """Whether its height is written in by hand: no paper's may be lost."""
        return self.form == "short"

    @property
    def paths(self) -> Mapping[str, str]:
        """Where the PDF for each paper stands below the site."""
        papers = sheet_paths(self.checklist.meeting)[self.form]
        return {paper: f"{self.voice.locale}/{path}" for paper, path in papers.items()}

    @property
    def entry(self) -> Meeting:
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
        yield from self._phases.values()

    @property
    def _phases(self) -> Mapping[str, Phase]:
        return {trick.phase: self.voice.guide.phases[trick.phase] for trick in self.checklist.tricks}

    @property
    def facts(self) -> Mapping[str, object]:
        """What the template needs beyond what every paper has."""
        return {
            "checklist": self.checklist,
            "parts": self.checklist.parts,
            "numbers": self.checklist.numbers,
            "questions": self.checklist.spoken,
            "own_people_only": self.entry.vendor == "absent",
            "phases": self._phases,
            "left_out": self._left_out,
        }

    @property
    def _left_out(self) -> str:
        """What stands on the screen alone, counted in words; empty where that is nothing."""
        acts = self.whole.size - self.checklist.size
        signs = sum(len(trick.warning_signs) for trick in self.whole.tricks) - len(self.checklist.signs)
        counted = {"checklist_size": acts, "signs_size": signs}
        return self.voice.wording.listed([self.voice.say(key, count=n) for key, n in counted.items() if n])


def all_sheets(guide: Guide) -> Iterator[Sheet]:
    """Yield every list of the guide."""
    for meeting in guide.meetings.values():
        full = checklist_for(guide, meeting)
        checklists: dict[Form, Checklist] = {"full": full.printed(MOST_PRINTED_ACTS)}
        if meeting.short:
            checklists["short"] = full.short
        for locale in guide.site.locales:
            for form, checklist in checklists.items():
                yield Sheet(Voice(guide, locale), full, checklist, form)
