"""The Material Design icons that the theme ships, as inline SVG."""

from functools import lru_cache
from pathlib import Path

import material
from markupsafe import Markup

_FOLDER = Path(material.__file__).parent / "templates" / ".icons" / "material"


@lru_cache(maxsize=1)
def icon_names() -> frozenset[str]:
    """Return the names an entry may use as its icon."""
    return frozenset(file.stem for file in _FOLDER.glob("*.svg"))


@lru_cache(maxsize=256)
def icon(name: str) -> Markup:
    """Return an icon as inline SVG, hidden from screen readers.

    Raises KeyError where the theme ships no icon of that name.
    """
    if name not in icon_names():
        raise KeyError(name)
    svg = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(  # noqa: S704 (a file of the theme's, not a contributor's text)
        svg.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
    )
