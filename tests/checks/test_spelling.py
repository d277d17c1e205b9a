"""Spelling in every language that has a dictionary: unknown words are told at their place."""

import functools
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.checks.spelling import Speller, dictionary_for, misspelt, word_list
from scripts.cli import main
from scripts.entries.loading import load
from scripts.places import REPOSITORY
from scripts.problems.problem import Problem
from tests.made_guide import small_guide
from tests.real_guide import real_guide

GUIDE = real_guide()
LISTS = sorted((REPOSITORY / "content/words").glob("*.txt"))


def _word(problem: Problem) -> str:
    return dict(problem.fault.values)["name"]


@functools.cache
def _speller(locale: str) -> Speller:
    dictionary = dictionary_for(GUIDE.wordings[locale])
    assert dictionary is not None
    return Speller(dictionary, word_list(REPOSITORY, locale))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_word_lists_are_sorted_with_one_word_a_line(path: Path) -> None:
    words = path.read_text(encoding="utf-8").splitlines()
    assert words == sorted(words, key=str.casefold)
    assert len({word.casefold() for word in words}) == len(words)
    assert all(word == word.strip() and word and " " not in word for word in words)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_word_lists_hold_only_what_the_dictionary_lacks(path: Path) -> None:
    dictionary = dictionary_for(GUIDE.wordings[path.stem])
    assert dictionary is not None
    bare = Speller(dictionary, frozenset())
    words = path.read_text(encoding="utf-8").splitlines()
    assert [word for word in words if word not in bare.unknown(word)] == []


@pytest.mark.parametrize(
    ("locale", "plain", "unknown"),
    [
        ("en", "The buyer’s on-premise licence has colour.", []),
        ("en", "The color of the organizr", ["color", "organizr"]),
        ("en", "Read https://exmple.org/foo, {count} files, ui_words.yml, 3rd, a.b --strct", []),
        ("es", "¿Pídale el contrato? «Sí», firme ya.", []),
        ("es", "El contrto del provedor", ["contrto", "provedor"]),
        ("es", "Una demostracion", ["demostracion"]),
        ("es", "Жук", ["Жук"]),
    ],
)
def test_unknown_words(locale: str, plain: str, unknown: list[str]) -> None:
    assert list(_speller(locale).unknown(plain)) == unknown


@pytest.mark.thorough
def test_a_misspelt_word_is_told_at_its_place(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    # To propose words for the unknown ones takes its time.
    shutil.copytree(REPOSITORY / "content/words", folder / "content/words")
    file = folder / "tricks/buying/first-trick.yml"
    text = file.read_text(encoding="utf-8").replace("A sound trick", "A sound trick recieved", 1)
    file.write_text(text, encoding="utf-8")
    (problem,) = [each for each in misspelt(load(folder)) if _word(each) == "recieved"]
    assert problem.fault.near == "received"
    line = next(n for n, each in enumerate(text.splitlines(), start=1) if "recieved" in each)
    assert (problem.file, problem.line, problem.path) == ("tricks/buying/first-trick.yml", line, "name.en")
    assert problem.level == "warning"
    told = CliRunner().invoke(main, ["spell", "--root", str(folder), "--lang", "es"])
    assert told.exit_code == 0, "warnings stop nobody"
    assert f"tricks/buying/first-trick.yml:{line}:" in told.output
    assert "'recieved' no está en ningún diccionario" in told.output
    with (folder / "content/words/en.txt").open("a", encoding="utf-8") as words:
        words.write("Recieved\n")
    assert "recieved" not in map(_word, misspelt(load(folder)))


def test_a_language_without_a_dictionary_is_left_alone() -> None:
    wording = GUIDE.wordings["en"].model_copy(update={"code": "tlh", "region": None})
    assert dictionary_for(wording) is None
