"""Where entries stood before they were renamed or merged, and where what stood there is today."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.derived.claims import claims
from scripts.derived.paper_names import form_path, form_paths, quiz_sheet_paths, sheet_path, sheet_paths
from scripts.derived.questionnaire import all_questionnaire_names, questionnaire_names
from scripts.derived.quiz_names import downloads, file_name
from scripts.guide import Entry, Guide, of_assessments, path_to


@dataclass(frozen=True)
class FormerAddress:
    """A page's old address below every locale; `target` is that of the `heir`, whose `slug` was this."""

    address: str
    target: str
    heir: Entry
    slug: str


def former_addresses(guide: Guide) -> Iterator[FormerAddress]:
    """Yield the address of each page of each former slug: a trick has a page for its questions too."""
    yield from former_entries(guide)
    for trick in guide.tricks.values():
        target = path_to("questions", trick.slug)
        for slug in trick.formerly:
            yield FormerAddress(path_to("questions", slug), target, trick, slug)


def former_entries(guide: Guide) -> Iterator[FormerAddress]:
    """Yield the address of the entry itself for each former slug, in the order of each entry's list."""
    assessments = of_assessments(guide.assessments)
    for entry in guide.entries():
        for slug in entry.formerly:
            if entry.kind == "assessment":
                yield FormerAddress(f"assessment/{slug}/", assessments[entry.slug], entry, slug)
            else:
                target = path_to(entry.kind, entry.slug)
                yield FormerAddress(path_to(entry.kind, slug), target, entry, slug)


def former_files(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield the old and today's address of each paper, questionnaire and export that has an old one.

    One at which something else stands today is left out.
    """
    living = {address for address, _ in claims(guide)}
    yield from (pair for pair in _files_of_old(guide) if pair[0] not in living)


def _files_of_old(guide: Guide) -> Iterator[tuple[str, str]]:
    for meeting in guide.meetings.values():
        sheets, questions = sheet_paths(meeting), questionnaire_names(guide, meeting)
        for slug in meeting.formerly:
            for form, papers in sheets.items():
                yield from ((sheet_path(slug, form, paper), path) for paper, path in papers.items())
            for name, blank in form_paths(meeting).items():
                yield from ((form_path(slug, name, paper), path) for paper, path in blank.items())
            old = all_questionnaire_names(slug)
            yield from ((f"print/{old[key]}", f"print/{name}") for key, name in questions.items())
    for quiz in guide.quizzes.values():
        for slug in quiz.formerly:
            sheets_of_old = quiz_sheet_paths(slug)
            yield from ((sheets_of_old[paper], path) for paper, path in quiz_sheet_paths(quiz.slug).items())
            yield from ((file_name(slug, form), name) for form, name in downloads(quiz).items())
