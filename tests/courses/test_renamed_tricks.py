"""A question keeps its name in every export when its trick is renamed, or merged into another."""

import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.courses.quiz_files import write_quizzes
from scripts.guide.voice import Voice
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.pages import render_locale
from tests.made_guide import ADDRESS, small_guide, trick, write

pytestmark = pytest.mark.thorough

TRICK = "tricks/buying/first-trick.yml"
_KNOWN_BY = {
    "-moodle.xml": r"<idnumber>(?:<!\[CDATA\[)?([^<\]]+)",
    ".gift.txt": r"^// \[id:(.+)\]$",
    "-quiz.csv": r"((?:first|second|third|fourth)-trick-[a-z0-9-]+)",
}


def _names(folder: Path, out: Path) -> Mapping[str, set[str]]:
    """Return by what each exported file's questions are known to the programs that take it."""
    guide = load_checked(folder)
    files = write_quizzes(guide, out, ADDRESS)
    found = {file.relative_to(out).as_posix(): set(_known_by(file)) for file in files}
    return found | {f"{locale} pages": _on_pages(guide, locale) for locale in guide.site.locales}


def _on_pages(guide: Guide, locale: str) -> set[str]:
    """Return by what readers' devices know the questions: the forms' ids on the pages of quizzes."""
    quizzes = (page for page in render_locale(Voice(guide, locale), ADDRESS) if "quizzes/" in page.path)
    forms = (form for page in quizzes for form in LexborHTMLParser(str(page.markdown)).css("[data-question]"))
    return {str(form.attributes["id"]) for form in forms}


def _known_by(file: Path) -> Iterator[str]:
    if file.suffix == ".apkg":
        with zipfile.ZipFile(file) as package, closing(sqlite3.connect(":memory:")) as deck:
            deck.deserialize(package.read("collection.anki2"))
            yield from (guid for (guid,) in deck.execute("SELECT guid FROM notes"))
    elif file.suffix == ".zip":
        with zipfile.ZipFile(file) as package:
            yield from (name for name in package.namelist() if name.startswith("items/"))
    else:
        ending = next(ending for ending in _KNOWN_BY if file.name.endswith(ending))
        yield from re.findall(_KNOWN_BY[ending], file.read_text(encoding="utf-8"), re.MULTILINE)


def _renamed(text: str) -> str:
    """Return a trick's YAML as it is once the trick has another slug."""
    quiz = text.index("quiz:\n")
    questions = re.sub(
        r"^  - id: ", "  - formerly_of: first-trick\n    id: ", text[quiz:], flags=re.MULTILINE
    )
    return f"formerly: [first-trick]\n{text[:quiz]}{questions}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


def _point_to(folder: Path, slug: str) -> None:
    for file in folder.rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        write(file, re.sub(r"(?<!formerly: \[)(?<!formerly_of: )first-trick", slug, text))


def test_a_renamed_tricks_questions_are_known_as_before(folder: Path, tmp_path: Path) -> None:
    before = _names(folder, tmp_path / "before")
    assert all(before.values()), before
    text = _renamed((folder / TRICK).read_text(encoding="utf-8"))
    (folder / TRICK).unlink()
    write(folder / "tricks/buying/another-name.yml", text)
    _point_to(folder, "another-name")
    assert _names(folder, tmp_path / "after") == before


def test_a_question_taken_over_from_a_merged_trick_is_known_as_before(folder: Path, tmp_path: Path) -> None:
    merged = folder / "tricks/buying/fourth-trick.yml"
    write(merged, trick())
    before = _names(folder, tmp_path / "before")
    merged.unlink()
    quiz = trick()[trick().index("quiz:\n") + len("quiz:\n") :]
    # Its ids are those of the heir's own questions too.
    questions = re.sub(r"^  - id: ", "  - formerly_of: fourth-trick\n    id: ", quiz, flags=re.MULTILINE)
    write(folder / TRICK, f"formerly: [fourth-trick]\n{trick().rstrip()}\n{questions}")
    after = _names(folder, tmp_path / "after")
    assert sorted(after) == sorted(before)
    for name, known in after.items():
        # The question that is made of a trick's signs goes with the trick.
        gone = 1 if "which" in name or "pages" in name else 0
        assert known <= before[name], name
        assert len(known) == len(before[name]) - gone, name
