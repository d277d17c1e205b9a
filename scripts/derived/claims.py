"""Every address that a build writes below a locale's folder, and the file that claims it."""

from collections.abc import Iterator

from scripts.derived.paper_names import COST_WORKBOOK, FORMS, PAPERS, form_paths, quiz_sheet_paths, sheet_path
from scripts.derived.questionnaire import all_questionnaire_names
from scripts.derived.quiz_names import downloads
from scripts.guide import FEED, FIXED, Guide, of_assessments, path_to

Claim = tuple[str, str]
"""An address below the locale, and the file of the entry that stands there; empty for the guide itself."""


def claims(guide: Guide) -> Iterator[Claim]:
    """Yield the address of each page, paper, questionnaire and export, those that never move first."""
    for address in sorted(FIXED):
        yield address, ""
    yield "checklists/mine/data.json", ""
    yield COST_WORKBOOK, ""
    yield FEED, ""
    for slug, address in of_assessments(guide.assessments).items():
        yield address, guide.assessments[slug].file if address != "assessment/" else ""
    for kind, entries in (
        ("trick", guide.tricks),
        ("countermeasure", guide.countermeasures),
        ("meeting", guide.meetings),
        ("quiz", guide.quizzes),
        ("path", guide.paths),
    ):
        for slug, entry in entries.items():
            yield path_to(kind, slug), entry.file
    for slug, trick in guide.tricks.items():
        yield path_to("questions", slug), trick.file
    for slug, versions in guide.pages.items():
        if path_to("page", slug):
            yield path_to("page", slug), next(iter(versions.values())).file
    yield from _files(guide)


def _files(guide: Guide) -> Iterator[Claim]:
    for meeting in guide.meetings.values():
        # A form that a meeting has not yet may be written tomorrow.
        for form in FORMS:
            yield from ((sheet_path(meeting.slug, form, paper), meeting.file) for paper in PAPERS)
        for papers in form_paths(meeting).values():
            yield from ((path, meeting.file) for path in papers.values())
        yield from (
            (f"print/{name}", meeting.file) for name in all_questionnaire_names(meeting.slug).values()
        )
    for quiz in guide.quizzes.values():
        yield from ((path, quiz.file) for path in quiz_sheet_paths(quiz.slug).values())
        yield from ((path, quiz.file) for path in downloads(quiz).values())


def taken(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield (file, address, the file that has it already) for each address claimed a second time.

    Upper and lower case are one, as they are on the disks of Windows and macOS.
    """
    first: dict[str, str] = {}
    for address, file in claims(guide):
        known = first.setdefault(address.casefold(), file)
        if file and known != file:
            yield file, address, known
