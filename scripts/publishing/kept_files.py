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
    names = [
        name
        for name, size in _to_read(folder)
        if size <= LARGEST_FILE and f"{name.rpartition('/')[0]}/" not in moved
    ]
    mark = "favicon.svg"
    names += [f"../{mark}"] if (site / mark).is_file() else []
    names += [f"../{FOLDER}/{name}" for name in files_below(site / FOLDER) if not name.endswith(".txt")]
    return [kept_file(folder, name) for name in names]


def too_large_of_locale(site: Path, locale: str) -> list[tuple[str, int]]:
    """Return what would be kept of a locale if it were not above LARGEST_FILE: its name, its bytes.

    A page's name is its title; another file's is its address below the locale.
    """
    folder = site / locale
    return [(_told(folder, name), size) for name, size in _to_read(folder) if size > LARGEST_FILE]


def _told(folder: Path, name: str) -> str:
    title = None
    if name.endswith(".html"):
        title = LexborHTMLParser((folder / name).read_text("utf-8")).css_first("title")
    return title.text().strip() if title else name


def _to_read(folder: Path) -> list[tuple[str, int]]:
    """Return the files of a locale that serve a reader, sorted, each with its bytes.

    Not papers, which are kept on demand.
    """
    return [
        (name, (folder / name).stat().st_size)
        for name in files_below(folder)
        if not name.startswith((ON_DEMAND, _FOR_OTHER_SITES))
        and name not in _NOT_PAGES
        and not name.endswith(_NOT_FOR_READERS)
    ]


def kept_file(folder: Path, name: str) -> KeptFile:
    """Return a file as kept, by its address from `folder`; a folder's page has the folder's."""
    data = (folder / name).read_bytes()
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")
    return KeptFile(name.removesuffix("index.html") or "./", digest, len(data))


def version_of(files: Sequence[KeptFile]) -> str:
    """Return the name of a version: the same files give the same name, any change another."""
    listed = json.dumps([(file.url, file.digest) for file in files])
    return hashlib.sha256(listed.encode()).hexdigest()[:16]
