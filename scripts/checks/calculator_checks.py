"""What the calculator's files alone cannot show.

Its tricks, an input named twice in different groups, and what a kind of purchase says of inputs.
"""

from collections.abc import Iterator, Mapping

from scripts.entries import FieldPath, MarkedYaml
from scripts.guide import Guide
from scripts.problems import Problem, fault


def references(guide: Guide) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield file, path, kind and name of every reference: a group's, an input's, a kind's."""
    for group in guide.calculator.values():
        for index, slug in enumerate(group.meetings):
            yield group.file, (group.position, "meetings", index), "meeting", slug
        for number, each in enumerate(group.inputs):
            for index, slug in enumerate(each.tricks):
                yield group.file, (group.position, "inputs", number, "tricks", index), "trick", slug
    for kind in guide.kinds_of_purchase.values():
        for index, line in enumerate(kind.lines):
            yield kind.file, (kind.position, "lines", index), "input", line


def inputs(guide: Guide) -> list[str]:
    """Return the ids of all inputs, sorted."""
    return sorted({each.id for group in guide.calculator.values() for each in group.inputs})


def inputs_twice(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Find inputs whose id another has already: an address and a spreadsheet know them by it."""
    seen: set[str] = set()
    for group in guide.calculator.values():
        for number, each in enumerate(group.inputs):
            if each.id in seen:
                path = (group.position, "inputs", number, "id")
                yield marks[group.file].problem(path, fault("id-twice", id=each.id))
            seen.add(each.id)


def unfit_shares(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Find shares of what is no cost in money: hours of work, and settings, are no part of a price."""
    costs = sorted(
        each.id for group in guide.calculator.values() for each in group.costs if each.unit == "money"
    )
    for kind in guide.kinds_of_purchase.values():
        for number, share in enumerate(kind.shares):
            for field, name in (("input", share.input), ("of", share.of)):
                path = (kind.position, "shares", number, field)
                if name not in costs:
                    unknown = fault("unknown-reference", kind="input", name=name, among=costs)
                    yield marks[kind.file].problem(path, unknown)
