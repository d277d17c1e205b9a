"""The icons of the installed guide, made from the site's own mark by Typst."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typst

from scripts.store import NOTHING_KEPT, Store

_TEMPLATES = Path(__file__).parent / "templates"
_POINTS = 48
"""The side of the drawing in points; 72 of them are an inch, which is what resolution counts by."""


@dataclass(frozen=True)
class AppIcon:
    """An icon of the installed guide: its file below the site, its side in pixels, its purpose.

    `share` is how much of the side the mark takes; a maskable icon keeps it within the circle of
    four fifths that every device shows (W3C Web Application Manifest, icon masks).
    """

    path: str
    side: int
    purpose: str = "any"
    share: str = "100%"
    opaque: bool = False


ICONS: Sequence[AppIcon] = (
    AppIcon("icons/icon-192.png", 192),
    AppIcon("icons/icon-512.png", 512),
    AppIcon("icons/icon-maskable-192.png", 192, "maskable", "60%", opaque=True),
    AppIcon("icons/icon-maskable-512.png", 512, "maskable", "60%", opaque=True),
)
TOUCH_ICON = AppIcon("apple-touch-icon.png", 180, share="78%", opaque=True)


def write_icons(mark: Path, site: Path, store: Store = NOTHING_KEPT) -> None:
    """Write every icon below `site`, drawn from the SVG file `mark`."""
    drawing = mark.read_text(encoding="utf-8")
    for icon in (*ICONS, TOUCH_ICON):
        file = site / icon.path
        file.parent.mkdir(parents=True, exist_ok=True)
        store.write(file, store.kept("icon", f"{icon}{drawing}", partial(_drawn, icon, drawing)))


def _drawn(icon: AppIcon, mark: str) -> bytes:
    inputs = {"mark": mark, "share": icon.share, "opaque": str(icon.opaque).lower()}
    ppi = icon.side * 72 / _POINTS
    made = typst.compile(_TEMPLATES / "icon.typ", format="png", ppi=ppi, sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise TypeError("an icon is one image")
    return made
