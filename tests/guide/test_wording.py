"""Interface words: plural forms, placeholders, fallback."""

import re
from dataclasses import replace
from itertools import chain

import pytest

from scripts.guide.voice import Voice
from scripts.guide.wording import Wording, placeholders
from scripts.places import REPOSITORY
from scripts.problems.problem import ProblemsFound
from tests.real_guide import real_guide

GUIDE = real_guide()


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


@pytest.mark.parametrize(
    ("code", "alone", "within"),
    [
        ("es", "Español", "español"),
        ("en", "English", "English"),
        ("de", "Deutsch", "Deutsch"),
        ("pt-BR", "Português (Brasil)", "português (Brasil)"),
        ("es", "Castellano", "Castellano"),
        ("xx", "Xalqa", "Xalqa"),
    ],
)
def test_a_language_is_named_in_a_phrase_as_it_writes_itself(code: str, alone: str, within: str) -> None:
    assert _wording(code).model_copy(update={"language": alone}).language_in_a_phrase == within


def test_a_book_is_called_after_its_language_as_that_language_writes_it() -> None:
    found = [each.say("book_edition", language=each.language_in_a_phrase) for each in GUIDE.wordings.values()]
    assert {"El manual: español", "The handbook: English"} <= set(found)


def test_nothing_puts_the_name_that_stands_alone_into_a_phrase() -> None:
    files = [file for file in (REPOSITORY / "scripts").rglob("*.*") if file.suffix in (".py", ".j2")]
    told = [str(file) for file in files if re.search(r"voice\.wording\.language\b", file.read_text("utf-8"))]
    assert (len(files) > 100, told) == (True, [])


@pytest.mark.parametrize(("code", "said"), [("es", "a, b y c"), ("en", "a, b, and c")])
def test_lists(code: str, said: str) -> None:
    assert _wording(code).listed(["a", "b", "c"]) == said


@pytest.mark.parametrize(
    ("code", "region", "written", "said"),
    [
        ("es", "ES", "2026-11-24", "24 de noviembre de 2026"),
        ("en", "GB", "2026-11-24", "24 November 2026"),
        ("en", "US", "2026-11-24", "November 24, 2026"),
        ("es", None, "2019-01", "enero de 2019"),
        ("en", "GB", "2019", "2019"),
        ("en", "ZZ", "2003-05-28", "May 28, 2003"),
        ("xx", None, "2003-05-28", "May 28, 2003"),
    ],
)
def test_dates(code: str, region: str | None, written: str, said: str) -> None:
    assert _wording(code).model_copy(update={"region": region}).date(written) == said


@pytest.mark.parametrize(
    ("code", "thousands", "said"),
    [
        ("es", "\u00a0", ["480", "4800", "20\u00a0000", "1\u00a0234\u00a0567,5"]),
        ("es", None, ["480", "4.800", "20.000", "1.234.567,5"]),
        ("en", None, ["480", "4,800", "20,000", "1,234,567.5"]),
        ("de", "’", ["480", "4800", "20’000", "1’234’567,5"]),
    ],
)
def test_numbers(code: str, thousands: str | None, said: list[str]) -> None:
    wording = Wording(code=code, language=code, thousands=thousands, words={})
    assert [wording.number(number) for number in (480, 4800, 20_000, 1_234_567.5)] == said


def test_spanish_and_english_have_every_word_and_no_language_another() -> None:
    keys = {code: set(wording.words) for code, wording in GUIDE.wordings.items()}
    assert keys["es"] == keys["en"]
    assert all(found <= keys[GUIDE.site.default_locale] for found in keys.values())


def test_no_word_lies_unused() -> None:
    """Every key is named in a template, a module or the theme; those made of parts by their start."""
    places = chain(
        (REPOSITORY / "scripts").rglob("*.j2"),
        (REPOSITORY / "scripts").rglob("*.py"),
        (REPOSITORY / "overrides").rglob("*.html"),
    )
    named = set(
        chain.from_iterable(re.findall(r"\w+", place.read_text(encoding="utf-8")) for place in places)
    )
    beginnings = "when|effort|moment|section|pdf|paper|severity|source_kinds?|source_count"
    beginnings += "|verdict|compare_made|compare_weight|date|cost_unit|cost_total|picture_holder"
    beginnings += "|level|weight|answer|download|jump|gives|step|kind|book_form|book_use|news_added|local"
    beginnings += "|lesson_card|lesson_file|lesson_part|lesson_play|lesson_you"
    made_of_parts = rf"({beginnings})_[\w-]+|\w+_(title|description)"
    keys = set(GUIDE.wordings["es"].words)
    unused = keys - named
    assert {key for key in unused if not re.fullmatch(made_of_parts, key)} == set()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Home {", "a brace stands alone"),
        ("  ", "the text is empty"),
        ("Ho\u202eme", "U+202E"),
        ({"one": "{count} trick"}, "needs the form 'other'"),
        ({"other": "{count"}, "a brace stands alone"),
    ],
)
def test_words_that_could_not_be_said_are_refused(words: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        Wording.model_validate({"code": "en", "language": "English", "words": {"home": words}})


def test_words_by_count_are_said_where_nothing_is_counted() -> None:
    assert _wording("en", home={"one": "Home", "other": "Homes"}).say("home") == "Homes"


def test_words_that_no_locale_has_are_a_fault_of_the_data() -> None:
    bare = {code: wording.model_copy(update={"words": {}}) for code, wording in GUIDE.wordings.items()}
    voice = Voice(replace(GUIDE, wordings=bare), GUIDE.site.default_locale)
    with pytest.raises(ProblemsFound, match="home"):
        voice.say("home")
    with pytest.raises(ProblemsFound, match="meeting"):
        Voice(GUIDE, GUIDE.site.default_locale).say("checklist_for")


def _speaking(alphabet: str | None) -> Voice:
    wording = Wording(code="es", language="Español", alphabet=alphabet, words={})
    return Voice(replace(GUIDE, wordings={**GUIDE.wordings, "es": wording}), "es")


@pytest.mark.parametrize(
    ("alphabet", "ordered"),
    [
        ("M N Ñ O", ["mono", "«Nación»", "NZ", "ñu", "óbice", "oca"]),
        (None, ["mono", "«Nación»", "ñu", "NZ", "óbice", "oca"]),
    ],
    ids=["a letter of its own", "any accent"],
)
def test_words_stand_in_the_order_of_the_alphabet(alphabet: str | None, ordered: list[str]) -> None:
    voice = _speaking(alphabet)
    assert sorted([*ordered[1::2], *ordered[::2]], key=voice.sorting) == ordered


@pytest.mark.parametrize(
    ("alphabet", "words", "initial"),
    [
        ("A N Ñ", "ñu", "Ñ"),
        ("A N", "ñu", "N"),
        ("A N", "«Ácido»", "A"),
        ("C CH D", "chata", "CH"),
        ("A N", "ζῆλος", "Ζ"),
        (None, "éxito", "E"),
        ("A N", "2FA", ""),
        ("A N", "…", ""),
        ("A N", "", ""),
    ],
)
def test_the_letter_that_words_stand_under(alphabet: str | None, words: str, initial: str) -> None:
    assert _speaking(alphabet).initial(words) == initial


def test_letters_that_the_alphabet_does_not_name_come_after_it() -> None:
    assert sorted(["ζῆλος", "zeta", "2FA", "alfa"], key=_speaking("A Z").sorting) == [
        "2FA",
        "alfa",
        "zeta",
        "ζῆλος",
    ]
