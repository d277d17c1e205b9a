"""The index of search: which words it holds, what it costs a phone, and who says what a word is."""

import functools
import gzip
import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.guide import Guide, Voice
from scripts.pages.search_index import MOST_PLACED, passages, search_index, write_search
from scripts.pages.search_terms import plain, terms
from scripts.pages.searchable import Searchable, searchables
from scripts.places import ASSETS

# Some indexes are made once.
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("search-index")]

Thousand = Callable[[str], tuple[list[Searchable], Mapping[str, object]]]

_PHONE = 300_000
"""The most bytes that a phone's first search may transfer, of a thousand tricks."""
_SHOWN = 8
_LATER = 4
"""Words that each further trick brings for the first time: texts of 60 have about 7,000, and the number of
words grows with the square root of the length (Heaps, Information Retrieval, 1978, 7.5)."""
_COLUMNS = ("titles", "aliases", "elsewhere", "asked", "shown", "rest")


@pytest.fixture(scope="module")
def thousand(guide: Guide) -> Thousand:
    """Hand out, by language, what a guide of a thousand tricks is searched by and the index of it."""

    @functools.cache
    def made(locale: str) -> tuple[list[Searchable], Mapping[str, object]]:
        found = _thousand(guide, locale)
        return found, search_index(found, guide.search[locale])

    return made


def _thousand(guide: Guide, locale: str) -> list[Searchable]:
    """Return what a guide of a thousand tricks is searched by: old sentences mixed anew, and new words."""
    found = list(searchables(Voice(guide, locale)))
    chance = random.Random(1)  # noqa: S311 (the same texts each time)
    tricks = [each for each in found if each.kind == "trick"]

    def drawn(name: str) -> list[str]:
        wanted = len(getattr(chance.choice(tricks), name))
        return [chance.choice(getattr(chance.choice(tricks), name) or [""]) for _ in range(wanted)]

    def made(number: int) -> Searchable:
        new = " ".join("".join(chance.choices("aeioubcdlmnrst", k=8)) for _ in range(_LATER))
        return replace(
            chance.choice(tricks),
            path=f"tricks/{chance.choice(tricks).path.split('/')[1]}-{number}/",
            title=chance.choice(tricks).title,
            summary=chance.choice(tricks).summary,
            aliases=drawn("aliases"),
            elsewhere=drawn("elsewhere"),
            asked=drawn("asked"),
            first=drawn("first"),
            rest=[*drawn("rest"), new],
        )

    return found + [made(number) for number in range(1000 - len(tricks))]


def _sent(data: object) -> int:
    """Return what a host that compresses sends of some JSON."""
    return len(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 6))


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_first_search_costs_a_phone_little_even_of_a_thousand_tricks(
    thousand: Thousand, locale: str
) -> None:
    found, index = thousand(locale)
    engine = len(gzip.compress((ASSETS / "vendor/minisearch.js").read_bytes(), 6))
    longest = sorted((_sent(passages(each)) for each in found), reverse=True)[:_SHOWN]
    assert _sent(index) + engine + sum(longest) <= _PHONE
    placed = sum(len(page) for name in _COLUMNS for page in index[name])  # type: ignore[attr-defined, misc]
    assert placed <= MOST_PLACED


def test_what_is_left_out_of_a_large_index_is_what_tells_least(thousand: Thousand) -> None:
    found, index = thousand("en")
    words = set(str(index["words"]).split())
    names = terms(text for each in found for text in (each.title, *each.aliases, *each.elsewhere))
    assert names <= words
    assert "consultants" in words


def test_words_of_other_languages_and_words_with_signs_are_found(guide: Guide) -> None:
    assert terms(["C# y R&D, en .NET: 2 años"]) == {"c#", "r&d", "en", ".net", "net", "2", "anos"}
    kickbacks = next(each for each in searchables(Voice(guide, "es")) if each.path == "tricks/kickbacks/")
    assert guide.tricks["kickbacks"].name.root["en"] in kickbacks.elsewhere


def test_a_language_without_search_words_is_searched_too(guide: Guide, tmp_path: Path) -> None:
    index = search_index(list(searchables(Voice(guide, "en"))), None)
    assert (index["stops"], index["same"], index["asking"]) == ([], [], {})
    write_search(Voice(guide, "en"), tmp_path)
    pages = json.loads((tmp_path / "search.json").read_text(encoding="utf-8"))["paths"]
    without = [path for path in pages if not (tmp_path / path.partition("#")[0] / "found.json").is_file()]
    assert without == []


