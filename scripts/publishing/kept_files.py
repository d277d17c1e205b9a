"""Which files of a language the service worker keeps, by rule and never by hand."""

import base64
import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.derived import ENDINGS
from scripts.publishing.hashed_assets import FOLDER
from scripts.publishing.own_site import files_below

ON_DEMAND = "print/"
"""Below a locale: papers, kept once a reader opens them and not before."""

LARGEST_FILE = 1_000_000
"""In bytes: what is larger is fetched when asked for, so that keeping the guide costs a phone little."""

_FOR_OTHER_SITES = "share/"
"""Below a locale: images that stand for a page where its address is sent to somebody."""

_NOT_PAGES = ("404.html", "service-worker.js", "kept.json")
_NOT_FOR_READERS = (*ENDINGS.values(), ".atom")
"""Files for other programs: quizzes for courses, the feed."""


@dataclass(frozen=True)
class KeptFile:
    """One file to keep: its address as the browser asks for it, its SHA-256 in base64, its bytes."""

    url: str
    digest: str
    size: int


def kept_of_locale(site: Path, locale: str, moved: Collection[str] = ()) -> list[KeptFile]:
    """Return what is kept of a locale, addresses relative to the locale's folder.

    That is every file of the locale but papers, cards, exports of quizzes and those above LARGEST_FILE; all
    scripts, styles and fonts, and the site's mark. Pages at an address in `moved` are not kept: hosts send
    readers on from there, and what then arrives is not what would be listed.
    """
    folder = site / locale
    files = [
        kept_file(file, folder)
        for file in _to_read(folder)
        if f"{file.parent.relative_to(folder).as_posix()}/" not in moved and not _is_too_large(file)
    ]
    mark = site / "favicon.svg"
    files += [kept_file(mark, folder)] if mark.is_file() else []
    return files + [kept_file(file, folder) for file in _assets(site / FOLDER)]


def too_large_of_locale(site: Path, locale: str) -> list[tuple[str, int]]:
    """Return what would be kept of a locale if it were not above LARGEST_FILE: its name, its bytes.

    A page's name is its title; another file's is its address below the locale.
    """
    folder = site / locale
    return [(_name(file, folder), file.stat().st_size) for file in _to_read(folder) if _is_too_large(file)]


def _is_too_large(file: Path) -> bool:
    return file.stat().st_size > LARGEST_FILE


def _name(file: Path, folder: Path) -> str:
    title = LexborHTMLParser(file.read_text("utf-8")).css_first("title") if file.suffix == ".html" else None
    return title.text().strip() if title else file.relative_to(folder).as_posix()


def _to_read(folder: Path) -> list[Path]:
    """Return the files of a locale that serve a reader, sorted, but papers, which are kept on demand."""
    return [
        folder / name
        for name in files_below(folder)
        if not name.startswith((ON_DEMAND, _FOR_OTHER_SITES))
        and name not in _NOT_PAGES
        and not name.endswith(_NOT_FOR_READERS)
    ]


def kept_file(file: Path, folder: Path) -> KeptFile:
    """Return a file as kept, its address relative to `folder`; a folder's page has the folder's."""
    path = _relative(file, folder)
    data = file.read_bytes()
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")
    return KeptFile(path.removesuffix("index.html") or "./", digest, len(data))


def _relative(file: Path, folder: Path) -> str:
    if file.is_relative_to(folder):
        return file.relative_to(folder).as_posix()
    return "../" + _relative(file, folder.parent)


def _assets(folder: Path) -> list[Path]:
    return [folder / name for name in files_below(folder) if not name.endswith(".txt")]


def version_of(files: Sequence[KeptFile]) -> str:
    """Return the name of a version: the same files give the same name, any change another."""
    listed = json.dumps([(file.url, file.digest) for file in files])
    return hashlib.sha256(listed.encode()).hexdigest()[:16]
