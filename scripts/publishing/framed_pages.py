"""The pages of a locale in their frame: made by the engine, or as an earlier build kept them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from scripts.derived import Piece
from scripts.publishing.engine import run_engine
from scripts.publishing.frame import SHOWN
from scripts.publishing.links import PageLinks, links_of, links_told
from scripts.store import Store

_NOT_FOUND = "404.html"
"""The page that the engine makes of the frame alone."""


def frame_of(config: Path) -> str:
    """Return a digest of what a configuration puts around each page."""
    settings = json.loads(config.read_text(encoding="utf-8"))
    # Where the work is done leaves no trace in a page.
    for name in ("docs_dir", "site_dir"):
        settings.pop(name)
    settings["extra"] = json.loads(config.with_name(SHOWN).read_text(encoding="utf-8"))
    return sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()


def publish_pages(
    config: Path, pages: Mapping[str, Piece], address: str, store: Store
) -> Mapping[str, PageLinks]:
    """Put every page of a locale into the site, whose folder of it is emptied first; return their links.

    `config` is the engine's, with the new pages' Markdown in the folder it names; `pages` are all of the
    locale by their address below it, as they were kept; `address` is the site's. Links are told by the page's
    name below the site. New pages are kept. Raises EngineFailed.
    """
    settings = json.loads(config.read_text(encoding="utf-8"))
    site, locale = Path(settings["site_dir"]), Path(settings["site_dir"]).name
    made_of = f"{frame_of(config)}\0{locale}/{_NOT_FOUND}"
    lost = (store.get("page", made_of) or b"").decode() or None
    not_found = Piece(lost, put=lambda _, made: store.put("page", made_of, made.encode()))
    files = {f"{path}index.html": piece for path, piece in pages.items()} | {_NOT_FOUND: not_found}
    if any(piece.made is None for piece in files.values()):
        run_engine(config)
    return {
        f"{locale}/{name}": _published(site / name, f"{locale}/{name}", address, piece)
        for name, piece in files.items()
    }


def _published(file: Path, name: str, address: str, piece: Piece) -> PageLinks:
    """Keep a page that the engine made, write one that was kept; return its links."""
    if piece.made is None:
        html = file.read_text(encoding="utf-8")
        told = links_told(html, name, address)
        piece.keep(f"{told}\n{html}")
    else:
        told, _, html = piece.made.partition("\n")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="\n")
    return links_of(told)
