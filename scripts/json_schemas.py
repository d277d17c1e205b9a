"""JSON Schemas of the data files, made from the models, for completion and hover in editors."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, RootModel

from scripts.model import Countermeasure, Meeting, Phase, Quiz, Site, Term, Trick
from scripts.wording import Wording

FOLDER = Path(__file__).resolve().parent / "schemas"


class Phases(RootModel[list[Phase]]):
    """The moments of a purchase, in reading order."""


class Glossary(RootModel[list[Term]]):
    """The words of the trade, explained."""


_MODELS: Mapping[str, type[BaseModel]] = {
    "trick": Trick,
    "countermeasure": Countermeasure,
    "meeting": Meeting,
    "quiz": Quiz,
    "phases": Phases,
    "glossary": Glossary,
    "site": Site,
    "ui": Wording,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name."""
    return {f"{name}.json": _text(model) for name, model in _MODELS.items()}


def _text(model: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schemas() -> list[Path]:
    """Write every schema into its committed place; return the files."""
    FOLDER.mkdir(exist_ok=True)
    files = []
    for name, text in schemas().items():
        file = FOLDER / name
        file.write_text(text, encoding="utf-8", newline="\n")
        files.append(file)
    return files
