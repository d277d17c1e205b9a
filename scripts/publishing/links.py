"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

import json
import posixpath
from collections.abc import Mapping, Sequence
from functools import lru_cache
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
_LEADING = {"a", "area", "link"}
_ADDRESSED = "[id], [href], [src], [data]"
"""Whatever can be led to, or leads or fetches."""


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
    anchors: set[str] = set()
    links: dict[tuple[str, bool], None] = {}
    # Once through the page: each look for one kind of element takes as long as this.
    for node in LexborHTMLParser(html).css(_ADDRESSED):
        given = node.attributes
        if anchor := given.get("id"):
            anchors.add(anchor)
        if link := _link(node.tag or "", given):
            links[link] = None
    folder = posixpath.dirname(name)
    targets = {link: _target(link, name, folder, address) for link, _ in links}
    return {
        "anchors": sorted(anchors),
        "inward": [(link, *target) for link, target in targets.items() if target],
        "outside": [link for link, fetched in links if fetched and _is_outside(link)],
    }


def _link(tag: str, given: Mapping[str, str | None]) -> tuple[str, bool] | None:
    """Return the address that an element bears, if any, and whether the browser fetches it by itself."""
    attribute = "href" if tag in _LEADING else _FETCHING.get(tag, "")
    if attribute not in given:
        return None
    relations = {*str(given.get("rel") or "").split()} if tag == "link" else set()
    fetched = tag in _FETCHING or bool(relations & _FETCHING_RELATIONS)
    return given[attribute] or "", fetched


def _is_outside(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in ("http", "https") or bool(parts.netloc)


def _target(link: str, file: str, folder: str, address: str) -> tuple[str, str] | None:
    """Return the path below the site and the anchor that a link of `file`, in `folder`, leads to.

    None where it leads out.
    """
    found = _told_from(link, folder, address)
    return found and (found[0] or file, found[1])


@lru_cache(maxsize=4096)
def _told_from(link: str, folder: str, address: str) -> tuple[str, str] | None:
    """Return what `_target` does, with no path where it is the page's own: many pages have the same links."""
    base = urlsplit(address).path
    if link.startswith(address):
        link = base + link[len(address) :]
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    anchor = unquote(parts.fragment)
    if not path:
        return "", anchor
    if path.startswith("/"):
        return posixpath.normpath(path.removeprefix(base).lstrip("/")), anchor
    return posixpath.normpath(posixpath.join(folder, path)), anchor
