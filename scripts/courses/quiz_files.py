"""The files in which trainers take a quiz along: their formats, their names, their writing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.courses.anki_deck import anki_deck
from scripts.courses.gift import gift
from scripts.courses.moodle_xml import moodle_xml
from scripts.courses.portable import PortableQuiz, portable
from scripts.courses.qti import qti_package
from scripts.courses.quiz_csv import quiz_csv
from scripts.derived import ENDINGS, file_name
from scripts.guide import Guide, Voice

_WRITERS: Mapping[str, Callable[[PortableQuiz, Voice], bytes]] = {
    "moodle": lambda quiz, voice: moodle_xml(quiz),
    "gift": lambda quiz, voice: gift(quiz).encode("utf-8"),
    "anki": anki_deck,
    "qti": lambda quiz, voice: qti_package(quiz),
    "csv": quiz_csv,
}


@dataclass(frozen=True)
class Wanted:
    """Which quizzes (by slug), formats (by key in ENDINGS) and locales to write; none named means all."""

    quizzes: Sequence[str] = ()
    formats: Sequence[str] = ()
    locales: Sequence[str] = ()


def write_quizzes(guide: Guide, out: Path, address: str, wanted: Wanted | None = None) -> list[Path]:
    """Write quizzes below `out`, in a folder a locale; return the files written, in order.

    `address` is the site's, to which the questions link back.
    """
    wanted = wanted or Wanted()
    written = []
    for locale in wanted.locales or guide.site.locales:
        voice = Voice(guide, locale)
        folder = out / locale
        folder.mkdir(parents=True, exist_ok=True)
        for slug in wanted.quizzes or guide.quizzes:
            quiz = portable(voice, guide.quizzes[slug], address)
            for form in wanted.formats or ENDINGS:
                file = folder / file_name(slug, form)
                file.write_bytes(_WRITERS[form](quiz, voice))
                written.append(file)
    return written
