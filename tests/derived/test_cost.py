"""The calculator's rules, worked by hand and at random, in Python and in the page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from scripts.derived.cost import (
    CASES,
    HIGHEST,
    LOWERING,
    ONE,
    Case,
    Estimate,
    Offer,
    Span,
    costs_of,
    cumulated,
    spans,
    swings,
    total,
    users_in,
)
from tests.cost_vectors import COSTS, FILE, NAMES, cost, expected, text

VECTORS: Sequence[Mapping[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))


def _given(**values: float) -> dict[str, Estimate]:
    return {name.replace("_", "-"): Estimate(likely=round(value * ONE)) for name, value in values.items()}


def test_a_subscription_worked_by_hand() -> None:
    subscription = [cost("seat", "user-month", rises=True, off=True)]
    terms = _given(users=10, growth=5, seat=20, rise=10, cap=3, discount=50, discount_years=1)
    offer = Offer(subscription, 3, terms)
    # 10 users, then 10.5, which is 11, then 11.025, which is 11.
    assert [users_in(offer, year, "likely") for year in (1, 2, 3)] == [10, 11, 11]
    # Half of 2400.00; then 11 * 12 * 20 * 1.03; then * 1.0609.
    assert costs_of(offer) == {"seat": [120_000, 271_920, 280_078]}
    assert cumulated(offer) == [120_000, 391_920, 671_998]


def test_what_is_billed_at_least_is_paid_while_fewer_use_it() -> None:
    costs = [cost("seat", "user-month"), cost("own", "user-month", hours=True)]
    offer = Offer(costs, 3, _given(users=10, growth=20, least_users=12, seat=1, own=1, hour=1))
    # 10 users, then 12, then 14: whoever is not there learns nothing and needs no hour.
    assert costs_of(offer) == {"seat": [14_400, 14_400, 16_800], "own": [12_000, 14_400, 16_800]}


def test_each_kind_of_cost_falls_in_its_years() -> None:
    costs = [cost(when, when) for when in ("start", "year", "month", "end")]
    costs.append(cost("own", "start", hours=True))
    given_ = _given(start=1, year=1, month=1, end=1, own=2, hour=15.5, tax=100, rate=2)
    assert costs_of(Offer(costs, 3, given_)) == {
        # In the other currency's double, and with as much again in taxes.
        "start": [400, 0, 0],
        "year": [400, 400, 400],
        "month": [4_800, 4_800, 4_800],
        "end": [0, 0, 400],
        "own": [3_100, 0, 0],
    }


def test_nothing_given_costs_nothing_and_no_cap_lets_every_rise_through() -> None:
    assert total(Offer(COSTS, 10, {})) == 0
    uncapped = Offer([cost("fee", "year", rises=True)], 2, _given(fee=100, rise=100))
    assert costs_of(uncapped) == {"fee": [10_000, 20_000]}


def test_a_price_that_is_held_rises_from_its_year_on() -> None:
    fee = [cost("fee", "year", rises=True)]

    def paid(**terms: float) -> list[int]:
        return costs_of(Offer(fee, 5, _given(fee=100, rise=10, **terms)))["fee"]

    assert paid(rise_from=4) == [10_000, 10_000, 10_000, 11_000, 12_100]
    assert paid(rise_from=4, cap=5) == [10_000, 10_000, 10_000, 10_500, 11_025]
    # Within a year is the next; what is signed is the price of the first, whatever is written.
    assert paid(rise_from=3.5) == paid(rise_from=4)
    assert paid(rise_from=0) == paid(rise_from=1) == paid(rise_from=2) == paid()


def test_the_later_a_rise_begins_the_lower_is_the_case() -> None:
    offer = Offer(
        [cost("fee", "year", rises=True)],
        3,
        {**_given(fee=100, rise=10), "rise-from": Estimate(2 * ONE, 3 * ONE, 4 * ONE)},
    )
    assert [total(offer, case) for case in CASES] == [30_000, 31_000, 33_100]
    assert [(s.id, s.low, s.high) for s in swings(offer)] == [("rise-from", 33_100, 30_000)]


def test_a_low_above_the_likely_is_the_likely() -> None:
    fee = Estimate(low=5 * ONE, likely=2 * ONE, high=ONE)
    assert [fee.at("fee", case) for case in CASES] == [2 * ONE] * 3
    off = Estimate(low=ONE, likely=2 * ONE, high=5 * ONE)
    assert [off.at("discount", case) for case in CASES] == [5 * ONE, 2 * ONE, ONE]


def test_spans_tell_which_is_cheaper_when() -> None:
    assert spans([1, 5, 9, 20], [3, 5, 7, 9]) == [Span(1, 1, 0), Span(2, 2, None), Span(3, 4, 1)]


def test_swings_go_by_ranges_and_by_a_tenth_where_there_are_none() -> None:
    costs = [cost("big", "start"), cost("small", "start")]
    plain = Offer(costs, 1, _given(big=1000, small=10))
    assert [(s.id, s.low, s.high) for s in swings(plain)] == [
        ("big", 91_000, 111_000),
        ("small", 100_900, 101_100),
    ]
    ranged = replace(plain, given={**plain.given, "small": Estimate(5 * ONE, 10 * ONE, 40 * ONE)})
    assert [(s.id, s.low, s.high) for s in swings(ranged)] == [("small", 100_500, 104_000)]


def _estimates() -> st.SearchStrategy[dict[str, Estimate]]:
    def of(name: str) -> st.SearchStrategy[Estimate]:
        most = {**HIGHEST, "users": 9_999_999 * ONE}.get(name, 999_999_999 * ONE)
        number = st.one_of(st.none(), st.integers(0, most))
        return st.builds(Estimate, number, number, number)

    return st.fixed_dictionaries({}, optional={name: of(name) for name in NAMES})


@st.composite
def _offers(draw: st.DrawFn) -> Offer:
    costs = draw(st.lists(st.sampled_from(COSTS), max_size=5, unique_by=lambda each: each.id))
    return Offer(costs, draw(st.integers(1, 10)), draw(_estimates()))


cases = st.sampled_from(CASES)
# A machine under load is slow, and that is no fault of the rules.
unhurried = settings(suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.thorough
@unhurried
@given(_offers())
def test_low_is_never_above_likely_nor_likely_above_high(offer: Offer) -> None:
    low, likely, high = (cumulated(offer, case) for case in CASES)
    assert all(a <= b <= c for a, b, c in zip(low, likely, high, strict=True))


@pytest.mark.thorough
@unhurried
@given(_offers(), st.sampled_from(NAMES), st.integers(1, 10**7), cases)
def test_more_of_anything_never_lowers_the_total_but_of_a_discount_which_never_raises_it(
    offer: Offer, name: str, more: int, case: Case
) -> None:
    each = offer.given.get(name, Estimate())
    likely = each.at(name, "likely")
    raised = min(likely + more, max(likely, HIGHEST.get(name, likely + more)))
    moved = [Estimate(each.low, value, each.high) for value in (likely, raised)]
    less, now = (total(replace(offer, given={**offer.given, name: m}), case) for m in moved)
    assert now <= less if name in LOWERING else now >= less


@pytest.mark.thorough
@unhurried
@given(_offers(), cases)
def test_a_cap_never_raises_the_total(offer: Offer, case: Case) -> None:
    uncapped = {name: each for name, each in offer.given.items() if name != "cap"}
    assert total(offer, case) <= total(replace(offer, given=uncapped), case)


@unhurried
@given(_offers(), st.integers(2, 10), cases)
def test_until_a_rise_begins_it_costs_what_it_would_without_one(offer: Offer, first: int, case: Case) -> None:
    held = {**offer.given, "rise-from": Estimate(likely=first * ONE)}
    never = {name: each for name, each in held.items() if name != "rise"}
    with_it, without = (costs_of(replace(offer, given=given_), case) for given_ in (held, never))
    for name, years in with_it.items():
        assert years[: first - 1] == without[name][: first - 1]


@unhurried
@given(_offers(), st.integers(0, 10))
def test_once_a_discount_has_ended_the_full_price_is_paid(offer: Offer, last: int) -> None:
    ended = {**offer.given, "discount-years": Estimate(likely=last * ONE)}
    full = {name: each for name, each in ended.items() if name != "discount"}
    with_it, without = costs_of(replace(offer, given=ended)), costs_of(replace(offer, given=full))
    for name, years in with_it.items():
        assert years[last:] == without[name][last:]


@pytest.mark.thorough
@unhurried
@given(_offers(), cases)
def test_the_years_add_up_and_a_longer_look_changes_no_running_year(offer: Offer, case: Case) -> None:
    costs = costs_of(offer, case)
    assert cumulated(offer, case)[-1] == sum(map(sum, costs.values())) == total(offer, case)
    longer = costs_of(replace(offer, years=offer.years + 1), case)
    for each in offer.costs:
        if each.when != "end":
            assert longer[each.id][: offer.years] == costs[each.id]


@pytest.mark.thorough
@unhurried
@given(_offers(), cases)
def test_another_reckoning_gives_the_same(offer: Offer, case: Case) -> None:
    """Decimals, a year after the other, as somebody would do it by hand."""
    assert costs_of(offer, case) == _by_hand(offer, case)


def _by_hand(offer: Offer, case: Case) -> dict[str, list[int]]:
    with localcontext() as context:
        context.prec = 200
        at = {name: Decimal(offer.value(name, case)).scaleb(-4) for name in NAMES}
        found: dict[str, list[int]] = {each.id: [] for each in offer.costs}
        grown, dearer = at["users"], Decimal(1)
        for year in range(1, offer.years + 1):
            users = grown.to_integral_value(ROUND_HALF_UP)
            often = {
                "start": Decimal(year == 1),
                "year": Decimal(1),
                "month": Decimal(12),
                "user-month": 12 * users,
                "seat-month": 12 * max(users, at["least-users"].to_integral_value(ROUND_HALF_UP)),
                "end": Decimal(year == offer.years),
            }
            for each in offer.costs:
                billed = each.when == "user-month" and each.unit == "money"
                paid = at[each.id] * often["seat-month" if billed else each.when or "year"]
                if each.unit == "hours":
                    paid *= at["hour"]
                else:
                    paid *= dearer if each.rises else 1
                    off = each.discounted and year <= at["discount-years"]
                    paid *= (100 - at["discount"]) / 100 if off else 1
                    paid *= at["rate"] * (100 + at["tax"]) / 100
                found[each.id].append(int((paid * 100).to_integral_value(ROUND_HALF_UP)))
            grown *= (100 + at["growth"]) / 100
            if year + 1 >= at["rise-from"]:
                dearer *= (100 + min(at["rise"], at["cap"])) / 100
        return found


def test_the_vectors_are_those_of_the_rules() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m tests.cost_vectors"


def _offer(told: Mapping[str, Any]) -> Offer:
    costs = [
        cost(c["id"], c["when"], hours=c["unit"] == "hours", rises=c["rises"], off=c["discounted"])
        for c in told["costs"]
    ]
    return Offer(costs, told["years"], {name: Estimate(*ends) for name, ends in told["given"].items()})


def test_python_gives_the_vectors() -> None:
    assert [expected(_offer(v["one"]), _offer(v["other"])) for v in VECTORS] == [
        v["expected"] for v in VECTORS
    ]


@pytest.mark.browser
def test_the_page_gives_the_vectors(modules: Page) -> None:
    found = modules.evaluate(
        """async (vectors) => {
            const { CASES, costsOf, cumulated, spans, swings } = await import(
                new URL("calculator/cost.js", location.href).href);
            const number = (value) => (value === null ? null : BigInt(value));
            const offer = ({ years, costs, given }) => ({
                years, costs,
                given: Object.fromEntries(Object.entries(given).map(([name, [low, likely, high]]) =>
                    [name, { low: number(low), likely: number(likely), high: number(high) }])),
            });
            const plain = (value) => JSON.parse(JSON.stringify(value, (key, each) =>
                typeof each === "bigint" ? Number(each) : each));
            return vectors.map(({ one, other }) => {
                const [a, b] = [offer(one), offer(other)];
                return plain({
                    costs: Object.fromEntries(CASES.map((wanted) => [wanted, costsOf(a, wanted)])),
                    cumulated: Object.fromEntries(CASES.map((wanted) => [wanted, cumulated(a, wanted)])),
                    spans: spans(cumulated(a), cumulated(b)).map((s) => [s.first, s.last, s.cheaper]),
                    swings: swings(a).map((s) => [s.id, s.low, s.high]),
                });
            });
        }""",
        VECTORS,
    )
    assert found == [vector["expected"] for vector in VECTORS]
