"""What is taught in the lesson on a moment of the purchase, and when.

An editor chooses the tricks by writing a line for each in `content/phases.yml`; where there are fewer than
a lesson has room for, those follow that cost most. Everything else follows from the tricks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scripts.derived import LESSON_MINUTES, Asked, costliest, is_printed, questions_of
from scripts.guide import (
    MOST_TAUGHT,
    Countermeasure,
    Guide,
    Meeting,
    OneRight,
    Phase,
    Quiz,
    Scene,
    Trick,
    TriedLine,
    Voice,
    WarningSign,
)
from scripts.texts import Text

_WELCOME, _A_TRICK, _QUIZ, _CLOSE = 3, 5, 4, 5
"""Minutes of each part; those that remain are played."""

Part = Literal["welcome", "tricks", "quiz", "play", "close"]
SlideKind = Literal[
    "cover", "aims", "common", "image", "works", "signs", "say", "question", "answer", "play", "close"
]


@dataclass(frozen=True)
class Taught:
    """A trick of a lesson: the sign to catch, the act that answers it, what the vendor says in the play."""

    trick: Trick
    sign: WarningSign
    act: Countermeasure
    says: Text | None

    @property
    def signs(self) -> list[WarningSign]:
        """The signs of the trick, first the one that the play shows."""
        return [self.sign, *(sign for sign in self.trick.warning_signs if sign is not self.sign)]


@dataclass(frozen=True)
class Slide:
    """One slide: what it shows, and of which trick by its number from 1; 0 where it is about none."""

    kind: SlideKind
    trick: int = 0


@dataclass(frozen=True)
class Activity:
    """A part of the lesson: the minute at which it begins, how long it takes, and its slides from 1."""

    part: Part
    begins: int
    minutes: int
    slides: tuple[int, int]

    @property
    def ends(self) -> int:
        """The minute at which it ends."""
        return self.begins + self.minutes


@dataclass(frozen=True)
class Lesson:
    """The lesson on a phase that has tricks, in one language."""

    voice: Voice
    phase: Phase

    @property
    def guide(self) -> Guide:
        """The guide that is taught."""
        return self.voice.guide

    @property
    def scene(self) -> Scene | None:
        """What an editor wrote to be played, None where nobody did yet."""
        return self.phase.lesson

    @cached_property
    def taught(self) -> Sequence[Taught]:
        """The tricks of the lesson, those first that an editor wrote a line for."""
        lines = {line.trick: line for line in self.scene.lines} if self.scene else {}
        chosen = [self.guide.tricks[slug] for slug in lines]
        others = costliest(self.guide, self.phase.id, most=MOST_TAUGHT + len(chosen))
        tricks = [*chosen, *(trick for trick in others if trick.slug not in lines)]
        return [self._taught(trick, lines.get(trick.slug)) for trick in tricks[:MOST_TAUGHT]]

    def _taught(self, trick: Trick, line: TriedLine | None) -> Taught:
        if line is None:
            return Taught(trick, trick.warning_signs[0], _said_aloud(self.guide, trick), None)
        sign = next(sign for sign in trick.warning_signs if sign.id == line.sign)
        return Taught(trick, sign, self.guide.countermeasures[line.answer], line.says)

    @cached_property
    def question(self) -> Asked | None:
        """The question of the lesson's last slides: the first with one right answer; None where none has."""
        every = (asked for each in self.taught for asked in questions_of(self.guide, each.trick))
        return next((asked for asked in every if isinstance(asked.question, OneRight)), None)

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting that is played: the first in a purchase of those that show most of what is taught."""
        shown = Counter(slug for each in self.taught for slug in each.trick.meetings)
        return max(self.guide.meetings.values(), key=lambda each: shown[each.slug], default=None)

    @property
    def quiz(self) -> Quiz | None:
        """The quiz of the guide about this phase that is printed with its key; None where there is none."""
        quizzes = self.guide.quizzes.values()
        found = (each for each in quizzes if each.select.is_about(self.phase.id))
        return next((each for each in found if is_printed(self.guide, each)), None)

    @cached_property
    def slides(self) -> Sequence[Slide]:
        """The slides in their order."""
        return [slide for slides in self._slides.values() for slide in slides]

    @cached_property
    def _slides(self) -> dict[Part, list[Slide]]:
        kinds: tuple[SlideKind, ...] = ("image", "works", "signs", "say")
        numbers = range(1, len(self.taught) + 1)
        return {
            "welcome": [Slide("cover"), Slide("aims"), Slide("common")],
            "tricks": [Slide(kind, number) for number in numbers for kind in kinds],
            "quiz": [Slide("question"), Slide("answer")] if self.question else [],
            "play": [Slide("play")],
            "close": [Slide("close")],
        }

    @cached_property
    def timetable(self) -> Sequence[Activity]:
        """The parts of the lesson; together they take `LESSON_MINUTES`."""
        minutes: dict[Part, int] = {"welcome": _WELCOME, "tricks": _A_TRICK * len(self.taught)}
        minutes["quiz"] = _QUIZ if self.question else 0
        minutes["play"] = LESSON_MINUTES - sum(minutes.values()) - _CLOSE
        minutes["close"] = _CLOSE
        begins, slide, parts = 0, 1, []
        for part, length in minutes.items():
            if length:
                last = slide + len(self._slides[part]) - 1
                parts.append(Activity(part, begins, length, (slide, last)))
                begins, slide = begins + length, last + 1
        return parts


def taught_phases(guide: Guide) -> list[str]:
    """Return the phases that have a lesson: those with tricks."""
    return [slug for slug in guide.phases if guide.tricks_of_phase(slug)]


def _said_aloud(guide: Guide, trick: Trick) -> Countermeasure:
    """Return the act whose question is best asked at a table, of those that answer a trick."""

    def rank(act: Countermeasure) -> tuple[bool, bool, bool, bool]:
        return act.ask is None, act.ask_of != "vendor", act.when != "during", act.proof is None

    return min((guide.countermeasures[slug] for slug in trick.countermeasures), key=rank)
