"""Find where an error of pydantic's stands in a file, and which fields are known there.

Pydantic's locations name more than the file does: for a union of models told apart by a field, the
value of that field stands among the steps (`quiz.0.match.pairs` for `quiz.0.pairs`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

Step = int | str


@dataclass(frozen=True)
class FieldPlace:
    """A place in a file.

    `path` is its steps from the top of the part, `fields` the names known where its last step
    stands. Inside a union told apart by a field, `kind` is that field's value, and `elsewhere`
    gives for each field that only other kinds know the first kind that does.
    """

    path: tuple[Step, ...]
    fields: Sequence[str] = ()
    kind: str = ""
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def find_place(model: type[BaseModel], location: Sequence[Step]) -> FieldPlace:
    """Return the place that pydantic's `location` means in a file of this model."""
    current: object = model
    place = FieldPlace(())
    kind, elsewhere = "", {}
    for step in location:
        choices = _choices(current)
        if step in choices:
            kind, current = str(step), choices[str(step)]
            elsewhere = _fields_elsewhere(choices, kind)
            continue
        fields = current.model_fields if _is_model(current) else {}  # type: ignore[attr-defined]
        place = FieldPlace((*place.path, step), list(fields), kind, elsewhere)
        kind, elsewhere = "", {}
        current = _within(current, step)
    return place


def _fields_elsewhere(choices: Mapping[str, type[BaseModel]], kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for other, model in choices.items():
        for name in model.model_fields:
            if name not in choices[kind].model_fields:
                found.setdefault(name, other)
    return found


def _choices(annotation: object) -> dict[str, type[BaseModel]]:
    """Return the models of a union told apart by a field, by that field's value."""
    if get_origin(annotation) is not Annotated:
        return {}
    union, *metadata = get_args(annotation)
    names = [item.discriminator for item in metadata if isinstance(item, FieldInfo) and item.discriminator]
    if not names:
        return {}
    return {
        value: model
        for model in get_args(union)
        for value in get_args(model.model_fields[str(names[0])].annotation)
    }


def _within(current: object, step: Step) -> object:
    """Return the type of what stands at `step` in a value of the type `current`, None if unknown."""
    current = _plain(current)
    if _is_model(current):
        fields = current.model_fields  # type: ignore[attr-defined]
        name = "root" if issubclass(current, RootModel) else step  # type: ignore[arg-type]
        return _plain(fields[name].annotation) if name in fields else None
    arguments = get_args(current)
    return arguments[-1] if get_origin(current) in (list, dict) else None


def _plain(annotation: object) -> object:
    """Return the type without `| None` and without notes that are no union's."""
    if get_origin(annotation) is Annotated and not _choices(annotation):
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        given = [choice for choice in get_args(annotation) if choice is not type(None)]
        return _plain(given[0]) if len(given) == 1 else None
    return annotation


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
