"""A quiz as CSV for spreadsheets, one line an answer."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

from scripts.courses.portable import Choices, Judgement, Matches, PortableQuestion, PortableQuiz, Steps
from scripts.guide import Voice
from scripts.texts import as_cell

COLUMNS = (
    *("csv_number", "csv_name", "csv_trick", "csv_scene", "csv_claim"),
    *("csv_answer", "csv_right", "csv_why"),
)
"""The words that head the columns."""


def quiz_csv(quiz: PortableQuiz, voice: Voice) -> bytes:
    """Return the quiz as UTF-8 with a mark that spreadsheets know it by (RFC 4180 otherwise).

    Cells are parted as spreadsheets of the language part them. A cell that a spreadsheet would take for a
    formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator(voice.wording.tag))
    writer.writerow(as_cell(voice.say(column)) for column in COLUMNS)
    for number, question in enumerate(quiz.questions, start=1):
        claim = question.task.claim.plain if isinstance(question.task, Judgement) else ""
        trick = f"{question.trick} ({question.local})" if question.local else question.trick
        shared = (str(number), question.name, trick, question.scene.plain, claim)
        writer.writerows(map(as_cell, (*shared, *answer)) for answer in _answers(question, voice))
    return out.getvalue().encode("utf-8-sig")


def separator(tag: str) -> str:
    """Return what parts the cells in the language of a tag: a semicolon where the decimal sign is a comma.

    Excel takes it from the system's list separator, which Windows so chooses in every locale.
    """
    for known in (tag, tag.partition("-")[0]):
        with suppress(UnknownLocaleError, ValueError):
            return ";" if get_decimal_symbol(Locale.parse(known, sep="-")) == "," else ","
    return ","


def _answers(question: PortableQuestion, voice: Voice) -> Iterator[tuple[str, str, str]]:
    """Yield each answer, whether it is right (or what it belongs to, or its place), and why."""

    def verdict(right: bool) -> str:
        return voice.say("csv_yes" if right else "csv_no")

    task = question.task
    match task:
        case Choices(options=options) | Judgement(options=options):
            for option in options:
                yield option.text.plain, verdict(option.right), option.why.plain
        case Matches():
            for pair in task.pairs:
                yield pair.sign.plain, pair.trick.plain, pair.why.plain
        case Steps():
            for place, step in task.numbered:
                yield step.text.plain, str(place), step.why.plain
