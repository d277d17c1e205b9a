"""The quiz's modules without a page around them: seeds, drawing, marking, progress.

The vectors in data/quiz-vectors.json fix what a shared address shows; the generator written here
anew, in Python, is a second witness for them.
"""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests import DATA
from tests.kept import keep_text

# One page serves them all.
pytestmark = pytest.mark.xdist_group("quiz-scripts")

VECTORS = json.loads((DATA / "quiz-vectors.json").read_text(encoding="utf-8"))
WORD = 0xFFFFFFFF


def mulberry32(seed: int, count: int) -> list[float]:
    numbers = []
    state = seed
    for _ in range(count):
        state = (state + 0x6D2B79F5) & WORD
        mixed = ((state ^ (state >> 15)) * (state | 1)) & WORD
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61) & WORD)) & WORD
        numbers.append((mixed ^ (mixed >> 14)) / 2**32)
    return numbers


def shuffled(items: list[str], numbers: list[float]) -> list[str]:
    result = list(items)
    for last, number in zip(range(len(items) - 1, 0, -1), numbers, strict=False):
        chosen = int(number * (last + 1))
        result[last], result[chosen] = result[chosen], result[last]
    return result


def run(page: Page, module: str, call: str, *values: object) -> Any:
    """Return what `call`, an expression of the module `m` and the values `v`, gives."""
    script = f"""async ([module, v]) => {{
        const m = await import(new URL(module, location.href));
        return {call};
    }}"""
    return page.evaluate(script, [f"quiz/{module}.js", list(values)])


@pytest.mark.parametrize("seed", [0, 1, 7, 999_999, 4_294_967_295])
def test_the_generator_is_mulberry32(modules: Page, seed: int) -> None:
    drawn = run(modules, "shuffle", "(random => Array.from({length: 20}, random))(m.mulberry32(v[0]))", seed)
    assert drawn == mulberry32(seed, 20)
    assert all(0 <= number < 1 for number in drawn)


@pytest.mark.parametrize("vector", VECTORS["drawn"], ids=lambda vector: str(vector["seed"]))
def test_the_seed_decides_the_questions_and_their_order(modules: Page, vector: dict[str, Any]) -> None:
    names, seed, count = vector["names"], vector["seed"], vector["count"]
    assert run(modules, "shuffle", "m.drawn(v[0], v[1], v[2])", names, seed, count) == vector["drawn"]
    again = run(modules, "shuffle", "m.drawn(v[0], v[1], v[2])", names[::-1], seed, count)
    assert again == vector["drawn"]
    assert shuffled(sorted(names), mulberry32(seed, len(names)))[:count] == vector["drawn"]


@pytest.mark.parametrize("vector", VECTORS["options"], ids=lambda vector: vector["name"])
def test_the_seed_decides_the_order_of_options(modules: Page, vector: dict[str, Any]) -> None:
    call = "m.shuffled([1, 2, 3, 4], m.randomOf(v[0], v[1]))"
    assert run(modules, "shuffle", call, vector["name"], vector["seed"]) == vector["order"]


def test_every_order_comes_about_equally_often(modules: Page) -> None:
    call = """(() => {
        const counts = {};
        for (let seed = 0; seed < 6000; seed += 1) {
            const order = m.shuffled([1, 2, 3], m.randomOf("some-question", seed)).join("");
            counts[order] = (counts[order] ?? 0) + 1;
        }
        return counts;
    })()"""
    counts = run(modules, "shuffle", call)
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values()), counts


@pytest.mark.parametrize(
    ("query", "seed"),
    [
        ("?seed=7", 7),
        ("?seed=0", 0),
        ("?a=b&seed=999999", 999_999),
        ("", None),
        ("?seed=", None),
        ("?seed=1000000", None),
        ("?seed=-1", None),
        ("?seed=1.5", None),
        ("?seed=0x1f", None),
        ("?seed=<script>", None),
    ],
)
def test_only_a_sound_seed_counts(modules: Page, query: str, seed: int | None) -> None:
    assert run(modules, "shuffle", "m.seedIn(v[0])", query) == seed


