"""The editors' schemas: the same as the models, and true of every data file."""

import json

import jsonschema
import pytest
import yaml

from scripts.cli import REPOSITORY
from scripts.json_schemas import FOLDER, schemas

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
