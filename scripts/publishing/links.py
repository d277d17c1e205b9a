"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

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


def broken_links(site: Path, address: str) -> list[str]:
    """Return, for each page below `site`, the links that lead nowhere or fetch from outside.

    `address` is the site's address; links that begin with it count as internal.
    """
    base = urlsplit(address).path
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    anchors: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str, str]] = []
    faults: set[str] = set()
    for file in sorted(name for name in files if name.endswith(".html")):
        tree = LexborHTMLParser((site / file).read_text(encoding="utf-8"))
        anchors[file] = {str(node.attributes["id"]) for node in tree.css("[id]")}
        for link, fetched in _links(tree):
            if fetched and _is_outside(link):
                faults.add(f"{file}: fetches from outside: {link}")
            target = _target(link, file, address, base)
            if target is not None:
                wanted.append((file, link, *target))
    for file, link, path, anchor in wanted:
        page = path if path in files else posixpath.normpath(f"{path}/index.html")
        if page not in files or (anchor and page in anchors and anchor not in anchors[page]):
            faults.add(f"{file}: broken link: {link}")
    return sorted(faults)


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
