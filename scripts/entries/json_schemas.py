"""JSON Schemas of the data files, made from the models, for completion and hover in editors.

`saved-assessment.json` and `saved-purchase.json` are of files that readers save. `words.json` is
no schema: it lists the interface's words, so that a guide that lacks one is told before it is built.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, RootModel

from scripts.entries.saved_purchase import SavedPurchase
from scripts.guide import (
    Assessment,
    ClauseSubject,
    CostGroup,
    Countermeasure,
    GuidedPath,
    KindOfPurchase,
    Meeting,
    Phase,
    Quiz,
    SavedAssessment,
    SearchWords,
    Site,
    Term,
    Trick,
    Wording,
    placeholders,
)
from scripts.places import REPOSITORY
from scripts.problems import fieldbook, fieldbook_locales
from scripts.texts import Text

FOLDER = Path(__file__).resolve().parent / "schemas"


class Phases(RootModel[list[Phase]]):
    """The moments of a purchase, in reading order."""


class Glossary(RootModel[list[Term]]):
    """The words of the trade, explained."""


class Calculator(RootModel[list[CostGroup]]):
    """What the calculator asks, in groups."""


class ClauseSubjects(RootModel[list[ClauseSubject]]):
    """What clauses are about, in the order in which they are listed."""


class KindsOfPurchase(RootModel[list[KindOfPurchase]]):
    """Which lines of the calculator each kind of purchase needs."""


MODELS: Mapping[str, type[BaseModel]] = {
    "trick": Trick,
    "countermeasure": Countermeasure,
    "meeting": Meeting,
    "quiz": Quiz,
    "path": GuidedPath,
    "assessment": Assessment,
    "saved-assessment": SavedAssessment,
    "saved-purchase": SavedPurchase,
    "phases": Phases,
    "glossary": Glossary,
    "calculator": Calculator,
    "kinds-of-purchase": KindsOfPurchase,
    "clause-subjects": ClauseSubjects,
    "site": Site,
    "ui": Wording,
    "search": SearchWords,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name."""
    return {f"{name}.json": _text(model) for name, model in MODELS.items()} | {"words.json": _words()}


def _words() -> str:
    """Return which of the interface's words pages ask for, each with its placeholders.

    This program's own guide has them all, in every one of its languages.
    """
    asked: dict[str, set[str]] = {}
    for file in sorted((REPOSITORY / "content/ui").glob("*.yml")):
        for key, words in yaml.safe_load(file.read_text(encoding="utf-8"))["words"].items():
            forms = words.values() if isinstance(words, dict) else [words]
            names = frozenset[str]().union(*map(placeholders, forms))
            asked.setdefault(key, set()).update(names, {"count"} if isinstance(words, dict) else ())
    return json.dumps({key: sorted(names) for key, names in asked.items()}, indent=1) + "\n"


def _text(model: type[BaseModel]) -> str:
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
    for name, part in {**schema.get("$defs", {}), model.__name__: schema}.items():
        for field, rules in part.get("properties", {}).items():
            rules.update(_explained(name, field, rules))
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


def _explained(model: str, field: str, rules: Mapping[str, Any]) -> Mapping[str, object]:
    """Return a field's description and example in every language that explains it."""
    explained = ((locale, fieldbook(locale).of(model, field)) for locale in fieldbook_locales())
    known = {locale: each for locale, each in explained if each}
    if not known:
        return {}
    said = "\n\n".join(f"{locale}: {each.says}" for locale, each in known.items())
    examples = {locale: each.example for locale, each in known.items() if each.example is not None}
    return {"description": said, **({"examples": [_example(examples, rules)]} if examples else {})}


def _example(examples: Mapping[str, str | int], rules: Mapping[str, Any]) -> object:
    """Return the example in the form that the field takes: per language, a list, or as it is."""
    kinds = {rule["$ref"].rpartition("/")[2] for rule in (rules, *rules.get("anyOf", ())) if "$ref" in rule}
    first = next(iter(examples.values()))
    if kinds & {"Aliases"}:
        return {locale: [each] for locale, each in examples.items()}
    if kinds & {kind.__name__ for kind in Text.__subclasses__()}:
        return dict(examples)
    return [first] if rules.get("type") == "array" else first
