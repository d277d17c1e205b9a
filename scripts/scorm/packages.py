"""A quiz as a SCORM 1.2 package: one page that holds every question, its script, its looks, the manifest.

The rules are those of ADL's "SCORM Version 1.2: The SCORM Content Aggregation Model", 2.3.
"""

from collections.abc import Mapping
from functools import lru_cache

from scripts.courses import PortableQuiz
from scripts.guide import Voice
from scripts.places import ASSETS
from scripts.publishing import joined_script, joined_sheet
from scripts.scorm.lesson import LOOKS, PAGE, SCRIPT, lesson_page
from scripts.scorm.manifest import MANIFEST, manifest
from scripts.zipping import zipped


def scorm_package(quiz: PortableQuiz, voice: Voice) -> bytes:
    """Return the package of a quiz of the voice's guide, as a zip; the same data give the same bytes."""
    parts = {PAGE: lesson_page(quiz, voice).encode("utf-8"), **_same_for_all()}
    return zipped({MANIFEST: manifest(quiz, voice.wording.tag, list(parts)), **parts})


@lru_cache(maxsize=1)
def _same_for_all() -> Mapping[str, bytes]:
    """Return what every package holds beside its page, by name."""
    drawn: dict[str, bytes] = {}

    def named(path: str) -> str:
        name = path.replace("/", "-")
        drawn[name] = (ASSETS / path).read_bytes()
        return name

    script = joined_script(ASSETS, "course/lesson.js", named)
    looks = joined_sheet(ASSETS, "course/course.css", named)
    return {SCRIPT: script.encode("utf-8"), LOOKS: looks.encode("utf-8"), **drawn}
