"""Texts go out to translators as PO and come back into the files of entries."""

import re
import subprocess
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.cli import main
from scripts.contributing.drafts import read_yaml
from scripts.contributing.translation_files import exported, places, taken
from scripts.contributing.worded_yaml import with_words
from scripts.entries import load
from tests.programs import find_program

ACT = "content/countermeasures/declare-interests.yml"
HOSTILE = [
    'say "yes": it\'s #1 \\ C:\\new {no} [x] & *y*, `z`',
    "- not a list",
    "? : | > % @",
    "no",
    "2026-11-27",
    "  # a comment?  ",
    "a  b   c " * 20,
    "ñ 日本語 العربية 🙂 " * 8,
    "one\n\n- two\n- three\n\nfour: five",
    "\\n is no line end and %s is no place",
    'msgid "x"\nmsgstr "y"',
    "x" * 150,
]
FILE = """# A comment at the top.
name: {es: Uno, en: One}  # of the name
summary:
  es: Dos  # of the Spanish
  # between
  en: >-  # of the fold
    Two and
    more.

# Above the list.
items:
  - id: first
    text:
      en: |-
        Three

        - four
    # below
  - {id: second, text: {en: "Five"}}
last:
  en: Six
"""


def _written(words: str, *path: str | int) -> dict[str, object]:
    text = with_words(FILE, {path: words}, "es")
    for comment in re.findall(r"# .*", FILE):
        assert text.count(comment) == 1, comment
    data: dict[str, object] = read_yaml(text)
    return data


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_written_whatever_they_are_and_nothing_else_changes(words: str) -> None:
    paths: list[tuple[str | int, ...]] = [
        ("name",),
        ("summary",),
        ("items", 0, "text"),
        ("items", 1, "text"),
        ("last",),
    ]
    for path in paths:
        wanted = read_yaml(FILE)
        place = wanted
        for step in path:
            place = place[step]
        place["es"] = words
        assert _written(words, *path) == wanted
    text = with_words(FILE, dict.fromkeys(paths, words), "es")
    assert [line for line in FILE.splitlines() if line.strip().startswith("#")] == [
        line for line in text.splitlines() if line.strip().startswith("# ") and line in FILE.splitlines()
    ]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), min_size=1))
def test_any_words_are_written_as_they_are(words: str) -> None:
    for path in (("name",), ("summary",), ("last",)):
        assert read_yaml(with_words(FILE, {path: words}, "es"))[path[0]]["es"] == words


def test_layout_is_that_of_the_file() -> None:
    said = "Largo " * 30
    text = with_words(FILE, {("summary",): said.strip(), ("last",): "Siete", ("name",): "Otro"}, "es")
    assert 'name: {es: "Otro", en: One}  # of the name\n' in text
    assert "\n  en: Six\n  es: Siete\n" in text
    assert "\n  es: >-  # of the Spanish\n    Largo" in text
    assert max(map(len, text.splitlines())) <= 110


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["translations", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.thorough
def test_a_round_trip_brings_every_text_back(tiny_folder: Path, tmp_path: Path) -> None:
    """Out with everything, each text changed as a translator would, in, and out again."""
    root, po = str(tiny_folder), tmp_path / "en.po"
    assert _run("export", "--root", root, "--all", "en", str(po)).exit_code == 0
    file = polib.pofile(str(po))
    changed = {}
    for entry in file:
        if "\n" not in entry.msgstr and len(entry.msgstr) < 36:
            entry.msgstr = changed[entry.msgctxt] = f"{entry.msgstr} xx"
    file.save(str(po))
    before = {path: path.read_text(encoding="utf-8") for path in tiny_folder.rglob("*.yml")}
    assert _run("import", "--root", root, str(po)).exit_code == 0
    again = load(tiny_folder)
    assert again.guide is not None
    assert len(file) == len([*places(again.guide)])
    found = {place.name: place.text.root["en"] for place in places(again.guide)}
    assert {name: found[name] for name in changed} == changed
    comments = [
        line for text in before.values() for line in text.splitlines() if line.lstrip().startswith("#")
    ]
    after = "\n".join(path.read_text(encoding="utf-8") for path in before)
    assert [comment for comment in comments if comment not in after] == []


def test_what_waits_is_asked_for_and_stale_words_are_fuzzy(tiny_folder: Path) -> None:
    file = tiny_folder / ACT
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"\n  en: Have everyone declare their interests", "", text, count=1), encoding="utf-8"
    )
    loaded = load(tiny_folder)
    assert loaded.guide is not None
    asked = polib.pofile(exported(loaded.guide, "en", "es", all_texts=False))
    assert [(entry.msgctxt, entry.msgstr) for entry in asked] == [(f"{ACT}#name", "")]
    file.write_text(text.replace("name:", "stale: [en]\nname:", 1), encoding="utf-8")
    stale = load(tiny_folder)
    assert stale.guide is not None
    asked = polib.pofile(exported(stale.guide, "en", "es", all_texts=False))
    assert {entry.msgctxt.partition("#")[0] for entry in asked} == {ACT}
    assert all("fuzzy" in entry.flags for entry in asked)
    # As it comes back untouched it brings nothing.
    assert taken(stale, str(asked), "x.po").words == {}


