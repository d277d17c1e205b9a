"""The editors' schemas: the same as the models, and true of every data file."""

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from scripts.entries.json_schemas import FOLDER, MODELS, schemas
from scripts.places import REPOSITORY
from scripts.problems.fieldbook import fieldbook, fieldbook_locales
from tests.json_schema import validator_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

# The validators are imported once.
pytestmark = pytest.mark.xdist_group("json-schema")

FILES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in ("tricks", "content")
    for path in (REPOSITORY / folder).rglob("*.yml")
)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json")}
    assert committed == schemas(), "run: python -m scripts schemas"


@functools.cache
def _validator(schema: Path) -> "Validator":
    return validator_of(json.loads(schema.read_text(encoding="utf-8")))


@pytest.mark.thorough
def test_every_data_file_names_a_schema_that_accepts_it() -> None:
    faults = []
    for file in FILES:
        text = (REPOSITORY / file).read_text(encoding="utf-8")
        sign, _, named = text.partition("\n")[0].partition("=")
        schema = ((REPOSITORY / file).parent / named).resolve()
        if sign != "# yaml-language-server: $schema" or schema.parent != FOLDER:
            faults.append(f"{file} begins with {sign}={named}")
            continue
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe one)
        faults += [f"{file}: {error.message}" for error in _validator(schema).iter_errors(data)]
    assert faults == []


# Of the files, which are those of the models: to make them anew takes a second.
FIELDS = [
    (name, part, field, rules)
    for file in sorted(FOLDER.glob("*.json"))
    if file.name != "words.json"
    for name, schema in [(file.name, json.loads(file.read_text(encoding="utf-8")))]
    for part, properties in [
        ("", schema.get("properties", {})),
        *((part, rules.get("properties", {})) for part, rules in schema.get("$defs", {}).items()),
    ]
    for field, rules in properties.items()
]


def test_every_field_is_explained_in_every_language() -> None:
    faults = [
        f"{name}: {part}.{field} in {locale}"
        for name, part, field, rules in FIELDS
        for locale in fieldbook_locales()
        if not re.search(rf"(^|\n\n){locale}: .", str(rules.get("description", "")))
    ]
    assert faults == []


@pytest.mark.thorough
def test_every_example_is_one() -> None:
    faults = [
        f"{name}: {part}.{field}: {error.message}"
        for name, part, field, rules in FIELDS
        for example in rules.get("examples", ())
        # What a field's rules refer to stands elsewhere in its file.
        for error in _validator(FOLDER / name).evolve(schema=rules).iter_errors(example)
    ]
    assert faults == []


@pytest.mark.parametrize("locale", fieldbook_locales())
def test_no_explanation_is_of_a_field_that_is_gone(locale: str) -> None:
    named = {f"{part}.{field}" for _, part, field, _ in FIELDS} | {field for _, _, field, _ in FIELDS}
    tops = {f"{model.__name__}.{field}" for model in MODELS.values() for field in model.model_fields}
    assert set(fieldbook(locale).fields) <= named | tops
