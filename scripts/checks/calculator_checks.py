"""What the calculator's file alone cannot show: its tricks, an input named twice in different groups."""

from collections.abc import Iterator, Mapping

from scripts.entries import FieldPath, MarkedYaml
from scripts.guide import Guide
from scripts.problems import Problem, fault


def references(guide: Guide) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield file, path, kind and name of every meeting that a group, and every trick that an input names."""
    for group in guide.calculator.values():
        for index, slug in enumerate(group.meetings):
            yield group.file, (group.position, "meetings", index), "meeting", slug
        for number, each in enumerate(group.inputs):
            for index, slug in enumerate(each.tricks):
                yield group.file, (group.position, "inputs", number, "tricks", index), "trick", slug


def inputs_twice(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Find inputs whose id another has already: an address and a spreadsheet know them by it."""
    seen: set[str] = set()
    for group in guide.calculator.values():
        for number, each in enumerate(group.inputs):
            if each.id in seen:
                path = (group.position, "inputs", number, "id")
                yield marks[group.file].problem(path, fault("id-twice", id=each.id))
            seen.add(each.id)
