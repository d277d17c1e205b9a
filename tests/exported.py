"""Quizzes to export in tests: the guide's own, and made ones full of characters that formats use."""

import functools

from hypothesis import strategies as st

from scripts.courses.portable import (
    Choice,
    Choices,
    Judgement,
    Match,
    Matches,
    PortableQuestion,
    PortableQuiz,
    Rich,
    Step,
    Steps,
    Task,
)
from scripts.courses.telling import portable
from scripts.guide.voice import Voice
from scripts.texts import as_text
from tests.built_site import sample_guide

ADDRESS = "https://forewarned.internal/"


@functools.cache
def all_quizzes() -> list[PortableQuiz]:
    """Return every quiz of the real guide in every locale."""
    guide = sample_guide()
    return [
        portable(Voice(guide, locale), quiz, ADDRESS)
        for locale in guide.site.locales
        for quiz in guide.quizzes.values()
    ]


_NASTY = (
    *("{", "}", "=", "~", "#", ":", "\\", "->", "%50%", "[html]", "//", "::", "####", "$CATEGORY:"),
    *("<", ">", "&", "&amp;", '"', "'", "]]>", "{{Prompt}}", "+1", "-1", "@a", "=1+1", ";", ",", "|"),
    *("«sí»", "“no”", "ñ", "😀", "👩‍👧", "مرحبا", "שלום", "漢字", "é", "\\n", "T", "a", " "),
)
words = st.lists(st.sampled_from(_NASTY), min_size=1, max_size=8).map("".join).map(
    lambda text: " ".join(f"x{text}".split())
) | st.lists(st.sampled_from(_NASTY), min_size=1, max_size=8).map("".join).map(
    lambda text: " ".join(text.split())
).filter(bool)
rich = words.map(lambda plain: Rich(plain, as_text(plain)))


def _choices(texts: list[tuple[Rich, Rich]], rights: int, several: bool) -> Choices:
    options = tuple(Choice(text, place < rights, why) for place, (text, why) in enumerate(texts))
    return Choices(options, several)


_pairs_of_words = st.lists(
    st.tuples(rich, rich), min_size=4, max_size=6, unique_by=lambda pair: pair[0].plain
)
tasks: st.SearchStrategy[Task] = st.one_of(
    _pairs_of_words.map(lambda texts: _choices(texts, 1, several=False)),
    _pairs_of_words.map(lambda texts: _choices(texts, 2, several=True)),
    st.builds(
        lambda claim, correct, one, other: Judgement(
            claim,
            Choice(Rich("True", "True"), correct, one),
            Choice(Rich("False", "False"), not correct, other),
        ),
        *(rich, st.booleans(), rich, rich),
    ),
    st.tuples(_pairs_of_words, rich).map(
        lambda made: Matches(
            tuple(Match(sign, trick, made[1]) for sign, trick in made[0]),
            tuple(trick for _, trick in made[0][::-1]),
        )
    ),
    _pairs_of_words.map(
        lambda texts: Steps(
            tuple(Step(text, why) for text, why in texts), tuple(Step(*each) for each in texts[::-1])
        )
    ),
)


def kind_of(task: Task) -> str:
    """Return what data call this kind of task."""
    match task:
        case Choices(several=several):
            return "several" if several else "one"
        case Judgement():
            return "truth"
        case Matches():
            return "match"
        case Steps():
            return "order"


def _question(number: int, title: str, scene: Rich, task: Task) -> PortableQuestion:
    lesson = Rich("Read", '<a href="https://forewarned.example/?a=1&amp;b=2">Read</a>')
    return PortableQuestion(f"trick-{number}", title, kind_of(task), title, scene, task, lesson)


def _quiz(title: str, parts: list[tuple[str, Rich, Task]]) -> PortableQuiz:
    questions = tuple(_question(number, *part) for number, part in enumerate(parts))
    headings = tuple(str(number) for number, _ in enumerate(parts))
    return PortableQuiz("made", "es", title, title, f"{ADDRESS}es/quizzes/made/", None, questions, headings)


quizzes = st.builds(_quiz, words, st.lists(st.tuples(words, rich, tasks), min_size=1, max_size=3))
