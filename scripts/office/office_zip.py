"""Office files as the same bytes on every build: fixed dates, fixed order."""

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zipfile import ZipFile

from scripts.zipping import OLDEST, declared_moment, zipped

Mend = Callable[[str, bytes], bytes]
_FIRST = "[Content_Types].xml"


def build_time() -> datetime:
    """Return the moment that files of this build carry: SOURCE_DATE_EPOCH, else 1980."""
    return max(datetime(*OLDEST, tzinfo=UTC), datetime.fromtimestamp(declared_moment() or 0, UTC))


def stable(packed: bytes, mend: Mend = lambda name, part: part) -> bytes:
    """Return an office file packed again with sorted parts and the build's time.

    `mend` turns a part's name and bytes into the bytes to write, where the library's do not do.
    """
    with ZipFile(io.BytesIO(packed)) as source:
        return packed_once({name: mend(name, source.read(name)) for name in source.namelist()})


def packed_once(parts: Mapping[str, bytes]) -> bytes:
    """Return the office file that has these parts, by their names in it: sorted, with the build's time."""
    names = sorted(parts, key=lambda name: (name != _FIRST, name))
    return zipped({name: parts[name] for name in names}, build_time().timetuple()[:6])
