"""What the clauses of a questionnaire share, as cells of a workbook and as sections of a letter."""

from scripts.derived import shared_by_clauses
from scripts.guide import Chorus, Voice
from scripts.office.word_file import Section
from scripts.office.word_text import Spoken
from scripts.texts import Paragraph, Run


def shared_cells(voice: Voice) -> list[list[Paragraph]]:
    """Return a cell for each meaning and rule; the first below a heading bears it."""
    return [
        [*([] if place else [Paragraph((Run(heading, bold=True),))]), Paragraph((Run(words),))]
        for heading, told in shared_by_clauses(voice).items()
        for place, words in enumerate(told)
    ]


def shared_sections(chorus: Chorus) -> list[Section]:
    """Return a section of meanings and one of rules, a paragraph each, in every voice."""
    in_all = [[(v.wording.tag, *each) for each in shared_by_clauses(v).items()] for v in chorus.voices]
    return [
        Section(
            [Spoken(heading, tag) for tag, heading, _ in same],
            [Spoken(words, tag) for tag, _, told in same for words in told],
            [],
            [],
        )
        for same in zip(*in_all, strict=True)
    ]
