"""The smallest cover, held against trying every selection."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.derived import cover
from scripts.derived.cover import smallest_cover

Sets = tuple[frozenset[int], ...]
Costs = tuple[tuple[int, ...], ...]


def _smallest_by_trying_all(sets: Sets, costs: Costs) -> tuple[int, ...]:
    everything = frozenset().union(*sets)

    def rank(selection: tuple[int, ...]) -> tuple[object, ...]:
        return *(sum(cost[place] for place in selection) for cost in costs), selection

    for size in range(len(sets) + 1):
        covers = [
            selection
            for selection in combinations(range(len(sets)), size)
            if frozenset().union(*(sets[place] for place in selection)) == everything
        ]
        if covers:
            return min(covers, key=rank)
    raise AssertionError("all sets together cover everything")


@st.composite
def _problems(draw: st.DrawFn) -> tuple[Sets, Costs]:
    sets = draw(st.lists(st.frozensets(st.integers(1, 8), max_size=5), max_size=9))
    size = len(sets)
    costs = draw(
        st.lists(st.lists(st.integers(0, 2), min_size=size, max_size=size).map(tuple), max_size=2).map(tuple)
    )
    return tuple(sets), costs


@settings(deadline=None)
@given(_problems())
def test_it_is_what_trying_every_selection_finds(problem: tuple[Sets, Costs]) -> None:
    assert smallest_cover(*problem) == _smallest_by_trying_all(*problem)


@settings(deadline=None)
@given(_problems(), st.randoms(use_true_random=False))
def test_the_names_of_the_elements_do_not_matter(problem: tuple[Sets, Costs], chance: random.Random) -> None:
    sets, costs = problem
    names = list(range(1, 9))
    chance.shuffle(names)
    renamed = tuple(frozenset(names[element - 1] for element in members) for members in sets)
    assert smallest_cover(renamed, costs) == smallest_cover(sets, costs)


def _uneven(seed: int) -> tuple[Sets, int]:
    """Return 100 countermeasures over 200 tricks, and how many are needed.

    The first 20 answer every trick among them. At least 20 are needed, since no two of the first 20
    tricks share one: trick n is answered by countermeasures n, 20 + n, 40 + n, 60 + n and 80 + n alone.
    The other tricks are shared unevenly, as ours are.
    """
    chance = random.Random(seed)  # noqa: S311 (a test's own dice)
    sets: list[set[int]] = [{place % 20, 20 + place % 180} if place >= 20 else set() for place in range(100)]
    for trick in range(200):
        sets[trick % 20].add(trick)
        if trick >= 20:
            for other in chance.choices(range(20, 100), [1 / rank for rank in range(1, 81)], k=4):
                sets[other].add(trick)
    return tuple(map(frozenset, sets)), 20


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_tricks_and_a_hundred_countermeasures_are_proven_within_the_bound(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets, least = _uneven(seed)
    monkeypatch.setattr(cover, "NODES", 50)
    smallest_cover.cache_clear()
    answer = smallest_cover(sets, (tuple(place % 3 for place in range(100)),))
    assert frozenset().union(*(sets[place] for place in answer)) == frozenset(range(200))
    assert len(answer) == least


def test_beyond_the_bound_it_is_still_a_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311
    sets = tuple(frozenset(chance.sample(range(60), 12)) for _ in range(40))
    monkeypatch.setattr(cover, "NODES", 1)
    smallest_cover.cache_clear()
    answer = smallest_cover(sets)
    smallest_cover.cache_clear()
    assert frozenset().union(*(sets[place] for place in answer)) == frozenset().union(*sets)
    assert len(answer) < len(sets)


def test_the_solver_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    smallest_cover.cache_clear()
    assert smallest_cover((frozenset({1, 2}), frozenset({2, 3}), frozenset({1, 3}))) == (0, 1)
    assert capfd.readouterr() == ("", "")
