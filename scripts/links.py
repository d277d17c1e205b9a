"""Check the finished HTML: links lead somewhere, and nothing is fetched from outside the site."""

from collections.abc import Iterator
from functools import lru_cache
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
    anchors: dict[Path, set[str]] = {}
    wanted: list[tuple[Path, str, Path, str]] = []
    faults: list[str] = []
    base = urlsplit(address).path
    for file in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        anchors[file] = {str(node.attributes["id"]) for node in tree.css("[id]")}
        for link, fetched in _links(tree):
            if fetched and _is_outside(link):
                faults.append(f"{file.relative_to(site)}: fetches from outside: {link}")
            target = _target(link, file, site, address, base)
            if target is not None:
                wanted.append((file, link, *target))
    exists = lru_cache(maxsize=None)(Path.exists)
    for file, link, target_file, anchor in wanted:
        page = target_file / "index.html" if target_file.is_dir() else target_file
        if not exists(page) or (anchor and page in anchors and anchor not in anchors[page]):
            faults.append(f"{file.relative_to(site)}: broken link: {link}")
    return sorted(set(faults))


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


def _target(link: str, file: Path, site: Path, address: str, base: str) -> tuple[Path, str] | None:
    """Return the file and anchor a link leads to inside the site, or None where it leads out."""
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
        return site / path.removeprefix(base).lstrip("/"), anchor
    return (file.parent / path).resolve(), anchor
