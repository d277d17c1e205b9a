"""Folders for what a whole run of tests shares, gone when it ends."""

from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDERS: list[TemporaryDirectory[str]] = []
"""Each is removed once nothing holds it any more, at the latest when Python ends."""


def throwaway(prefix: str) -> Path:
    """Return a new empty folder, which ends with this process."""
    folder = TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    _FOLDERS.append(folder)
    return Path(folder.name)
