"""Zip archives whose bytes depend on their contents alone."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Moment = tuple[int, int, int, int, int, int]
OLDEST: Moment = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a ZIP can hold (APPNOTE 4.4.6)."""


def zipped(files: Mapping[str, bytes], moment: Moment = OLDEST) -> bytes:
    """Return an archive of files by name, in the order given, each of them of `moment`."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
