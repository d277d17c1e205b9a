"""Office files as the same bytes on every build: fixed dates, fixed order."""

import io
from collections.abc import Callable
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
        names = sorted(source.namelist(), key=lambda name: (name != _FIRST, name))
        parts = {name: mend(name, source.read(name)) for name in names}
    return zipped(parts, build_time().timetuple()[:6])
