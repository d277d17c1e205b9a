"""The scoring of an assessment: its rules, worked by hand and at random, in Python and in the page."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from scripts.guide.scoring import (
    EFFORT_MINUTES,
    Answer,
    Effort,
    Level,
    Statement,
    Tally,
    expose,
    of_form,
    plan,
)
from tests.scoring_vectors import FILE, expected, text

VECTORS: Sequence[Mapping[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
BETTER: Mapping[Answer, Answer] = {"no": "partly", "partly": "yes"}
ACTS = ("a", "b", "c", "d", "e")

# Two statements under one phase, one under another.
PRICE = Statement("price", "buying", 3, ("price-trick",), ("list-tasks",))
DEMO = Statement("demo", "buying", 1, ("demo-trick", "price-trick"), ("try-it", "list-tasks"))
COPY = Statement("copy", "using", 2, ("update-trick",), ("keep-copy",))
ALL = [PRICE, DEMO, COPY]
EFFORTS: Mapping[str, Effort] = {"list-tasks": "hours", "try-it": "minutes", "keep-copy": "days"}


def test_exposure_worked_by_hand() -> None:
    exposure = expose(ALL, {"price": "no", "demo": "partly", "copy": "yes"})
    # 3 + ½ points of 6 are open; in half points 7 of 12, which is 58.33 %.
    assert exposure.whole == Tally(open=7, possible=12, grave=2)
    assert exposure.whole.percent == 58
    assert exposure.whole.exposure == pytest.approx(7 / 12)
    assert exposure.phases == {"buying": Tally(7, 8, grave=2), "using": Tally(0, 4)}
    assert exposure.phases["buying"].percent == 88  # 87.5, halves go up
    assert exposure.tricks == {
        "price-trick": Tally(7, 8, grave=2),
        "demo-trick": Tally(1, 2),
        "update-trick": Tally(0, 4),
    }
    assert exposure.most_open() == ["price-trick", "demo-trick"]


def test_what_does_not_apply_and_what_is_unanswered_are_left_out_and_told_apart() -> None:
    exposure = expose(ALL, {"price": "not-applicable", "copy": "no"})
    assert exposure.whole == Tally(4, 4, waiting=2)
    assert exposure.phases["buying"].exposure is None
    assert exposure.phases["buying"].percent is None
    assert exposure.phases["buying"].level is None
    assert (exposure.counted, exposure.not_applicable, exposure.unanswered) == (1, 1, 1)
    assert exposure.most_open() == ["update-trick"]


def test_nothing_answered_is_no_exposure_not_zero() -> None:
    assert expose(ALL, {}).whole.exposure is None
    assert plan(ALL, {}, EFFORTS) == []


def test_the_plan_worked_by_hand() -> None:
    steps = plan(ALL, {"price": "no", "demo": "no", "copy": "no"}, EFFORTS)
    # Half points a minute: try-it 2/15; list-tasks 8/180, then 6/180; keep-copy 4/960.
    assert [(step.countermeasure, step.closes, step.left.open) for step in steps] == [
        ("try-it", ("demo",), 10),
        ("list-tasks", ("price",), 4),
        ("keep-copy", ("copy",), 0),
    ]


def test_of_equal_acts_the_one_that_closes_more_comes_first_then_the_name() -> None:
    one = Statement("one", "p", 1, ("t",), ("zebra", "apple"))
    assert [s.countermeasure for s in plan([one], {"one": "no"}, {"zebra": "hours", "apple": "hours"})] == [
        "apple"
    ]


def test_a_short_form_has_its_statements_in_their_order_and_counts_no_other() -> None:
    few = of_form(ALL, ["copy", "price"], "short")
    assert few == [PRICE, COPY]
    exposure = expose(few, {"price": "no", "demo": "no", "copy": "yes"})
    assert exposure.whole == Tally(6, 10, grave=2)
    assert (exposure.counted, exposure.unanswered) == (2, 0)
    assert of_form(ALL, ["copy", "price"], "all") == ALL


def test_without_a_short_form_each_form_is_the_whole() -> None:
    assert of_form(ALL, [], "short") == of_form(ALL, [], "all") == ALL


@pytest.mark.parametrize(
    ("percent", "level"),
    [(0, "low"), (19, "low"), (20, "medium"), (49, "medium"), (50, "high"), (100, "high")],
)
def test_levels(percent: int, level: Level) -> None:
    assert Tally(percent, 100).level == level


# Seventeen statements; one “no” of weight 3 leaves 3 points of 19 open, which is 16 %.
MANY = [Statement(f"many-{n}", "buying", 3 if n == 0 else 1, ("t",), ("a",)) for n in range(17)]
YESES: Mapping[str, Answer] = {each.id: "yes" for each in MANY}


@pytest.mark.parametrize(
    ("first", "level"),
    [("no", "medium"), ("partly", "low"), ("yes", "low"), ("not-applicable", "low")],
)
def test_a_whole_no_of_the_greatest_weight_is_never_well_covered(first: Answer, level: Level) -> None:
    answers: dict[str, Answer] = {**YESES, MANY[0].id: first}
    whole = expose(MANY, answers).whole
    assert whole.percent is not None
    assert whole.percent < 20
    assert whole.level == level
    lesser: dict[str, Answer] = {**YESES, MANY[1].id: "no"}
    assert expose(MANY, lesser).whole.level == "low"


@pytest.mark.parametrize(("halves", "level"), [(1, "low"), (2, "medium"), (17, "medium")])
def test_two_half_answers_of_the_greatest_weight_are_never_well_covered(halves: int, level: Level) -> None:
    # Of 150 points, seventeen “partly” of weight 3 leave 25½ open, which is 17 %.
    many = [Statement(f"grave-{n}", "buying", 3, ("t",), ("a",)) for n in range(50)]
    answers: dict[str, Answer] = {each.id: "partly" if n < halves else "yes" for n, each in enumerate(many)}
    whole = expose(many, answers).whole
    assert whole.percent is not None
    assert whole.percent < 20
    assert whole.level == level


def test_well_covered_takes_half_of_the_points_answered() -> None:
    eight, seven = (dict(list(YESES.items())[:count]) for count in (8, 7))
    assert expose(MANY, eight).whole.level == "low"  # 10 points of 19
    assert expose(MANY, seven).whole.level == "unsure"  # 9 points of 19
    assert expose(MANY, {MANY[1].id: "no"}).whole.level == "high"
    assert expose(MANY, {**seven, MANY[0].id: "not-applicable"}).whole.level == "unsure"


def _statements() -> st.SearchStrategy[list[Statement]]:
    one = st.builds(
        Statement,
        id=st.sampled_from([f"s{number}" for number in range(12)]),
        phase=st.sampled_from(["p", "q"]),
        weight=st.integers(1, 3),
        tricks=st.lists(st.sampled_from(["t", "u", "v"]), min_size=1, unique=True),
        countermeasures=st.lists(st.sampled_from(ACTS), min_size=1, unique=True),
    )
    return st.lists(one, min_size=1, max_size=10, unique_by=lambda statement: statement.id)


@st.composite
def _answered(draw: st.DrawFn) -> tuple[list[Statement], dict[str, Answer]]:
    statements = draw(_statements())
    answers = draw(
        st.dictionaries(st.sampled_from([s.id for s in statements]), st.sampled_from(get_args(Answer)))
    )
    return statements, answers


costs = st.fixed_dictionaries({act: st.sampled_from(get_args(Effort)) for act in ACTS})


def _exposures(statements: Sequence[Statement], answers: Mapping[str, Answer]) -> dict[str, float | None]:
    found = expose(statements, answers)
    tallies = {"": found.whole, **found.phases, **found.tricks}
    return {name: tally.exposure for name, tally in tallies.items()}


@given(_answered())
def test_exposure_stays_between_nothing_and_everything(
    answered: tuple[list[Statement], dict[str, Answer]],
) -> None:
    statements, answers = answered
    for exposure in _exposures(statements, answers).values():
        assert exposure is None or 0 <= exposure <= 1


@given(_answered())
def test_a_better_answer_never_raises_any_exposure(
    answered: tuple[list[Statement], dict[str, Answer]],
) -> None:
    statements, answers = answered
    before = _exposures(statements, answers)
    for name, answer in answers.items():
        if answer in BETTER:
            after = _exposures(statements, {**answers, name: BETTER[answer]})
            for key, exposure in before.items():
                now = after[key]
                assert exposure is None or (now is not None and now <= exposure)


@given(_answered())
def test_what_does_not_apply_never_counts(answered: tuple[list[Statement], dict[str, Answer]]) -> None:
    statements, answers = answered
    without = [s for s in statements if answers.get(s.id) != "not-applicable"]
    with_them, left = _exposures(statements, answers), _exposures(without, answers)
    assert with_them == {**dict.fromkeys(with_them, None), **left}


@given(_answered(), costs, st.randoms(use_true_random=False))
def test_order_changes_nothing(
    answered: tuple[list[Statement], dict[str, Answer]], efforts: dict[str, Effort], chance: Any
) -> None:
    statements, answers = answered
    shuffled = chance.sample(statements, len(statements))
    turned = dict(reversed(answers.items()))
    assert _exposures(shuffled, turned) == _exposures(statements, answers)
    assert expose(shuffled, turned).most_open() == expose(statements, answers).most_open()
    one, other = plan(statements, answers, efforts), plan(shuffled, turned, efforts)
    assert [(s.countermeasure, set(s.closes)) for s in one] == [
        (s.countermeasure, set(s.closes)) for s in other
    ]


@given(_answered(), costs)
def test_the_plan_closes_everything_once_and_the_best_comes_first(
    answered: tuple[list[Statement], dict[str, Answer]], efforts: dict[str, Effort]
) -> None:
    statements, answers = answered
    steps = plan(statements, answers, efforts)
    closed = [name for step in steps for name in step.closes]
    assert sorted(closed) == sorted(name for name, a in answers.items() if a in ("no", "partly"))
    assert len({step.countermeasure for step in steps}) == len(steps)
    left = [expose(statements, answers).whole.open, *(step.left.open for step in steps)]
    rates = [
        (before - after) / EFFORT_MINUTES[efforts[step.countermeasure]]
        for before, after, step in zip(left, left[1:], steps, strict=False)
    ]
    assert rates == sorted(rates, reverse=True)
    assert left[-1] == 0


def test_the_vectors_are_those_of_the_rules() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m tests.scoring_vectors"


def test_python_gives_the_vectors(subtests: pytest.Subtests) -> None:
    for number, vector in enumerate(VECTORS):
        statements = [Statement(**statement) for statement in vector["statements"]]
        with subtests.test(number=number):
            answers, efforts = vector["answers"], vector["efforts"]
            assert expected(statements, answers, efforts) == vector["expected"]
            few = of_form(statements, vector["short"], "short")
            assert expected(few, answers, efforts) == vector["expected_of_short"]


@pytest.mark.browser
def test_the_page_gives_the_vectors(modules: Page) -> None:
    found = modules.evaluate(
        """async (vectors) => {
            const { expose, level, mostOpen, ofForm, percent, plan } = await import(
                new URL("assessment/scoring.js", location.href).href);
            const told = (statements, answers, efforts) => {
                const exposure = expose(statements, answers);
                const tallies = { whole: exposure.whole, ...exposure.phases, ...exposure.tricks };
                return {
                    tallies: Object.fromEntries(Object.entries(tallies).map(
                        ([name, t]) => [name, [t.open, t.possible, percent(t), level(t)]])),
                    counts: [exposure.counted, exposure.notApplicable, exposure.unanswered],
                    most_open: mostOpen(exposure),
                    plan: plan(statements, answers, efforts).map(
                        (step) => [step.countermeasure, step.closes, step.left.open]),
                };
            };
            return vectors.map(({ statements, answers, efforts, short }) =>
                ["all", "short"].map((form) => told(ofForm(statements, short, form), answers, efforts)));
        }""",
        VECTORS,
    )
    assert found == [[vector["expected"], vector["expected_of_short"]] for vector in VECTORS]