def test_each_fault_is_told_at_its_line_in_both_languages_and_nothing_is_written(
    tiny_folder: Path, tmp_path: Path
) -> None:
    loaded = load(tiny_folder)
    assert loaded.guide is not None
    file = polib.pofile(exported(loaded.guide, "en", "es", all_texts=True))
    file[0].msgctxt += "x"
    file[1].msgstr = "x" * 10_000
    file[2].msgstr = "<script>alert(1)</script>"
    file[3].msgid += " of old"
    file.append(polib.POEntry(msgctxt=file[4].msgctxt, msgid=file[4].msgid, msgstr="another"))
    po = tmp_path / "en.po"
    file.save(str(po))
    lines = {entry.msgstr[:20]: entry.linenum for entry in polib.pofile(str(po))}
    before = {path: path.read_bytes() for path in tiny_folder.rglob("*.yml")}
    for language, words in (("en", "not a text of the guide"), ("es", "no es un texto de la guía")):
        result = _run("import", "--root", str(tiny_folder), "--lang", language, str(po))
        assert result.exit_code == 1
        assert words in result.stderr
        for said in (file[0].msgstr, file[1].msgstr, file[2].msgstr, file[3].msgstr, "another"):
            assert f"en.po:{lines[said[:20]]}:1" in result.stderr
    assert {path: path.read_bytes() for path in before} == before


NO_PO_FILES = (
    *(b"", b"\xff\xfe", b'msgid "', b"\0\0", b'msgid "a"\nmsgid "b"'),
    b'msgid ""\nmsgstr ""\n"Language: xx\\n"\n',
)


def test_what_is_no_po_file_is_said_to_be_none(tiny_folder: Path, tmp_path: Path) -> None:
    po = tmp_path / "odd.po"
    loaded = load(tiny_folder)
    for content in NO_PO_FILES[2:]:
        brought = taken(loaded, content.decode(), "odd.po")
        assert [problem.level for problem in brought.problems] == ["error"], content
        assert brought.words == {}
    for content in NO_PO_FILES[:2]:
        po.write_bytes(content)
        result = _run("import", "--root", str(tiny_folder), "--lang", "en", str(po))
        assert result.exit_code == 1
        assert "odd.po:1:1" in result.stderr


def test_gettext_finds_the_file_sound(tiny_folder: Path, tmp_path: Path) -> None:
    program = find_program("msgfmt")
    if program is None:
        pytest.skip("no gettext on this machine")
    loaded = load(tiny_folder)
    assert loaded.guide is not None
    po = tmp_path / "en.po"
    po.write_text(exported(loaded.guide, "en", "es", all_texts=True), encoding="utf-8")
    command = [program, "--check-format", "--output-file", str(tmp_path / "en.mo"), str(po)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
