"""Words of search from `content/search/<locale>.yml`: read where they are, told where they are at fault."""

from pathlib import Path

from scripts.entries import load

FAULTY = """\
stops: [the, 7]
same:
  - [alone]
  - [licence, license]
asking:
  recipe: [cook]
others: []
"""


def test_every_fault_is_told_at_its_place(tiny_folder: Path) -> None:
    locale = _locale(tiny_folder)
    _write(tiny_folder, locale, FAULTY)
    told = {(problem.file, problem.line, problem.path) for problem in load(tiny_folder).problems}
    file = f"content/search/{locale}.yml"
    assert {(name, line) for name, line, _ in told} == {(file, 1), (file, 3), (file, 6), (file, 7)}


def test_a_language_has_the_words_of_its_file_or_none(tiny_folder: Path) -> None:
    locale = _locale(tiny_folder)
    _write(tiny_folder, locale, "same:\n  - [licence, license]\n")
    loaded = load(tiny_folder)
    assert loaded.guide is not None
    assert loaded.guide.search[locale].same == [["licence", "license"]]
    (tiny_folder / f"content/search/{locale}.yml").unlink()
    without = load(tiny_folder)
    assert without.guide is not None
    assert locale not in without.guide.search


def _locale(folder: Path) -> str:
    guide = load(folder).guide
    assert guide is not None
    return guide.site.default_locale


def _write(folder: Path, locale: str, text: str) -> None:
    file = folder / f"content/search/{locale}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
