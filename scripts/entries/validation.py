"""Say pydantic's errors in a contributor's words, at the place in the file."""

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.entries.marked_yaml import MarkedYaml
from scripts.entries.plain_yaml import FieldPath
from scripts.problems import Fault, Faulty, FieldPlace, Problem, fault, find_place

_RULES = {
    "missing": "missing-field",
    "union_tag_not_found": "missing-kind",
    "string_type": "not-text",
    "dict_type": "not-languages",
    "list_type": "not-a-list",
    "bool_type": "not-true-or-false",
    "int_type": "not-a-number",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
    "string_too_long": "too-long",
    "string_too_short": "too-short",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
}
MOST_SAID = 500
"""The most errors of one part that are put into words: a file of 256 KB can hold a hundred times as many."""
_LIMITS = ("min_length", "max_length", "ge", "le")
_RULES_BY_PATTERN = {
    r"^[a-z0-9]+(-[a-z0-9]+)*\.": "not-a-logo-name",
    "^#": "not-a-colour",
    "^[a-z0-9]": "not-a-slug",
    "^[a-z]{2,3}": "not-a-language-code",
    "^https?": "not-a-web-address",
    "^[0-9]{4}": "not-a-date",
}


def explain(
    error: ValidationError, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> list[Problem]:
    """Turn one ValidationError into located problems; `at` is where the part stands in the file."""
    found = error.errors()
    said = [problem for details in found[:MOST_SAID] for problem in _problems(details, kind, marked, at)]
    if len(found) > MOST_SAID:
        said.append(marked.problem(at, fault("and-more", count=len(found) - MOST_SAID)))
    return said


def _problems(
    details: ErrorDetails, kind: type[BaseModel], marked: MarkedYaml, at: tuple[int, ...]
) -> list[Problem]:
    place = find_place(kind, details["loc"])
    location = (*at, *place.path)
    at_key = details["type"] in ("extra_forbidden", "missing")
    if location and location[-1] == "[key]":
        location, at_key = location[:-1], True
    if details["type"] == "union_tag_invalid":
        location = (*location, str(details["ctx"]["discriminator"]).strip("'"))
    # A union of plain types adds the name of the type tried; only what stands in the file is a place.
    while len(location) > len(at) + 1 and details["type"] != "missing" and not _stands(marked, location):
        location = location[:-1]
    return [marked.problem(location, each, at_key=at_key) for each in _faults(details, place)]


def _stands(marked: MarkedYaml, location: FieldPath) -> bool:
    return location in marked.values or location in marked.keys


def _faults(details: ErrorDetails, place: FieldPlace) -> tuple[Fault, ...]:
    context = details.get("ctx", {})
    given = details["input"]
    if details["type"] == "value_error" and isinstance(context["error"], Faulty):
        return context["error"].faults
    if details["type"] == "extra_forbidden":
        return (_unknown_field(str(place.path[-1]), place),)
    if details["type"] == "string_pattern_mismatch":
        rules = (rule for sign, rule in _RULES_BY_PATTERN.items() if context["pattern"].startswith(sign))
        return (fault(next(rules, "invalid"), given=given, detail=details["msg"]),)
    if details["type"] == "literal_error":
        return (_not_one_of(given, str(context["expected"])),)
    if details["type"] == "union_tag_invalid":
        return (_not_one_of(context["tag"], str(context["expected_tags"])),)
    length = len(given) if isinstance(given, str | list | dict) else ""
    limits = {name: value for name, value in context.items() if name in _LIMITS}
    rule = _RULES.get(details["type"], "invalid")
    return (fault(rule, detail=details["msg"], length=length, **limits),)


def _unknown_field(name: str, place: FieldPlace) -> Fault:
    if name in place.elsewhere:
        return fault("field-of-another-kind", field=name, given=place.kind, needed=place.elsewhere[name])
    return fault("unknown-field", name=name, among=place.fields)


def _not_one_of(given: object, expected: str) -> Fault:
    return fault("not-one-of", name=given, choices=expected, among=expected.split(chr(39)))
