"""What every part of an entry has in common."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from scripts.localized import Text

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 60

Slug = Annotated[str, Field(pattern=SLUG, max_length=LONGEST_SLUG)]
Injected = SkipJsonSchema[str]
"""A field that the loader fills from the file's place; contributors cannot write it."""


class Part(BaseModel):
    """A part of an entry; unknown fields and loose types are errors."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def texts(self, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """Yield every text below this part with its path from the entry's top."""
        for name in type(self).model_fields:
            yield from _texts_of(getattr(self, name), (*path, name))


def _texts_of(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Part):
        yield from value.texts(path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts_of(item, (*path, index))