_TEXTS = (
    *("¿Qué preguntar?", "C#, C++ y .NET", "R&D / I+D", "node.js 2.0", "Ünïcödé ñandú ÇA", "it's vendors'"),
    *("e\u0301 combinada", "100 %", "…fin.", "откат", "a_b", "İstanbul", "12.000,50 €"),
)


def test_the_page_and_the_build_take_the_same_for_a_word(modules: Page) -> None:
    in_page = modules.evaluate(
        """async (texts) => {
            const { placedWords } = await import("/search/words.js");
            return texts.map((text) => placedWords(text).map(({ word }) => word));
        }""",
        list(_TEXTS),
    )
    for text, words in zip(_TEXTS, in_page, strict=True):
        parts = {part for word in words for part in re.findall(r"[^\W_]+", word)}
        assert {word for word in {*words, *parts} if len(word) > 1 or word.isdigit()} == terms([text]), text


def test_marks_stand_where_the_words_stand(modules: Page) -> None:
    text = "Ünïcödé e\u0301 y 😀 renovación «automática»"
    cut = modules.evaluate(
        """async (text) => {
            const { placedWords } = await import("/search/words.js");
            const letters = [...text.normalize("NFC")];
            return placedWords(text).map(({ from, to }) => letters.slice(from, to).join(""));
        }""",
        text,
    )
    assert [plain(word) for word in cut] == ["unicode", "e", "y", "renovacion", "automatica"]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("bribe", "rbieb", 2),
        ("bribe", "birbe", 1),
        ("negotiate", "neeotiate", 1),
        ("demo", "demo", 0),
        ("ab", "xyz", 3),
    ],
)
def test_slips_of_the_finger_are_counted(modules: Page, one: str, other: str, slips: int) -> None:
    counted = modules.evaluate(
        """async ([one, other]) => {
            const { slipsBetween } = await import("/search/slips.js");
            return [slipsBetween(one, other, 2), slipsBetween(other, one, 2)];
        }""",
        [one, other],
    )
    assert counted == [slips, slips]


def test_what_was_meant_is_looked_up_and_known_words_stay(modules: Page) -> None:
    meant = modules.evaluate(
        """async (typed) => {
            const { meant } = await import("/search/slips.js");
            const known = new Map([["renewal", 3], ["removal", 9], ["coima", 1], ["seats", 2]]);
            const index = { known, meant: new Map() };
            return typed.map((word) => meant(index, word));
        }""",
        ["rnewal", "renewals", "coima", "sets", "2fa", "zzzzzz"],
    )
    assert meant == ["renewal", "renewals", "coima", "seats", "2fa", "zzzzzz"]


_FOUND = """async ([data, typed]) => {
    const { opened } = await import("/search/index.js");
    const { partsOf } = await import("/search/query.js");
    const { ranked, wordsOn } = await import("/search/ranking.js");
    const { default: MiniSearch } = await import("/vendor/minisearch.js");
    const index = await opened(data, MiniSearch);
    const parts = partsOf(index, typed);
    return ranked(index, parts).map(({ page }) => [index.paths[page], [...wordsOn(index, parts, page)]]);
}"""


def _place(path: str, aliases: list[str], asked: list[str]) -> Searchable:
    return Searchable(f"tricks/{path}/", "trick", "", path, "", aliases=aliases, asked=asked)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("costly yearly zebra renewal", ["whole", "rare"]),
        ("bankrupt", ["named", "asked"]),
        ("unheard", []),
    ],
)
def test_most_of_a_question_outweighs_its_rarest_word_and_a_name_a_way_of_asking(
    modules: Page, typed: str, found: list[str]
) -> None:
    places = [
        _place("rare", ["zebra"], []),
        _place("whole", ["costly renewal"], ["yearly"]),
        _place("also", ["costly"], ["yearly"]),
        _place("asked", [], ["bankrupt"]),
        _place("named", ["bankrupt"], []),
    ]
    hits = modules.evaluate(_FOUND, [search_index(places, None), typed])
    order = [path.split("/")[1] for path, _ in hits]
    assert [name for name in order if name != "also"] == found
    assert all(set(words) <= set(typed.split()) and words for _, words in hits)


def test_a_question_that_names_a_kind_alone_ends_in_no_error(modules: Page) -> None:
    near = modules.evaluate(
        """async () => {
            const { nearest } = await import("/search/ranking.js");
            return nearest({}, [{ ways: [] }]);
        }"""
    )
    assert near == []
