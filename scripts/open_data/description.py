"""What is promised, for machines: a JSON Schema (2020-12) and an OpenAPI 3.1 description."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from scripts.open_data.public_models import KINDS, VERSION, ByLanguage, Index
from scripts.open_data.telling import ALL

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HERE, _THERE = "#/$defs/{model}", "#/components/schemas/{model}"
_SHAPES: Sequence[Any] = (str, ByLanguage)
_MODELS: Sequence[Any] = (*(model for _, model in KINDS.values()), Index)
Json = Mapping[str, Any]


class _ByName(GenerateJsonSchema):
    """Names each shape as `Public.model_parametrized_name` does."""

    def normalize_name(self, name: str) -> str:
        """Return the name of a shape without how Python writes what it is made for."""
        bare, _, made_for = name.partition("[")
        return super().normalize_name(bare + ("InAllLanguages" if made_for.startswith("dict") else ""))


def schema(base: str) -> Json:
    """Return the schema of every file of an entry or an index; `base` is the address of the API."""
    return {
        "$schema": _DIALECT,
        "$id": f"{base}schema.json",
        "anyOf": [{"$ref": _HERE.format(model=name)} for name in _names()],
        "$defs": _shapes(),
    }


@cache
def _shapes() -> Json:
    models: list[Any] = [model[shape] for model in _MODELS for shape in _SHAPES]
    _, made = models_json_schema(
        [(model, "serialization") for model in models], ref_template=_HERE, schema_generator=_ByName
    )
    shapes: Json = made["$defs"]
    return shapes


def _moved(shapes: Json) -> Json:
    """Return shapes that refer to each other where OpenAPI has them."""
    told = json.dumps(shapes).replace(_HERE.format(model=""), _THERE.format(model=""))
    moved: Json = json.loads(told)
    return moved


def _names() -> list[str]:
    return [model[shape].__name__ for model in _MODELS for shape in _SHAPES]


def description(base: str, languages: Sequence[str]) -> Json:
    """Return the description of the API at the address `base`."""
    paths: dict[str, object] = {
        "/index.json": {"get": _answer("Where everything is", {"type": "object"}, [])},
    }
    for plural, model in KINDS.values():
        one, listed = f"/{{language}}/{plural}/{{slug}}.json", f"/{{language}}/{plural}.json"
        paths[listed] = {"get": _answer(f"All {plural}", _either(Index), [_language(languages)])}
        asked = [_language(languages), _parameter("slug", {"type": "string"})]
        paths[one] = {"get": _answer(f"One of the {plural}", _either(model), asked)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Forewarned / Prevenido",
            "version": VERSION,
            "summary": "The tricks of software vendors and what to do about them.",
            "license": {"name": "CC BY-SA 4.0", "identifier": "CC-BY-SA-4.0"},
        },
        "servers": [{"url": base.rstrip("/")}],
        "jsonSchemaDialect": _DIALECT,
        "paths": paths,
        "components": {"schemas": _moved(_shapes())},
    }


def _either(model: Any) -> Json:
    return {
        "anyOf": [{"$ref": _THERE.format(model=model[shape].__name__)} for shape in _SHAPES],
    }


def _answer(summary: str, shape: Json, parameters: Sequence[Json]) -> Json:
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": shape}}},
            "404": {"description": "No such entry"},
        },
    }


def _language(languages: Sequence[str]) -> Json:
    return _parameter("language", {"type": "string", "enum": list(languages)}) | {
        "description": f"A language, or {ALL} for every text by language."
    }


def _parameter(name: str, shape: Json) -> dict[str, object]:
    return {"name": name, "in": "path", "required": True, "schema": shape}
