"""What one assessment's file alone cannot show: its references, and whether they belong together."""

from collections.abc import Iterator, Mapping

from scripts.entries import FieldPath, MarkedYaml
from scripts.guide import Guide
from scripts.problems import Problem, fault


def references(guide: Guide) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield file, path, kind and name of every entry that a statement names."""
    for assessment in guide.assessments.values():
        for position, statement in enumerate(assessment.statements):
            at = ("statements", position)
            yield assessment.file, (*at, "phase"), "phase", statement.phase
            for name, kind in (("tricks", "trick"), ("countermeasures", "countermeasure")):
                for index, slug in enumerate(getattr(statement, name)):
                    yield assessment.file, (*at, name, index), kind, slug


def misnamed_short(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Ask that a short form names statements of its own assessment, each once."""
    for assessment in guide.assessments.values():
        marked = marks[assessment.file]
        known = [statement.id for statement in assessment.statements]
        for index, name in enumerate(assessment.short):
            path = ("short", index)
            if name not in known:
                unknown = fault("unknown-reference", kind="statement", name=name, among=sorted(known))
                yield marked.problem(path, unknown)
            elif name in assessment.short[:index]:
                yield marked.problem(path, fault("listed-twice", item=name))


def idle_countermeasures(guide: Guide, marks: Mapping[str, MarkedYaml]) -> Iterator[Problem]:
    """Ask that what closes a statement answers one of the tricks that it guards against."""
    for assessment in guide.assessments.values():
        for position, statement in enumerate(assessment.statements):
            if any(slug not in guide.tricks for slug in statement.tricks):
                continue
            answering = {act for slug in statement.tricks for act in guide.tricks[slug].countermeasures}
            for index, slug in enumerate(statement.countermeasures):
                if slug in guide.countermeasures and slug not in answering:
                    path = ("statements", position, "countermeasures", index)
                    yield marks[assessment.file].problem(path, fault("idle-countermeasure", name=slug))
