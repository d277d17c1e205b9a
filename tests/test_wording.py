"""Interface words: plural forms, placeholders, fallback."""

import re
from itertools import chain
from pathlib import Path

import pytest

from scripts.cli import REPOSITORY, load_checked
from scripts.wording import Wording, placeholders

GUIDE = load_checked(REPOSITORY)


def _wording(code: str, **words: object) -> Wording:
    return Wording.model_validate({"code": code, "language": code, "words": words})


@pytest.mark.parametrize(("count", "said"), [(1, "1 truco"), (0, "0 trucos"), (2, "2 trucos")])
def test_plural_forms(count: int, said: str) -> None:
    words = _wording("es", tricks={"one": "{count} truco", "other": "{count} trucos"})
    assert words.say("tricks", count=count) == said


def test_a_language_with_more_plural_forms() -> None:
    words = _wording("pl", tricks={"one": "sztuczka", "few": "sztuczki", "many": "sztuczek", "other": "x"})
    assert [words.say("tricks", count=n) for n in (1, 2, 5, 22)] == [
        "sztuczka",
        "sztuczki",
        "sztuczek",
        "sztuczki",
    ]


def test_missing_words_come_from_the_default_locale() -> None:
    assert _wording("pt").say("home", _wording("es", home="Inicio")) == "Inicio"
    with pytest.raises(KeyError):
        _wording("pt").say("home")


@pytest.mark.parametrize("pattern", ["{", "{0}", "{a.b}", "{a!r}", "{a:>9}", "{a[0]}"])
def test_only_simple_placeholders(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"brace|'\{'|expected"):
        placeholders(pattern)


@pytest.mark.parametrize(("code", "said"), [("es", "a, b y c"), ("en", "a, b, and c")])
def test_lists(code: str, said: str) -> None:
    assert _wording(code).listed(["a", "b", "c"]) == said


def test_every_locale_has_every_word() -> None:
    keys = {code: set(wording.words) for code, wording in GUIDE.wordings.items()}
    assert len(set(map(frozenset, keys.values()))) == 1


def test_no_word_lies_unused() -> None:
    """Every key is named in a template, a module or the theme; those made of parts by their start."""
    places = chain(
        (REPOSITORY / "scripts").rglob("*.j2"),
        (REPOSITORY / "scripts").glob("*.py"),
        (REPOSITORY / "overrides").rglob("*.html"),
    )
    source = "\n".join(Path(place).read_text(encoding="utf-8") for place in places)
    beginnings = "when|effort|moment|section|pdf|paper|severity|source_kind|level|weight|answer"
    made_of_parts = rf"({beginnings})_[\w-]+|\w+_(title|description)"
    keys = set(GUIDE.wordings["es"].words)
    unused = {key for key in keys if not re.search(rf"\b{key}\b", source)}
    assert {key for key in unused if not re.fullmatch(made_of_parts, key)} == set()
