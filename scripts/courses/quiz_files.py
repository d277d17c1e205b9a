"""The files in which trainers take a quiz along: their formats, their names, their writing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from scripts.courses.anki_deck import collection, dated
from scripts.courses.changes import Changes
from scripts.courses.gift import gift
from scripts.courses.moodle_xml import moodle_xml
from scripts.courses.pieces import TEMPLATES
from scripts.courses.portable import PortableQuiz
from scripts.courses.qti import qti_package
from scripts.courses.quiz_csv import quiz_csv
from scripts.courses.telling import Changed, Course
from scripts.derived import Pieces, file_name, forms_of
from scripts.guide import Guide, Quiz, Voice
from scripts.store import NOTHING_KEPT, Store

Writer = Callable[[PortableQuiz, Voice], bytes]
"""Writes a quiz of the voice's guide in a format."""

_WRITERS: Mapping[str, Writer] = {
    "moodle": lambda quiz, voice: moodle_xml(quiz),
    "gift": lambda quiz, voice: gift(quiz).encode("utf-8"),
    "anki": collection,
    "qti": lambda quiz, voice: qti_package(quiz),
    "csv": quiz_csv,
}

_DATED: Mapping[str, Callable[[bytes, str, Mapping[str, int]], bytes]] = {"anki": dated}
"""What puts the dates of its questions into what was written, where a format tells them."""


@dataclass(frozen=True)
class Wanted:
    """Which quizzes (by slug), formats (by key in ENDINGS) and locales to write; none named means all.

    `further` are formats that rooms above this one write, anew each time.
    """

    quizzes: Sequence[str] = ()
    formats: Sequence[str] = ()
    locales: Sequence[str] = ()
    further: Mapping[str, Writer] = field(default_factory=dict)


def write_quizzes(
    guide: Guide, out: Path, address: str, wanted: Wanted | None = None, store: Store = NOTHING_KEPT
) -> list[Path]:
    """Write quizzes below `out`, in a folder a locale; return the files written, in order.

    `address` is the site's, to which the questions link back. A format that cannot hold what a quiz is
    (see `forms_of`) is passed over. What `store` holds of the same words is not made again.
    """
    wanted = wanted or Wanted()
    formats = wanted.formats or (*_WRITERS, *wanted.further)
    changed, pieces = _changed(guide), Pieces(store)
    written = []
    for locale in wanted.locales or guide.site.locales:
        voice = Voice(guide, locale)
        course = Course(voice, address, changed)
        folder = out / locale
        folder.mkdir(parents=True, exist_ok=True)
        for slug in wanted.quizzes or guide.quizzes:
            quiz = guide.quizzes[slug]
            for form in (each for each in forms_of(quiz) if each in formats):
                file = folder / file_name(slug, form)
                if form in wanted.further:
                    file.write_bytes(wanted.further[form](course.quiz(quiz), voice))
                else:
                    make = partial(_written, form, course, quiz, voice)
                    made = pieces.made(guide, "quiz", f"{locale}/{slug}/{form}", address, make)
                    store.write(file, _with_dates(made, form, course, quiz, store))
                written.append(file)
    return written


def _written(form: str, course: Course, quiz: Quiz, voice: Voice) -> bytes:
    return _WRITERS[form](course.quiz(quiz), voice)


def _with_dates(made: bytes, form: str, course: Course, quiz: Quiz, store: Store) -> bytes:
    """Return what was made of a quiz's words with the dates of its questions, if its format tells them."""
    if form not in _DATED:
        return made
    dates = course.dates(quiz)
    made_of = f"{form}/{course.locale}\0{sha256(made).hexdigest()}\0{dates}"
    return store.kept("quiz with dates", made_of, lambda: _DATED[form](made, course.locale, dates))


def _changed(guide: Guide) -> Changed:
    """Return what tells when the words of a question, or the templates they stand in, changed last."""
    data, layout = Changes(guide.root), Changes(TEMPLATES)
    laid_out = layout.latest([file.name for file in TEMPLATES.iterdir()])
    return lambda files: max(laid_out, data.latest(files))
