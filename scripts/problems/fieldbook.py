"""What each field is for, in each contributor's language: hover texts of editors, comments of new files.

The words stand in `scripts/problems/fields/<locale>.yml`; one more file there is one more language.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

# The parser in C, where it is: this file is read at the start of every command.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = Path(__file__).parent / "fields"


class Field(BaseModel):
    """One field: `says` what it is for; `example` is a value that one could write."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    says: str
    example: str | int | None = None


class Fieldbook(BaseModel):
    """Every field in one language, by `Model.field` or, where models share it, by `field`."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    fields: Mapping[str, Field]

    def of(self, model: str, field: str) -> Field | None:
        """Return what is known of a model's field, None where nothing is."""
        return self.fields.get(f"{model}.{field}") or self.fields.get(field)


def fieldbook_locales() -> list[str]:
    """Return the languages in which the fields are explained."""
    return sorted(file.stem for file in _FOLDER.glob("*.yml"))


@lru_cache
def fieldbook(locale: str) -> Fieldbook:
    """Return the fields as explained in `locale`; raises FileNotFoundError where they are not."""
    text = (_FOLDER / f"{locale}.yml").read_text(encoding="utf-8")
    fields = yaml.load(text, Loader=_Loader)  # noqa: S506 - it is a safe one
    return Fieldbook.model_validate(fields)
