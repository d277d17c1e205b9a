"""Office files as the same bytes on every build: fixed dates, fixed order."""

import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Mend = Callable[[str, bytes], bytes]
_FIRST = "[Content_Types].xml"
_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The oldest date that a ZIP can hold (APPNOTE 4.4.6)."""


def build_time() -> datetime:
    """Return the moment that files of this build carry: SOURCE_DATE_EPOCH, else 1980."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return max(_OLDEST, datetime.fromtimestamp(epoch, UTC))


def write_stable(packed: bytes, file: Path, mend: Mend = lambda name, part: part) -> None:
    """Write an office file again with sorted parts and the build's time.

    `mend` turns a part's name and bytes into the bytes to write, where the library's do not do.
    """
    moment = build_time().timetuple()[:6]
    with ZipFile(io.BytesIO(packed)) as source, ZipFile(file, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, moment)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, mend(name, source.read(name)))
