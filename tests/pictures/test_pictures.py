"""Whatever words and numbers a picture is accepted with, it draws them without an overlap."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from scripts.guide import PICTURE_KINDS, Picture, Voice
from scripts.pictures import WIDTH, Box, Drawing, Stroke, Words, draw, words_width, wrapped
from scripts.pictures.measured_letters import KEPT_IN, measured
from scripts.problems import Faulty
from tests.real_guide import real_guide

PICTURES: TypeAdapter[Picture] = TypeAdapter(Picture)
_LETTERS = st.sampled_from("aeiounrstlmWM@ÑÁçñ .,-0123456789€≤漢😀ş")
_FILLED = {"sure", "unsaid", "free", "bound", "step"}
_CLOSE = 0.5


def _text(most: int) -> st.SearchStrategy[dict[str, str]]:
    """Return words in both languages: of every length, the longest allowed, and without a blank."""
    of = st.one_of(
        st.text(_LETTERS, min_size=1, max_size=most),
        st.text(_LETTERS, min_size=most, max_size=most),
        st.sampled_from(["W" * most, "m" * most, "漢" * most, ("ab " * most)[:most]]),
    ).map(lambda words: f"x{words[1:]}".strip())
    return st.fixed_dictionaries({"es": of, "en": of})


_LABEL, _PHRASE = _text(40), _text(110)
_AMOUNT = st.integers(1, 9_999_999)
_START = st.integers(0, 9_999_999)
_COST = st.fixed_dictionaries({"label": _LABEL, "amount": _AMOUNT})
_FIELDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "annotated-quote": st.fixed_dictionaries(
        {"lines": st.lists(st.fixed_dictionaries({"text": _PHRASE, "note": _PHRASE}), min_size=1, max_size=5)}
    ),
    "stack-of-costs": st.fixed_dictionaries(
        {
            "stated": st.lists(_COST, min_size=1, max_size=2),
            "unstated": st.lists(_COST, min_size=1, max_size=6),
        }
    ),
    "break-even": st.builds(
        lambda period, periods, labels, each, gap, start: {
            "period": period,
            "periods": periods,
            "first": {"label": labels[0], "start": start, "each": each + gap},
            "second": {"label": labels[1], "start": start + gap, "each": each},
        },
        _LABEL,
        st.integers(2, 12),
        st.tuples(_LABEL, _LABEL),
        st.integers(0, 999_999),
        st.integers(1, 999_999),
        st.integers(0, 999_999),
    ),
    "money-flow": st.builds(
        lambda labels, payments: {
            "parties": [{"id": f"p{n}", "label": label} for n, label in enumerate(labels)],
            "payments": [
                {"payer": f"p{turn}", "payee": f"p{1 - turn}", "label": label, "hidden": hidden}
                for turn, label, hidden in payments
            ],
        },
        st.lists(_LABEL, min_size=2, max_size=3),
        st.lists(st.tuples(st.integers(0, 1), _PHRASE, st.booleans()), min_size=1, max_size=6),
    ),
    "notice-calendar": st.builds(
        lambda term, notice, renewal: {"term": term, "notice": min(notice, term - 1), "renewal": renewal},
        st.integers(2, 60),
        st.integers(1, 59),
        st.integers(1, 60),
    ),
    "staircase": st.builds(
        lambda unit, price, bands: {
            "unit": unit,
            "price": price,
            "bands": [
                {"up_to": up_to, "price": cost}
                for up_to, cost in zip(sorted(bands[0]), sorted(bands[1]), strict=False)
            ],
        },
        _LABEL,
        _LABEL,
        st.tuples(*[st.sets(st.integers(1, 99_999), min_size=2, max_size=4)] * 2),
    ),
    "ratchet": st.builds(
        lambda unit, period, needed: {"unit": unit, "period": period, "needed": [9_999, *needed]},
        _LABEL,
        _LABEL,
        st.lists(st.integers(1, 9_998), min_size=2, max_size=5),
    ),
    "clocks": st.builds(
        lambda unit, length, clocks, moment, happens: {
            "unit": unit,
            "length": length,
            "clocks": [
                {"label": label, "runs": [min(begun, length - 1), length], "against": against}
                for label, begun, against in clocks
            ]
            + [{"label": happens, "runs": [0, 1]}],
            "moment": min(moment, length),
            "happens": happens,
        },
        _LABEL,
        st.integers(2, 60),
        st.lists(st.tuples(_LABEL, st.integers(0, 59), st.booleans()), min_size=1, max_size=3),
        st.integers(0, 60),
        _LABEL,
    ),
    "paper-hierarchy": st.fixed_dictionaries(
        {
            "papers": st.lists(
                st.fixed_dictionaries({"label": _LABEL, "says": _PHRASE, "promise": st.booleans()}),
                min_size=2,
                max_size=5,
            )
        }
    ),
    "keys": st.fixed_dictionaries(
        {
            "things": st.lists(
                st.fixed_dictionaries({"label": _LABEL, "holder": st.sampled_from(["you", "vendor"])}),
                min_size=2,
                max_size=7,
            )
        }
    ),
}
_HEAD = {"title": {"es": "Un título", "en": "A title"}, "caption": {"es": "Un pie.", "en": "A caption."}}


def _faults(drawing: Drawing) -> Iterator[str]:
    """Tell which words leave the picture, meet other words, or stand on a filled shape."""
    texts = [shape for shape in drawing.shapes if isinstance(shape, Words)]
    bars = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.look in _FILLED]
    for text in texts:
        left, top, right, bottom = text.bounds
        if left < 0 or right > WIDTH or top < 0 or bottom > drawing.height + _CLOSE:
            yield f"out of the picture: {text}"
    for one, other in combinations(texts, 2):
        if _meet(one.bounds, other.bounds):
            yield f"words upon words: {one.lines} {other.lines}"
    for bar in bars:
        edges = (bar.x, bar.y, bar.x + bar.width, bar.y + bar.height)
        yield from (f"words on a bar: {text.lines}" for text in texts if _meet(text.bounds, edges))
    for shape in drawing.shapes:
        points = shape.points if isinstance(shape, Stroke) else ()
        if any(not (-1 <= x <= WIDTH + 1 and -1 <= y <= drawing.height + 1) for x, y in points):
            yield f"a line out of the picture: {shape}"


def _divided(drawing: Drawing) -> Iterator[str]:
    """Yield each line that ends within a word too wide for its place, where no dictionary would divide it."""
    lines = [line for shape in drawing.shapes if isinstance(shape, Words) for line in shape.lines[:-1]]
    yield from (line for line in lines if line.endswith("-"))


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[2] - _CLOSE
        and other[0] < one[2] - _CLOSE
        and one[1] < other[3] - _CLOSE
        and other[1] < one[3] - _CLOSE
    )


def test_every_kind_is_tried() -> None:
    assert set(_FIELDS) == set(PICTURE_KINDS)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", PICTURE_KINDS)
def test_no_accepted_words_overflow_or_overlap(kind: str) -> None:
    @settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(_FIELDS[kind])
    def drawn(fields: dict[str, Any]) -> None:
        picture = PICTURES.validate_python({"kind": kind, **_HEAD, **fields})
        for locale in ("es", "en"):
            assert list(_faults(draw(picture, Voice(real_guide(), locale)))) == []

    drawn()


def test_every_picture_of_the_guide_is_whole_and_told() -> None:
    faults, kinds = [], set()
    for trick in real_guide().tricks.values():
        if trick.picture is None:
            continue
        kinds.add(trick.picture.kind)
        for locale in real_guide().site.locales:
            drawing = draw(trick.picture, Voice(real_guide(), locale))
            faults += [f"{trick.slug} {locale}: {fault}" for fault in _faults(drawing)]
            faults += [f"{trick.slug} {locale}: divided: {line}" for line in _divided(drawing)]
            told = " ".join(drawing.told)
            for _, text in trick.picture.texts():
                words = text.words(locale, "es")
                aside = (trick.picture.title, trick.picture.caption, getattr(trick.picture, "unit", None))
                if text not in aside and words not in told:
                    faults.append(f"{trick.slug} {locale}: not told: {words}")
    assert faults == []
    assert kinds == set(PICTURE_KINDS), "a kind without a picture in the guide"


_PARTIES = [{"id": "a", "label": {"es": "A"}}, {"id": "b", "label": {"es": "B"}}]

_CLOCK = {"label": {"es": "A"}, "runs": [0, 2]}
_CLOCKS = {"unit": {"es": "u"}, "length": 4, "clocks": [_CLOCK] * 2, "moment": 4, "happens": {"es": "x"}}


@pytest.mark.parametrize(
    ("kind", "fields", "rule"),
    [
        ("annotated-quote", {"lines": [{"text": {"es": "Una línea"}}]}, "no-note"),
        (
            "break-even",
            {
                "period": {"es": "años"},
                "periods": 3,
                "first": {"label": {"es": "A"}, "start": 0, "each": 1},
                "second": {"label": {"es": "B"}, "start": 9, "each": 1},
            },
            "lines-never-cross",
        ),
        ("money-flow", {"parties": [_PARTIES[0]] * 2, "payments": []}, "party-twice"),
        ("money-flow", {"payments": [{"payer": "a", "payee": "c", "label": {"es": "x"}}]}, "unknown-party"),
        ("money-flow", {"payments": [{"payer": "a", "payee": "a", "label": {"es": "x"}}]}, "pays-itself"),
        ("notice-calendar", {"term": 3, "notice": 3, "renewal": 3}, "notice-outlasts-term"),
        (
            "staircase",
            {
                "unit": {"es": "u"},
                "price": {"es": "p"},
                "bands": [{"up_to": 2, "price": 1}, {"up_to": 1, "price": 2}],
            },
            "bands-do-not-rise",
        ),
        (
            "ratchet",
            {"unit": {"es": "u"}, "period": {"es": "p"}, "needed": [1, 2, 3]},
            "ratchet-never-slips",
        ),
        ("clocks", {"clocks": [_CLOCK, {**_CLOCK, "runs": [2, 2]}]}, "clock-off-the-axis"),
        ("clocks", {"clocks": [_CLOCK, {**_CLOCK, "runs": [0, 5]}]}, "clock-off-the-axis"),
        ("clocks", {"moment": 5}, "moment-off-the-axis"),
    ],
)
def test_what_would_teach_nothing_is_refused(kind: str, fields: dict[str, Any], rule: str) -> None:
    given: dict[str, dict[str, Any]] = {"money-flow": {"parties": _PARTIES}, "clocks": _CLOCKS}
    usual = given.get(kind, {})
    payments = {"payments": [{"payer": "a", "payee": "b", "label": {"es": "x"}}]}
    whole = {"kind": kind, **_HEAD, **usual, **fields}
    if rule == "party-twice":
        whole |= payments
    with pytest.raises(ValidationError) as caught:
        PICTURES.validate_python(whole)
    errors = [error.get("ctx", {}).get("error") for error in caught.value.errors()]
    assert [fault.rule for error in errors if isinstance(error, Faulty) for fault in error.faults] == [rule]


@pytest.mark.parametrize("words", ["W" * 90, "one two three", "漢字" * 30, "e\u0301" * 60, ""])
def test_wrapped_words_fit_and_none_is_lost(words: str) -> None:
    lines = wrapped(words, 60)
    assert all(words_width(line) <= 60 for line in lines)
    assert re.sub(r"[-\s]", "", "".join(lines)) == re.sub(r"\s", "", words)


def test_the_widths_of_letters_that_are_kept_are_those_of_the_fonts() -> None:
    assert json.loads(KEPT_IN.read_text(encoding="utf-8")) == measured()
