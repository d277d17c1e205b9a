"""The pages of checklists: one a meeting, and their list."""

from collections.abc import Iterator

from scripts.checklist import checklist_for
from scripts.page import Page, entry_page, index_page
from scripts.questionnaire import questionnaire_names
from scripts.voice import Voice


def checklist_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of meetings and the checklist of each."""
    guide = voice.guide
    checklists = {slug: checklist_for(guide, meeting) for slug, meeting in guide.meetings.items()}
    yield index_page(voice, "checklists/", "checklists.md.j2", "checklists", checklists=checklists)
    for slug, checklist in checklists.items():
        page = entry_page(
            voice,
            f"checklists/{slug}/",
            "checklist.md.j2",
            checklist.meeting,
            checklist=checklist,
            questionnaire=questionnaire_names(guide, checklist.meeting),
        )
        yield page.titled(voice.say("checklist_for", meeting=page.title))
