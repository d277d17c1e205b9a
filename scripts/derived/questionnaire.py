"""Derive the questionnaire of a meeting: what to ask the vendor ahead, and the wording to ask for.

What is sent is chosen by an editor, the acts of the meeting's `ask_ahead`, and is written to be sent: their
`ask_in_writing`, never the question said aloud. What the vendor gets holds no scoring key: what a good
answer shows, and the questions for the buyer's own team or for third parties, go into a file of their own
that is marked for the buyer only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.derived.checklist import Checklist, checklist_for, worded
from scripts.guide import Countermeasure, Guide, Meeting

VERDICTS = (
    "questions_verdict_convincing",
    "questions_verdict_partial",
    "questions_verdict_unconvincing",
    "questions_verdict_unanswered",
)
"""The words for the buyer's verdict on an answer, the best first."""

REPLIES = ("questions_reply_accepted", "questions_reply_changed", "questions_reply_refused")
"""The words for the vendor's reply to a clause."""


@dataclass(frozen=True)
class Questionnaire:
    """The questions and clauses of one meeting in the editor's order; numbers are places from 1.

    `questions` are the vendor's to answer; `elsewhere` are for the buyer's team and third parties.
    """

    meeting: Meeting
    questions: tuple[Countermeasure, ...]
    elsewhere: tuple[Countermeasure, ...]
    clauses: tuple[Countermeasure, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask a vendor."""
        return not self.questions


def questionnaire_for(guide: Guide, meeting: Meeting) -> Questionnaire:
    """Derive the questionnaire of `meeting`; one that the vendor does not attend has no questions."""
    checklist = checklist_for(guide, meeting)
    acts = [act.countermeasure for act in checklist.in_order]
    sent = () if meeting.vendor == "absent" else meeting.ask_ahead
    return Questionnaire(
        meeting,
        questions=tuple(worded(meeting, guide.countermeasures[slug]) for slug in sent),
        elsewhere=tuple(entry for entry in acts if entry.ask and entry.ask_of != "vendor"),
        clauses=tuple(_clauses(guide, checklist)),
    )


def _clauses(guide: Guide, checklist: Checklist) -> Iterator[Countermeasure]:
    """Yield the acts that an editor chose to draft and that have a clause, one for each matter.

    Where none are named, they are those of the short list that are asked about.
    """
    meeting, settled = checklist.meeting, set()
    listed = [act.countermeasure for act in checklist.short.acts]
    for entry in [worded(meeting, guide.countermeasures[slug]) for slug in meeting.drafts] or listed:
        if entry.clause and entry.slug in meeting.ask_ahead and entry.clause_matter not in settled:
            settled |= {entry.clause_matter} - {None}
            yield entry


def questionnaire_names(guide: Guide, meeting: Meeting) -> Mapping[str, str]:
    """Return the files of a meeting below a locale's `print/`, by what they are.

    Empty where there is nothing to send; `all` files exist where the site has several languages.
    """
    if questionnaire_for(guide, meeting).is_empty:
        return {}
    names = all_questionnaire_names(meeting.slug)
    single = len(guide.site.locales) == 1
    return {key: name for key, name in names.items() if not (single and key.startswith("all_"))}


def all_questionnaire_names(meeting: str) -> Mapping[str, str]:
    """Return the names that a meeting's files could have, whether it has them or not."""
    stem = f"{meeting}-questions"
    return {
        "xlsx": f"{stem}.xlsx",
        "docx": f"{stem}.docx",
        "key": f"{stem}-key.xlsx",
        "all_xlsx": f"{stem}-all.xlsx",
        "all_docx": f"{stem}-all.docx",
    }