@pytest.mark.parametrize(
    ("kind", "key", "response", "share"),
    [
        ("one", 2, 2, 1),
        ("one", 2, 1, 0),
        ("truth", 1, 1, 1),
        ("truth", 1, 2, 0),
        ("several", [1, 3], [1, 3], 1),
        ("several", [1, 3], [1], 0.5),
        ("several", [1, 3], [1, 2], 0),
        ("several", [1, 3], [1, 2, 3], 0.5),
        ("several", [1, 3], [2, 4], 0),
        ("several", [1, 3], [1, 2, 3, 4], 0),
        ("several", [1, 2, 3], [1, 2, 4], 1 / 3),
        ("match", 3, [1, 2, 3], 1),
        ("match", 3, [1, 1, 1], 1 / 3),
        ("match", 3, [2, 3, 1], 0),
        ("order", 4, [1, 2, 3, 4], 1),
        ("order", 4, [2, 1, 3, 4], 0.5),
        ("order", 4, [4, 3, 2, 1], 0),
        *[(kind, 3, None, 0) for kind in ("one", "truth", "match", "order")],
        ("several", [1, 3], None, 0),
    ],
)
def test_marking(modules: Page, kind: str, key: object, response: object, share: float) -> None:
    assert run(modules, "marking", "m.shareOf(v[0], v[1], v[2])", kind, key, response) == pytest.approx(share)


@settings(max_examples=60)
@given(
    key=st.sets(st.integers(1, 6), min_size=2, max_size=5),
    ticked=st.sets(st.integers(1, 6), min_size=1),
)
def test_a_share_of_several_is_one_only_where_all_is_right(
    modules: Page, key: set[int], ticked: set[int]
) -> None:
    share = run(modules, "marking", "m.shareOf('several', v[0], v[1])", sorted(key), sorted(ticked))
    assert 0 <= share <= 1
    assert (share == 1) == (key == ticked)
    if key - ticked:
        more = sorted(ticked | {min(key - ticked)})
        assert run(modules, "marking", "m.shareOf('several', v[0], v[1])", sorted(key), more) >= share


@pytest.mark.parametrize(
    ("kind", "size", "response", "fits"),
    [
        ("one", 3, 3, True),
        ("one", 3, 4, False),
        ("one", 3, 0, False),
        ("one", 3, "2", False),
        ("one", 3, [2], False),
        ("several", 4, [1, 4], True),
        ("several", 4, [], False),
        ("several", 4, [1, 1], False),
        ("several", 4, [5], False),
        ("match", 3, [1, 1, 2], True),
        ("match", 3, [1, 2], False),
        ("order", 3, [3, 1, 2], True),
        ("order", 3, [3, 3, 2], False),
        ("order", 3, None, False),
    ],
)
def test_only_answers_that_fit_the_question_are_taken_up(
    modules: Page, kind: str, size: int, response: object, fits: bool
) -> None:
    assert run(modules, "marking", "m.fits(v[0], v[1], v[2])", kind, size, response) is fits


def test_points_add_up_by_phase(modules: Page) -> None:
    marked = [
        {"phase": "a", "share": 1},
        {"phase": "a", "share": 0.5},
        {"phase": "b", "share": 0},
    ]
    call = "(total => [total.points, total.entirely, [...total.phases]])(m.totalled(v[0]))"
    assert run(modules, "marking", call, marked) == [
        1.5,
        1,
        [["a", {"points": 1.5, "all": 2}], ["b", {"points": 0, "all": 1}]],
    ]


@pytest.mark.parametrize(
    "stored",
    [
        *("", "null", "{", "[]", "7", '"x"', '{"seed": "7"}', '{"seed": 7, "names": {}}', '{"seed": 7}'),
        '{"seed": -3, "names": [], "answers": {}}',
        '{"seed": 7, "names": "constructor", "answers": {}}',
    ],
)
def test_what_is_kept_and_makes_no_sense_is_passed_over(modules: Page, stored: str) -> None:
    keep_text(modules, "quiz.some", stored, guide="/")
    assert run(modules, "progress", "m.kept('some')") is None


@pytest.mark.parametrize("at", ["x", -5, None, 0.5, [], {"valueOf": 1}], ids=str)
def test_a_place_that_is_none_is_the_first(modules: Page, at: object) -> None:
    session = {"seed": 7, "names": ["a", "b"], "answers": {"a": 1}, "at": at}
    keep_text(modules, "quiz.some", json.dumps(session), guide="/")
    assert run(modules, "progress", "m.kept('some').at") == 0
