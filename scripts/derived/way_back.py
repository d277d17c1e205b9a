"""The way back from paper to a page: its address and the same as a QR code."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import segno
from markupsafe import Markup

from scripts.guide import reachable


@dataclass(frozen=True)
class WayBack:
    """An address as people type it, without scheme, and as cameras read it, in inline SVG."""

    shown: str
    qr_code: Markup


@lru_cache(maxsize=4096)
def way_back(address: str) -> WayBack | None:
    """Return how paper leads to `address`, a whole URL; None where the site has no address yet."""
    if not reachable(address):
        return None
    svg = segno.make(address, error="m", micro=False).svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None
    )
    return WayBack(as_typed(address), Markup(svg))  # noqa: S704 (segno's own drawing)


def as_typed(address: str) -> str:
    """Return a whole URL as people type it, without scheme: `forewarned.example/en/`."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}"
