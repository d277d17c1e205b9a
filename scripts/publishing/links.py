"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scripts.publishing.own_site import files_below

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


class PageLinks(NamedTuple):
    """The ids of a page, its addresses that lead into the site, and what it fetches from outside."""

    anchors: frozenset[str]
    inward: Sequence[tuple[str, str, str]]
    """Of each: as it is written, the path below the site and the anchor there."""
    fetched_outside: Sequence[str]


_NONE_READ: Mapping[str, PageLinks] = MappingProxyType({})


def links_told(html: str, name: str, address: str) -> str:
    """Return the links of a page as one line of text, for `links_of`; the page's `name` is below the site."""
    return json.dumps(_read(html, name, address))


def links_of(told: str) -> PageLinks:
    """Return the links of a page that `links_told` told."""
    links = json.loads(told)
    return PageLinks(frozenset(links["anchors"]), links["inward"], links["outside"])


def broken_links(
    site: Path,
    address: str,
    read: Mapping[str, PageLinks] = _NONE_READ,
    names: Sequence[str] | None = None,
) -> list[str]:
    """Return, for each page below `site`, the links that lead nowhere or fetch from outside.

    `address` is the site's address; links that begin with it count as internal. Pages that are in `read`
    are not read again, nor is the site where `names` are those of its files.
    """
    files = set(files_below(site) if names is None else names)
    pages = {
        name: read.get(name) or _links_in(site, name, address) for name in files if name.endswith(".html")
    }
    faults: set[str] = set()
    for file, page in pages.items():
        faults.update(f"{file}: fetches from outside: {link}" for link in page.fetched_outside)
        for link, path, anchor in page.inward:
            there = path if path in files else posixpath.normpath(f"{path}/index.html")
            lost = anchor and there in pages and anchor not in pages[there].anchors
            if there not in files or lost:
                faults.add(f"{file}: broken link: {link}")
    return sorted(faults)


def _links_in(site: Path, name: str, address: str) -> PageLinks:
    return links_of(links_told((site / name).read_text(encoding="utf-8"), name, address))


def _read(html: str, name: str, address: str) -> Mapping[str, object]:
    tree = LexborHTMLParser(html)
    anchors = sorted({str(node.attributes["id"]) for node in tree.css("[id]")})
    links = dict.fromkeys(_links(tree))
    targets = {link: _target(link, name, address) for link, _ in links}
    return {
        "anchors": anchors,
        "inward": [(link, *target) for link, target in targets.items() if target],
        "outside": [link for link, fetched in links if fetched and _is_outside(link)],
    }


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


def _target(link: str, file: str, address: str) -> tuple[str, str] | None:
    """Return the path below the site and the anchor a link leads to, or None where it leads out."""
    base = urlsplit(address).path
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
