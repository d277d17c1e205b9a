"""What every part of an entry has in common."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from scripts.problems import Faulty, fault
from scripts.texts import Text, addresses

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
Take = Callable[[bytes], object]


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
        """Find now all that is asked of it again and again, so that a copy of this part knows it."""
        _ = self._texts, self.whole_in, self.links, self.bones, self.words_told

    @cached_property
    def _texts(self) -> Sequence[tuple[TextPath, Text]]:
        # Checks, pages and counts all walk the texts: a part never changes, so it walks them once.
        found: list[tuple[TextPath, Text]] = []
        _add_texts(self, (), found)
        return tuple(found)

    @cached_property
    def links(self) -> Sequence[tuple[TextPath, str]]:
        """The address of each link in the texts, as written, with the path of its words, locale and all."""
        return tuple(
            ((*path, locale), address)
            for path, text in self._texts
            for locale, words in text.root.items()
            for address in addresses(words)
        )

    @cached_property
    def bones(self) -> bytes:
        """A digest of everything in this part but the words of its texts."""
        digest = sha256()
        for name in _fields(type(self)):
            tell_bones(name, digest.update)
            tell_bones(getattr(self, name), digest.update)
        return digest.digest()

    @cached_property
    def words_told(self) -> Sequence[bytes]:
        """A digest of the words of each of the texts."""
        return tuple(_words_told(text) for _, text in self._texts)

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


def _words_told(text: Text) -> bytes:
    # In which languages it is written, the bones tell.
    words = "\0".join(text.root.values()).encode(errors="surrogatepass")
    # Half of it: a page may be made of thousands, whose digests are put together for it at each build.
    return sha256(words).digest()[:16]


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


def tell_bones(
    value: object, take: Take, told_already: Callable[[object], bytes | None] = lambda _: None
) -> None:
    """Hand the bones of a value to `take`, piece by piece: fields, names and numbers, not words of texts.

    Of a part within it, `told_already` may give a digest in place of its pieces. Raises TypeError where there
    is something of which nobody has said what its bones are.
    """

    def tell(value: object) -> None:
        match value:
            # First what there is most of, and last what takes longest to tell.
            case str() | int() | float() | None:
                take(repr(value).encode(errors="surrogatepass"))
            case list() | tuple():
                parts(enumerate(value))
            case dict():
                parts(value.items())
            case Text():
                # In which languages a text is written decides what is shown, and where it says so.
                take(f"text {list(value.root)!r}".encode())
            case BaseModel():
                if digest := told_already(value):
                    take(digest)
                else:
                    parts((name, getattr(value, name)) for name in type(value).model_fields)
            case Mapping():
                parts(value.items())
            case _ if is_dataclass(value):
                parts((each.name, getattr(value, each.name)) for each in fields(value))
            case _:
                raise TypeError(f"no bone of a guide: {type(value).__name__}")

    def parts(named: Iterable[tuple[object, object]]) -> None:
        take(b"{")
        for name, part in named:
            take(repr(name).encode())
            tell(part)
        take(b"}")

    tell(value)
