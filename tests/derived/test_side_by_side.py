"""Vendors side by side: the rules, worked by hand and at random, in Python and in the page."""

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from scripts.derived.side_by_side import (
    POINTS,
    WEIGHTS,
    Answer,
    Row,
    Standing,
    judged_for_all,
    last_answer,
    standing,
)
from tests.side_by_side_vectors import ANSWERS, FILE, text

VECTORS: Sequence[Mapping[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
BETTER: Mapping[Answer, Answer] = {"none": "poor", "poor": "partly", "partly": "good"}
IDS = [f"row-{number}" for number in range(8)]

some_rows = st.lists(
    st.builds(Row, st.sampled_from(IDS), st.sampled_from(WEIGHTS), st.booleans()),
    unique_by=lambda row: row.id,
)
some_answers = st.dictionaries(st.sampled_from(IDS), st.sampled_from(ANSWERS))

PRICE, COPY, HELP = Row("price", 3), Row("copy", 1, must=True), Row("help", 0, must=True)
ALL = [PRICE, COPY, HELP]


def test_worked_by_hand() -> None:
    stands = standing(ALL, {"price": "good", "copy": "partly", "help": "poor"})
    # Twice 3 and once 1, of twice 3 and twice 1; what counts for nothing still fails as a must-have.
    assert (stands.points, stands.possible, stands.waiting, stands.unjudged) == (7, 8, 0, 0)
    assert stands.counts == {"good": 1, "partly": 1, "poor": 0, "none": 0, "not-applicable": 0}
    assert (stands.failed, stands.unsettled) == (("help",), ("copy",))


def test_what_nobody_judged_is_not_bad() -> None:
    stands = standing(ALL, {"price": "good"})
    assert (stands.points, stands.possible, stands.waiting, stands.unjudged) == (6, 6, 2, 1)
    assert (stands.failed, stands.unsettled) == ((), ("copy", "help"))


def test_the_rows_judged_for_all_can_be_compared() -> None:
    vendors: list[Mapping[str, Answer]] = [
        {"price": "good", "copy": "none"},
        {"price": "poor", "copy": "not-applicable", "help": "good"},
    ]
    assert judged_for_all(ALL, vendors) == [PRICE]


def test_the_last_meeting_counts() -> None:
    assert last_answer(["good", None, "poor", None]) == "poor"
    assert last_answer([None]) is None


@given(some_rows, some_answers, st.sampled_from(IDS))
def test_a_better_answer_never_lowers_a_vendor(
    rows: list[Row], answers: dict[str, Answer], changed: str
) -> None:
    answer = answers.get(changed)
    if answer is None or answer not in BETTER:
        return
    before, after = standing(rows, answers), standing(rows, {**answers, changed: BETTER[answer]})
    assert after.points >= before.points
    assert after.possible == before.possible
    assert set(after.failed) <= set(before.failed)
    assert {*after.failed, *after.unsettled} <= {*before.failed, *before.unsettled}


@given(some_rows, some_answers)
def test_a_failed_must_have_always_shows(rows: list[Row], answers: dict[str, Answer]) -> None:
    stands = standing(rows, answers)
    musts = [row.id for row in rows if row.must]
    assert set(stands.failed) == {id_ for id_ in musts if answers.get(id_) in ("poor", "none")}
    assert set(stands.unsettled) == {id_ for id_ in musts if answers.get(id_) in (None, "partly")}


@given(some_rows, some_answers, st.sampled_from(IDS))
def test_what_does_not_apply_never_counts(rows: list[Row], answers: dict[str, Answer], changed: str) -> None:
    without = [row for row in rows if row.id != changed]
    one, other = standing(rows, {**answers, changed: "not-applicable"}), standing(without, answers)
    assert (one.points, one.possible, one.waiting) == (other.points, other.possible, other.waiting)
    assert (one.failed, one.unsettled) == (other.failed, other.unsettled)


@given(some_rows, some_answers)
def test_every_row_with_a_weight_is_told_once(rows: list[Row], answers: dict[str, Answer]) -> None:
    stands = standing(rows, answers)
    counted = [row for row in rows if row.weight]
    assert sum(stands.counts.values()) + stands.unjudged == len(counted)
    applying = [row for row in counted if answers.get(row.id) != "not-applicable"]
    assert stands.possible + stands.waiting == sum(2 * row.weight for row in applying)
    assert 0 <= stands.points <= stands.possible


@given(some_rows, st.lists(some_answers, min_size=1, max_size=8), st.randoms())
def test_no_order_matters(rows: list[Row], vendors: list[dict[str, Answer]], chance: random.Random) -> None:
    mixed = chance.sample(rows, len(rows))
    for answers in vendors:
        turned = dict(chance.sample(list(answers.items()), len(answers)))
        assert _unordered(standing(mixed, turned)) == _unordered(standing(rows, answers))
    others = chance.sample(vendors, len(vendors))
    assert set(judged_for_all(mixed, others)) == set(judged_for_all(rows, vendors))


def _unordered(stands: Standing) -> tuple[object, ...]:
    sums = (stands.points, stands.possible, stands.waiting, stands.unjudged)
    return (*sums, dict(stands.counts), set(stands.failed), set(stands.unsettled))


@given(some_rows, st.lists(some_answers, min_size=1, max_size=8))
def test_totals_of_shared_rows_are_of_the_same_points(
    rows: list[Row], vendors: list[dict[str, Answer]]
) -> None:
    shared = judged_for_all(rows, vendors)
    possible = {standing(shared, answers).possible for answers in vendors}
    assert possible == {sum(2 * row.weight for row in shared)}
    assert all(standing(shared, answers).unjudged == 0 for answers in vendors)


def test_the_vectors_are_of_these_rules() -> None:
    assert FILE.read_text(encoding="utf-8") == text()


@pytest.mark.browser
def test_the_page_counts_alike(modules: Page) -> None:
    counted = modules.evaluate(
        """async (cases) => {
            const {judgedForAll, lastAnswer, standing} = await import("/compare/standing.js");
            const order = ["good", "partly", "poor", "none", "not-applicable"];
            const told = (all) => [all.points, all.possible, all.waiting, all.unjudged,
                order.map((answer) => all.counts[answer]), all.failed, all.unsettled];
            return cases.map(({rows, vendors, meetings}) => {
                const shared = judgedForAll(rows, vendors);
                return {
                    standings: vendors.map((answers) => told(standing(rows, answers))),
                    shared: shared.map(({id}) => id),
                    standings_of_shared: vendors.map((answers) => told(standing(shared, answers))),
                    last: lastAnswer(meetings) ?? null,
                };
            });
        }""",
        VECTORS,
    )
    assert counted == [{key: case[key] for key in each} for case, each in zip(VECTORS, counted, strict=True)]


@pytest.mark.browser
def test_the_page_knows_the_same_points(modules: Page) -> None:
    known = modules.evaluate(
        """async () => {
            const {POINTS, WEIGHTS} = await import("/compare/standing.js");
            return [POINTS, WEIGHTS];
        }"""
    )
    assert known == [dict(POINTS), list(WEIGHTS)]
