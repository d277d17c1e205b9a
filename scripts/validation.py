"""Say pydantic's errors in a contributor's words, at the place in the file."""

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.marked_yaml import MarkedYaml
from scripts.problems import Fault, Faulty, Problem, fault

_RULES = {
    "missing": "missing-field",
    "string_type": "not-text",
    "dict_type": "not-languages",
    "list_type": "not-a-list",
    "bool_type": "not-true-or-false",
    "int_type": "not-a-number",
    "model_type": "not-fields",
    "string_too_long": "too-long",
    "string_too_short": "too-short",
    "too_short": "too-few",
    "too_long": "too-many",
}
_RULES_BY_PATTERN = {
    "^[a-z0-9]": "not-a-slug",
    "^[a-z]{2,3}": "not-a-language-code",
    "^https?": "not-a-web-address",
    r"^\d{4}": "not-a-date",
}


def explain(
    error: ValidationError, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> list[Problem]:
    """Turn one ValidationError into located problems; `at` is where the part stands in the file."""
    return [problem for details in error.errors() for problem in _problems(details, kind, marked, at)]


def _problems(
    details: ErrorDetails, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> list[Problem]:
    location = (*at, *details["loc"])
    at_key = details["type"] in ("extra_forbidden", "missing")
    if location and location[-1] == "[key]":
        location, at_key = location[:-1], True
    # Unions add the name of the type tried; only what stands in the file is a place.
    while len(location) > len(at) + 1 and details["type"] != "missing" and location not in _known(marked):
        location = location[:-1]
    found = _faults(details, kind, location[len(at) :])
    return [marked.problem(location, each, at_key=at_key) for each in found]


def _known(marked: MarkedYaml) -> set[tuple[object, ...]]:
    return set(marked.values) | set(marked.keys)


def _faults(details: ErrorDetails, kind: type[BaseModel], path: tuple[int | str, ...]) -> tuple[Fault, ...]:
    context = details.get("ctx", {})
    given = details["input"]
    if details["type"] == "value_error" and isinstance(context["error"], Faulty):
        return context["error"].faults
    if details["type"] == "extra_forbidden":
        return (fault("unknown-field", name=path[-1], among=_siblings(kind, path)),)
    if details["type"] == "string_pattern_mismatch":
        rules = (rule for sign, rule in _RULES_BY_PATTERN.items() if context["pattern"].startswith(sign))
        return (fault(next(rules, "invalid"), given=given, detail=details["msg"]),)
    if details["type"] == "literal_error":
        expected = str(context["expected"])
        return (fault("not-one-of", name=given, choices=expected, among=expected.split(chr(39))),)
    length = len(given) if isinstance(given, str | list | dict) else ""
    limits = {name: value for name, value in context.items() if name in ("min_length", "max_length")}
    rule = _RULES.get(details["type"], "invalid")
    return (fault(rule, detail=details["msg"], length=length, **limits),)


def _siblings(kind: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Return the fields known where an unknown one stands, walking the model's types down `path`."""
    current: object = kind
    for step in path[:-1]:
        if isinstance(step, int) or not _is_model(current):
            continue
        fields = current.model_fields  # type: ignore[attr-defined]
        if step not in fields:
            return []
        current = _model_within(fields[step].annotation)
    return list(current.model_fields) if _is_model(current) else []  # type: ignore[attr-defined]


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _model_within(annotation: object) -> object:
    if _is_model(annotation):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_within(argument)
        if found is not None:
            return found
    return None
