"""The smallest selection of sets that covers everything: proven, and the same on every run.

Minimum set cover is NP-hard: a greedy choice can be a set or two too large even on a few tricks, and a
search of our own would be quick on easy data only. HiGHS, the solver of integer programs behind SciPy's
`milp`, proves the minimum; its own package `highspy` is a tenth of SciPy's size. Which of several minima
a solver returns is not promised, so the ties are broken here until one selection is left.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import highspy

NODES = 1000
"""Where a search gives up proving and keeps the best cover found, so that no data can stall a build.

200 tricks with 100 countermeasures, shared as unevenly as real ones, need a few dozen."""

_BITS = 16
"""How many sets one objective orders by powers of two: far within the solver's precision of 1e-6."""


@lru_cache(maxsize=256)
def smallest_cover(
    sets: tuple[frozenset[int], ...], costs: tuple[tuple[int, ...], ...] = ()
) -> tuple[int, ...]:
    """Return the places in `sets` of the fewest sets whose union is the union of all, in rising order.

    Of several such selections the one with the lowest sum of the first of `costs` (a number for each
    set) is taken, then of the next, and at last the one whose sets stand first.
    """
    answer = tuple(place for place, members in enumerate(sets) if members)
    if len(answer) < 2:
        return answer
    solver = _solver()
    chosen = [solver.addBinary() for _ in sets]
    for element in sorted(frozenset().union(*sets)):
        holders = [chosen[place] for place, members in enumerate(sets) if element in members]
        solver.addConstr(solver.qsum(holders) >= 1)
    for weights in _objectives(len(sets), costs):
        total = solver.qsum(
            weight * variable for weight, variable in zip(weights, chosen, strict=True) if weight
        )
        solver.minimize(total)
        if solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            answer = tuple(place for place, value in enumerate(solver.vals(chosen)) if value > 0.5)
        solver.addConstr(total <= sum(weights[place] for place in answer))
    return answer


class _SilentSolver(highspy.Highs):
    """A solver that does not print who it is while it is being made, before it can be told not to."""

    def enableCallbacks(self) -> None:  # noqa: N802 (the library's name, called by its constructor)
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def _solver() -> highspy.Highs:
    """Return a solver that takes the same path each time: one thread, a bound on nodes, not on time."""
    solver: highspy.Highs = _SilentSolver()  # type: ignore[no-untyped-call]
    options = {"threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.99, "mip_max_nodes": NODES}
    for option, value in options.items():
        solver.setOptionValue(option, value)
    return solver


def _objectives(size: int, costs: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """Yield the whole numbers to minimise, the most important first; their number of sets is fixed."""
    yield [1] * size
    yield from (cost for cost in costs if len(set(cost)) > 1)
    for start in range(0, size, _BITS):
        end = min(start + _BITS, size)
        yield [-(1 << (end - 1 - place)) if start <= place < end else 0 for place in range(size)]
