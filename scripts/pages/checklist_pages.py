"""The pages of checklists: one a meeting, and their list."""

from collections.abc import Iterator

from scripts.derived import checklist_for, form_paths, questionnaire_names, sheet_paths
from scripts.guide import CHECKLISTS, MY_CHECKLIST, Voice, path_to
from scripts.pages.page import Page, entry_page, index_page
from scripts.pages.standing import sources_of_meeting


def checklist_pages(voice: Voice) -> Iterator[Page]:
    """Yield the list of meetings, the checklist of each and the reader's own."""
    guide = voice.guide
    checklists = {slug: checklist_for(guide, meeting) for slug, meeting in guide.meetings.items()}
    yield index_page(voice, CHECKLISTS, "checklists.md.j2", "checklists", checklists=checklists)
    for slug, checklist in checklists.items():
        page = entry_page(
            voice,
            path_to("meeting", slug),
            "checklist.md.j2",
            checklist.meeting,
            checklist=checklist,
            sources=sources_of_meeting(voice, checklist.meeting),
            sheets=sheet_paths(checklist.meeting),
            blanks=form_paths(checklist.meeting),
            questionnaire=questionnaire_names(guide, checklist.meeting),
        )
        yield page.titled(voice.say("checklist_for", meeting=page.title))
    yield my_checklist_page(voice)


def my_checklist_page(voice: Voice) -> Page:
    """Return the page on which the browser makes a checklist of any selection."""
    sheets = {slug: sheet_paths(meeting)["full"] for slug, meeting in voice.guide.meetings.items()}
    return index_page(voice, MY_CHECKLIST, "my_checklist.md.j2", "mine", sheets=sheets)
