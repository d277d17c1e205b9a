"""Each part of a lesson as one PDF for print and screen, tagged for screen readers (PDF/UA-1).

Typst sets it from `templates/*.typ.j2`, which hold the looks and use those of `paper`.
"""

import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from string import ascii_uppercase

import jinja2

from scripts.derived import LESSON_MINUTES, PAPERS, SCREEN
from scripts.guide import PHASES_FILE, Part, Trick, Voice, path_to, reachable
from scripts.lessons.lesson import Lesson
from scripts.lessons.role_cards import role_cards
from scripts.lessons.shortening import brief
from scripts.paper import TEMPLATES, Press, Typst, in_language, literal, on_each_paper, typst_templates
from scripts.pictures import draw, svg_of
from scripts.texts import Text, full_stop

_SCREEN = "presentation-16-9"
_SET_ONCE = frozenset({"plan"})
"""The parts that are set once for every paper; cards fill each paper to its edges."""
_LONG_WORD = re.compile(r"[!-\u058f]{30,}")
"""A word that a card may be too narrow for, in a script that is broken at spaces alone."""
_BROKEN_AT = 10


def made_as(part: str, paper: str, lesson: Lesson, press: Press) -> bytes:
    """Return a part of a lesson, by its name and paper in `LESSON_PARTS`; raises PaperFailed."""
    name = f"{lesson.phase.id}, {lesson.voice.locale}, {part}, {paper}"
    made = press.typeset(source_of(part, paper, lesson, press), name, PHASES_FILE)
    return on_each_paper(made)[paper] if part in _SET_ONCE else made


def source_of(part: str, paper: str, lesson: Lesson, press: Press) -> str:
    """Return a part of a lesson as a Typst document."""
    voice, phase = lesson.voice, lesson.phase
    shown: list[Part] = [phase, *(part for each in lesson.taught for part in (each.trick, each.act))]
    size = _SCREEN if paper == SCREEN else PAPERS[paper]
    return (
        _templates()
        .get_template(f"{part}.typ.j2")
        .render(
            **press.shared(voice, ("phase", phase.id), shown),
            paper=size,
            title=voice.say(f"lesson_{part}_title", phase=voice.words(phase.name)),
            entry=phase,
            local=voice.origin(phase),
            lesson=lesson,
            phase=phase,
            minutes=LESSON_MINUTES,
            cards=role_cards(lesson),
            letters=ascii_uppercase,
            brief=partial(_brief, voice),
            spoken=partial(_spoken, voice),
            picture=partial(_picture, voice, press),
            typed=lambda kind, name: reachable(f"{press.address}{voice.locale}/{path_to(kind, name)}"),
        )
    )


@cache
def _templates() -> jinja2.Environment:
    return typst_templates(Path(__file__).parent / "templates", TEMPLATES)


def _brief(voice: Voice, text: Text, most: int) -> Typst:
    """Return a text without Markdown, cut to so many characters at the end of a sentence."""
    return _spoken(voice, voice.language(text), brief(voice, text, most))


def _spoken(voice: Voice, language: str, told: str) -> Typst:
    """Return words as Typst code that says their language where it is not the lesson's own."""
    return in_language(voice, language, literal(_LONG_WORD.sub(_breakable, told)))


def _breakable(word: re.Match[str]) -> str:
    """Return a word with soft hyphens."""
    return "\u00ad".join(word[0][at : at + _BROKEN_AT] for at in range(0, len(word[0]), _BROKEN_AT))


def _picture(voice: Voice, press: Press, trick: Trick) -> Mapping[str, object] | None:
    if trick.picture is None:
        return None
    drawing = draw(trick.picture, voice)
    title = voice.words(trick.picture.title)
    return {
        "svg": svg_of(drawing, ["Atkinson Hyperlegible Next", *press.families]),
        "told": " ".join([title + full_stop(title), *drawing.told]),
        "example": drawing.example,
        "shape": round(100 * drawing.width / drawing.height),
    }
