"""The quizzes to print: each with its key, for each locale, as its page shows it on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import ClassVar

from scripts.derived import (
    Asked,
    asked_on_paper,
    is_printed,
    place_shown,
    presented,
    quiz_sheet_paths,
)
from scripts.guide import (
    Guide,
    MatchSigns,
    OneRight,
    Part,
    PutInOrder,
    Question,
    Quiz,
    SeveralRight,
    TrueOrFalse,
    Voice,
)

LETTERS = ascii_uppercase
"""What options, tricks to choose from and steps are called on paper, in the order in which they stand."""


@dataclass(frozen=True)
class QuizSheet:
    """One paper to make: a quiz and its key in one locale."""

    template: ClassVar[str] = "quiz.typ.j2"
    fills_paper: ClassVar[bool] = False

    voice: Voice
    entry: Quiz

    @property
    def asked(self) -> list[Asked]:
        """The questions, in their order."""
        return asked_on_paper(self.voice.guide, self.entry)

    @property
    def paths(self) -> Mapping[str, str]:
        """Where the PDF for each paper stands below the site."""
        papers = quiz_sheet_paths(self.entry.slug)
        return {paper: f"{self.voice.locale}/{path}" for paper, path in papers.items()}

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.voice.words(self.entry.name)

    @property
    def shown(self) -> Iterator[Part]:
        """The quiz and its questions."""
        yield self.entry
        yield from (one.question for one in self.asked)

    @property
    def facts(self) -> Mapping[str, object]:
        """What the template needs beyond what every paper has."""
        return {
            "asked": self.asked,
            "letters": LETTERS,
            "presented": presented,
            "tricks": self.voice.guide.tricks,
            "answer": lambda question: answer(self.voice, question),
            "letter_of": lambda parts, number: LETTERS[place_shown(parts, number)],
        }


def all_quiz_sheets(guide: Guide) -> Iterator[QuizSheet]:
    """Yield every quiz that is printed."""
    for quiz in guide.quizzes.values():
        if not is_printed(guide, quiz):
            continue
        for locale in guide.site.locales:
            yield QuizSheet(Voice(guide, locale), quiz)


def answer(voice: Voice, question: Question) -> str:
    """Return the right answer as one writes it down: `B`, `A, D`, `True`, `1 C, 2 A, 3 B`."""
    match question:
        case OneRight() | SeveralRight():
            pairs = zip(LETTERS, question.options, strict=False)
            return ", ".join(letter for letter, option in pairs if option.correct)
        case TrueOrFalse():
            return voice.say("answer_true" if question.correct else "answer_false")
        case MatchSigns():
            return ", ".join(f"{number} {letter}" for number, letter in _shown_as(question.pairs))
        case PutInOrder():
            return ", ".join(letter for _, letter in _shown_as(question.steps))


def _shown_as(parts: Sequence[Part]) -> Iterator[tuple[int, str]]:
    """Yield each part's number as written, from 1, and the letter at which it is shown."""
    for number in range(1, len(parts) + 1):
        yield number, LETTERS[place_shown(parts, number)]
