"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scripts.store import NOTHING_KEPT, Store

_FETCHING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
_FETCHING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect"}


@dataclass(frozen=True)
class PageLinks:
    """The ids of a page, and each address in it with whether the browser fetches that by itself."""

    anchors: frozenset[str]
    links: Sequence[tuple[str, bool]]


_NONE_READ: Mapping[str, PageLinks] = MappingProxyType({})


def links_below(site: Path, folder: str, store: Store = NOTHING_KEPT) -> Mapping[str, PageLinks]:
    """Return what every page in a folder of the site links to, by the page's name below `site`."""
    return {
        file.relative_to(site).as_posix(): _links_of(file, store)
        for file in sorted((site / folder).rglob("*.html"))
    }


def broken_links(site: Path, address: str, read: Mapping[str, PageLinks] = _NONE_READ) -> list[str]:
    """Return, for each page below `site`, the links that lead nowhere or fetch from outside.

    `address` is the site's address; links that begin with it count as internal. Pages that are in `read`
    are not read again.
    """
    base = urlsplit(address).path
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        name: read.get(name) or _links_of(site / name) for name in sorted(files) if name.endswith(".html")
    }
    faults: set[str] = set()
    for file, page in pages.items():
        for link, fetched in page.links:
            if fetched and _is_outside(link):
                faults.add(f"{file}: fetches from outside: {link}")
            target = _target(link, file, address, base)
            if target is None:
                continue
            path, anchor = target
            there = path if path in files else posixpath.normpath(f"{path}/index.html")
            lost = anchor and there in pages and anchor not in pages[there].anchors
            if there not in files or lost:
                faults.add(f"{file}: broken link: {link}")
    return sorted(faults)


def _links_of(file: Path, store: Store = NOTHING_KEPT) -> PageLinks:
    html = file.read_text(encoding="utf-8")
    kept = json.loads(store.kept("links", html, lambda: json.dumps(_read(html)).encode()))
    return PageLinks(frozenset(kept["anchors"]), [(link, fetched) for link, fetched in kept["links"]])


def _read(html: str) -> Mapping[str, object]:
    tree = LexborHTMLParser(html)
    anchors = sorted({str(node.attributes["id"]) for node in tree.css("[id]")})
    return {"anchors": anchors, "links": list(dict.fromkeys(_links(tree)))}


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Yield every address in the page and whether the browser fetches it by itself."""
    for node in tree.css("a[href], area[href]"):
        yield str(node.attributes["href"] or ""), False
    for node in tree.css("link[href]"):
        relations = set(str(node.attributes.get("rel") or "").split())
        yield str(node.attributes["href"] or ""), bool(relations & _FETCHING_RELATIONS)
    for tag, attribute in _FETCHING.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            yield str(node.attributes[attribute] or ""), True


def _is_outside(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in ("http", "https") or bool(parts.netloc)


def _target(link: str, file: str, address: str, base: str) -> tuple[str, str] | None:
    """Return the path below the site and the anchor a link leads to, or None where it leads out."""
    if link.startswith(address):
        link = base + link[len(address) :]
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    anchor = unquote(parts.fragment)
    if not path:
        return file, anchor
    if path.startswith("/"):
        return posixpath.normpath(path.removeprefix(base).lstrip("/")), anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)), anchor
