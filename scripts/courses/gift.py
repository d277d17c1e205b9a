"""A quiz in GIFT, the text format of question banks (https://docs.moodle.org/en/GIFT_format).

GIFT cannot put steps in order: each step is matched to its place instead. It has no feedback for a
pair or a step: their reasons stand in the feedback of the whole question.
"""

import re
from collections.abc import Iterator

from scripts.courses.moodle_xml import percent
from scripts.courses.pieces import explanation, prompt, short_name
from scripts.courses.portable import (
    Choice,
    Choices,
    Judgement,
    Matches,
    PortableQuestion,
    PortableQuiz,
    Rich,
    Steps,
)

_SPECIAL = re.compile(r"([~=#{}:\\])")


def gift(quiz: PortableQuiz) -> str:
    """Return the quiz as GIFT text, each answer with its feedback."""
    category = " ".join(quiz.title.split()).replace("/", "//")
    return "\n\n".join([f"$CATEGORY: $course$/top/{category}", *map(_question, quiz.questions)]) + "\n"


def _question(question: PortableQuestion) -> str:
    stem = f"::{escaped(question.title)}::[html]{escaped(prompt(question))}{{"
    closing = f"####{_html(explanation(question))}"
    return "\n".join([f"// [id:{short_name(question)}]", stem, *_answers(question), closing, "}"])


def _answers(question: PortableQuestion) -> Iterator[str]:
    task = question.task
    match task:
        case Choices():
            yield from (_choice(task, option) for option in task.options)
        case Judgement():
            # The first feedback is for a wrong answer, the second for the right one.
            wrong, right = sorted((task.true, task.false), key=lambda answer: answer.right)
            yield f"{'TRUE' if task.true.right else 'FALSE'}#{_rich(wrong.why)}#{_rich(right.why)}"
        case Matches():
            yield from (_pair(pair.sign, pair.trick.plain) for pair in task.pairs)
        case Steps():
            yield from (_pair(step.text, str(place)) for place, step in task.numbered)


def _choice(task: Choices, option: Choice) -> str:
    mark = "=" if option.right and not task.several else "~"
    weight = f"%{percent(float(task.share(option)))}%" if task.several else ""
    return f"{mark}{weight}{_rich(option.text)}#{_rich(option.why)}"


def _pair(left: Rich, right: str) -> str:
    # Nothing escapes an arrow, and an answer is plain words: another arrow stands in for it.
    return f"={_rich(left)} -> {escaped(right.replace('->', '→'))}"


def _rich(rich: Rich) -> str:
    return _html(rich.html)


def _html(html: str) -> str:
    return f"[html]{escaped(html)}"


def escaped(words: str) -> str:
    """Return words with GIFT's own characters escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
