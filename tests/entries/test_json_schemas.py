"""The editors' schemas: the same as the models, and true of every data file."""

import json
import re

import jsonschema
import pytest
import yaml

from scripts.entries.json_schemas import FOLDER, MODELS, schemas
from scripts.places import REPOSITORY
from scripts.problems.fieldbook import fieldbook, fieldbook_locales

FILES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in ("tricks", "content")
    for path in (REPOSITORY / folder).rglob("*.yml")
)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json")}
    assert committed == schemas(), "run: python -m scripts schemas"


@pytest.mark.parametrize("file", FILES)
def test_every_data_file_names_a_schema_that_accepts_it(file: str) -> None:
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = (REPOSITORY / file).parent / first.partition("=")[2]
    assert schema.resolve().parent == FOLDER
    jsonschema.validate(yaml.safe_load(text), json.loads(schema.read_text(encoding="utf-8")))


FIELDS = [
    (name, part, field, rules)
    for name, text in schemas().items()
    for schema in [json.loads(text)]
    for part, properties in [
        ("", schema.get("properties", {})),
        *((part, rules.get("properties", {})) for part, rules in schema.get("$defs", {}).items()),
    ]
    for field, rules in properties.items()
]


@pytest.mark.parametrize(
    ("name", "part", "field", "rules"), [pytest.param(*f, id="-".join(f[:3])) for f in FIELDS]
)
def test_every_field_is_explained_in_every_language(
    name: str, part: str, field: str, rules: dict[str, object]
) -> None:
    said = str(rules.get("description", ""))
    for locale in fieldbook_locales():
        assert re.search(rf"(^|\n\n){locale}: .", said)
    whole = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    for example in rules.get("examples", ()):  # type: ignore[attr-defined]
        jsonschema.validate(example, {**rules, "$defs": whole.get("$defs", {})})


@pytest.mark.parametrize("locale", fieldbook_locales())
def test_no_explanation_is_of_a_field_that_is_gone(locale: str) -> None:
    named = {f"{part}.{field}" for _, part, field, _ in FIELDS} | {field for _, _, field, _ in FIELDS}
    tops = {f"{model.__name__}.{field}" for model in MODELS.values() for field in model.model_fields}
    assert set(fieldbook(locale).fields) <= named | tops
