"""A built site as the files of a folder that opens by itself."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from scripts.carrying.addresses import straightened
from scripts.carrying.assets_of_folder import assets_for_folder, handing_over
from scripts.guide import QUESTIONS
from scripts.publishing import files_below
from scripts.zipping import zipped

TOP = "guide"
"""The folder that holds all the others, so that whoever unpacks the zip finds one thing."""

_FOR_SERVERS = frozenset(
    {
        *("404.html", "_headers", "_redirects", "apple-touch-icon.png", "build.json", "kept.json"),
        *("manifest.webmanifest", "offline.html", "robots.txt", "service-worker.js", "sitemap.xml"),
    }
)
"""What only hosts and installed sites ask for, at the site's root and a language's."""

_FOLDERS_FOR_SERVERS = frozenset({"icons", "share"})
_PACKED_ALREADY = frozenset({".apkg", ".docx", ".pdf", ".png", ".woff2", ".xlsx", ".zip"})


def carried_zip(site: Path) -> bytes:
    """Return a zip of the site for a folder; the same site gives the same bytes."""
    files = {f"{TOP}/{name}": data for name, data in sorted(carried(site).items())}
    stored = {name for name in files if PurePosixPath(name).suffix in _PACKED_ALREADY}
    return zipped(files, stored=stored)


def carried(site: Path) -> Mapping[str, bytes]:
    """Return the files of the site as a folder holds them, by their path in it."""
    made: dict[str, bytes] = {}
    for name in files_below(site):
        if not _is_for_servers(PurePosixPath(name)):
            made.update(_as_in_a_folder(name, site / name))
    return {**made, **assets_for_folder(site)}


def _is_for_servers(path: PurePosixPath) -> bool:
    top = path.parts[0] if len(path.parts) < 3 else path.parts[1]
    shallow = len(path.parts) <= 2 and path.name in _FOR_SERVERS
    return shallow or path.parts[0] in _FOLDERS_FOR_SERVERS or top in _FOLDERS_FOR_SERVERS


def _as_in_a_folder(name: str, file: Path) -> Iterator[tuple[str, bytes]]:
    path = PurePosixPath(name)
    if path.suffix == ".html":
        html = straightened(file.read_text(encoding="utf-8"))
        yield name, html.encode("utf-8")
        if len(path.parts) > 1 and path.parts[1] == QUESTIONS.rstrip("/"):
            yield handing_over(name, _main_part(html))
    elif path.suffix == ".json" and path.parts[0] != "api":
        # No page asks for the file itself.
        yield handing_over(name, _straightened_json(file.read_text(encoding="utf-8")))
    else:
        yield name, file.read_bytes()


def _main_part(html: str) -> str:
    part = LexborHTMLParser(html).css_first("article")
    return (part.html if part else None) or ""


def _straightened_json(text: str) -> str:
    """Return JSON whose texts may be pieces of pages."""

    def straight(value: object) -> object:
        match value:
            case str():
                return straightened(value) if "<" in value else value
            case list():
                return [straight(each) for each in value]
            case dict():
                return {key: straight(each) for key, each in value.items()}
        return value

    return json.dumps(straight(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
