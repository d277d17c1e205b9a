"""Say pydantic's errors in a contributor's words, at the place in the file."""

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.marked_yaml import MarkedYaml
from scripts.problems import Problem, nearest

_WORDS = {
    "missing": "is missing",
    "string_type": "must be text; put it in quotes",
    "dict_type": "must be one text per language, such as 'es: …'",
    "list_type": "must be a list: one '- item' a line",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "model_type": "must be fields, each 'name: value'",
    "string_too_long": "is too long: at most {max_length} characters",
    "string_too_short": "is too short: at least {min_length} characters",
    "too_short": "has too few: at least {min_length} needed, {actual_length} given",
    "too_long": "has too many: at most {max_length} allowed, {actual_length} given",
}
_PATTERN_WORDS = {
    "^[a-z0-9]": "takes lower-case letters, digits and single hyphens only",
    "^[a-z]{2,3}": "is not a language code such as es, en or pt-BR",
    "^https?": "must be a web address that starts with https://",
    r"^\d{4}": 'must be a date in quotes, such as "2019-03-01"',
}


def explain(
    error: ValidationError, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> list[Problem]:
    """Turn one ValidationError into located problems; `at` is where the part stands in the file."""
    return [_problem(details, kind, marked, at) for details in error.errors()]


def _problem(
    details: ErrorDetails, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> Problem:
    location = (*at, *details["loc"])
    at_key = details["type"] in ("extra_forbidden", "missing")
    if location and location[-1] == "[key]":
        location, at_key = location[:-1], True
    # Unions add the name of the type tried; only what stands in the file is a place.
    while len(location) > len(at) + 1 and details["type"] != "missing" and location not in _known(marked):
        location = location[:-1]
    return marked.problem(location, _message(details, kind, location[len(at) :]), at_key=at_key)


def _known(marked: MarkedYaml) -> set[tuple[object, ...]]:
    return set(marked.values) | set(marked.keys)


def _message(details: ErrorDetails, kind: type[BaseModel], path: tuple[int | str, ...]) -> str:
    context = details.get("ctx", {})
    given = details["input"]
    if details["type"] == "extra_forbidden":
        name = str(path[-1])
        return f"unknown field '{name}'{nearest(name, _siblings(kind, path))}"
    if details["type"] == "string_pattern_mismatch":
        words = next(
            (text for sign, text in _PATTERN_WORDS.items() if context["pattern"].startswith(sign)),
            details["msg"],
        )
        return f"'{given}' {words}"
    if details["type"] == "literal_error":
        expected = str(context["expected"])
        return f"'{given}' is not one of {expected}{nearest(str(given), expected.split(chr(39)))}"
    if details["type"] == "value_error":
        return str(context["error"])
    if details["type"] in ("string_too_long",) and isinstance(given, str):
        return _WORDS["string_too_long"].format(**context) + f", this has {len(given)}"
    return _WORDS.get(details["type"], details["msg"]).format(**context)


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
