"""What every part of an entry has in common."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from scripts.problems import Faulty, fault
from scripts.texts import Text

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 60
MOST_ITEMS = 100
"""The most items of any list in an entry; the longest of ours has a fifth of it."""

Slug = Annotated[str, Field(pattern=SLUG, max_length=LONGEST_SLUG)]
Injected = SkipJsonSchema[str]
"""A field that the loader fills from the file's place; contributors cannot write it."""


_WINDOWS_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)


def is_windows_name(name: str) -> bool:
    """Tell whether Windows keeps a file's name, with any ending, for a device.

    Source: Microsoft, «Naming Files, Paths, and Namespaces», naming conventions.
    """
    return name.partition(".")[0].rstrip().casefold() in _WINDOWS_NAMES


def _of_a_file(name: str) -> str:
    if is_windows_name(name):
        raise Faulty(fault("windows-name", name=name))
    return name


FileSlug = Annotated[Slug, AfterValidator(_of_a_file)]
"""A name that becomes a folder's or a file's."""


TextPath = tuple[str | int, ...]


class Part(BaseModel):
    """A part of an entry; unknown fields and loose types are errors."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def texts(self) -> Sequence[tuple[TextPath, Text]]:
        """Return every text below this part with its path from the part's top."""
        return self._texts

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields of another value, which knows nothing of the texts it had before."""
        copied = super().model_copy(update=update, deep=deep)
        for found in vars(copied).keys() - _fields(type(self)):
            del vars(copied)[found]
        return copied

    def look_through(self) -> None:
        """Find all that is told of its texts now, so that a copy of this part knows it."""
        self.texts()
        _ = self.whole_in

    @cached_property
    def _texts(self) -> Sequence[tuple[TextPath, Text]]:
        # Checks, pages and counts all walk the texts: a part never changes, so it walks them once.
        found: list[tuple[TextPath, Text]] = []
        _add_texts(self, (), found)
        return tuple(found)

    @cached_property
    def whole_in(self) -> frozenset[str]:
        """The locales that every text below this part has; of a part without a text, none."""
        return (
            frozenset.intersection(*(text.locales for _, text in self._texts)) if self._texts else frozenset()
        )


def _add_texts(value: object, path: TextPath, found: list[tuple[TextPath, Text]]) -> None:
    # First what there is most of, and last what takes longest to tell.
    if value is None or isinstance(value, str | int):
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            _add_texts(item, (*path, index), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _add_texts(item, (*path, key), found)
    elif isinstance(value, Text):
        found.append((path, value))
    elif isinstance(value, Part):
        for name in _fields(type(value)):
            _add_texts(getattr(value, name), (*path, name), found)


@cache
def _fields(kind: type[Part]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def told_apart(locales: list[str]) -> list[str]:
    """Refuse locales that a disk may take for one, or that Windows keeps for itself: each has a folder."""
    for place, locale in enumerate(locales):
        # Disks of Windows and macOS take upper and lower case for one.
        if locale.casefold() in map(str.casefold, locales[:place]):
            raise Faulty(fault("listed-twice", item=locale))
        if is_windows_name(locale):
            raise Faulty(fault("windows-name", name=locale))
    return locales
