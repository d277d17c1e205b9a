"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

import json
import posixpath
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
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


class LinksInSum(NamedTuple):
    """What the links of many pages come to, for another process: `broken_links` reads none of them again."""

    pages: frozenset[str]
    leads: frozenset[tuple[str, str]]
    """Where they lead that is none of these pages, nor an anchor of one: each path and anchor once."""
    fetch_outside: bool


def in_sum(links: Mapping[str, PageLinks]) -> LinksInSum:
    """Return the sum of pages' links, by the pages' names below the site."""
    leads = {(path, anchor) for page in links.values() for _, path, anchor in page.inward}
    met = {(path, anchor) for path, anchor in leads if _stands(_page_at(path, links), anchor, links)}
    return LinksInSum(
        frozenset(links), frozenset(leads - met), any(page.fetched_outside for page in links.values())
    )


def _page_at(path: str, pages: Collection[str]) -> str:
    """Return the file that a host sends for a path."""
    return path if path in pages else posixpath.normpath(f"{path}/index.html")


def _stands(name: str, anchor: str, links: Mapping[str, PageLinks]) -> bool:
    return name in links and (not anchor or anchor in links[name].anchors)


def links_told(html: str, name: str, address: str) -> str:
    """Return the links of a page as one line of text, for `links_of`; the page's `name` is below the site."""
    return json.dumps(_read(html, name, address))


def links_of(told: str) -> PageLinks:
    """Return the links of a page that `links_told` told."""
    links = json.loads(told)
    return PageLinks(frozenset(links["anchors"]), links["inward"], links["outside"])


def broken_links(
    site: Path, address: str, sums: Sequence[LinksInSum] = (), names: Sequence[str] | None = None
) -> list[str]:
    """Return, for each page below `site`, the links that lead nowhere or fetch from outside.

    `address` is the site's address; links that begin with it count as internal. The pages of `sums` are not
    read again as long as all of them are sound, nor is the site where `names` are those of its files.
    """
    files = frozenset(files_below(site) if names is None else names)
    links = _Read(site, address)
    sound = not any(each.fetch_outside for each in sums) and all(
        links.stand(_page_at(path, files), anchor, files) for each in sums for path, anchor in each.leads
    )
    settled = frozenset[str]().union(*(each.pages for each in sums)) if sound else frozenset[str]()
    faults: set[str] = set()
    for file in files - settled:
        if not file.endswith(".html"):
            continue
        faults.update(f"{file}: fetches from outside: {link}" for link in links[file].fetched_outside)
        for link, path, anchor in links[file].inward:
            if not links.stand(_page_at(path, files), anchor, files):
                faults.add(f"{file}: broken link: {link}")
    return sorted(faults)


class _Read(dict[str, PageLinks]):
    """The links of the pages below a site, by their names there; each is read when it is asked for."""

    def __init__(self, site: Path, address: str) -> None:
        super().__init__()
        self._site, self._address = site, address

    def __missing__(self, name: str) -> PageLinks:
        html = (self._site / name).read_text(encoding="utf-8")
        self[name] = links_of(links_told(html, name, self._address))
        return self[name]

    def stand(self, name: str, anchor: str, files: Collection[str]) -> bool:
        """Tell whether a file is there and, where it is a page, has the anchor."""
        return name in files and (not anchor or not name.endswith(".html") or anchor in self[name].anchors)


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
