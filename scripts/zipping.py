"""Zip archives whose bytes depend on their contents alone, and the moment that files of a build carry."""

import io
import os
from collections.abc import Collection, Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Moment = tuple[int, int, int, int, int, int]
OLDEST: Moment = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a ZIP can hold (APPNOTE 4.4.6)."""
_NEWEST = 4_354_819_199
"""The newest one, 2107-12-31 23:59:59, in seconds since 1970."""


def declared_moment() -> int | None:
    """Return the environment's SOURCE_DATE_EPOCH, in seconds since 1970; None where it names no moment."""
    written = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (written.isascii() and written.isdigit()):
        return None
    return min(int(written[:15]), _NEWEST)


def zipped(files: Mapping[str, bytes], moment: Moment = OLDEST, *, stored: Collection[str] = ()) -> bytes:
    """Return an archive of files by name, in the order given, each of them of `moment`.

    Those named in `stored` are not compressed.
    """
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
