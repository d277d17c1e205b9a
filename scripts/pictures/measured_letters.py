"""How wide the letters of the site's own font are, read from its files: what `letter_widths.json` holds.

After a change of the fonts: `python -m scripts.pictures.measured_letters`. To read them takes most of a
second, which every process that draws would need anew.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from scripts.places import FONTS

KEPT_IN = Path(__file__).parent / "letter_widths.json"
_FILES = (
    "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "atkinson-hyperlegible-next-latin-wght-normal.woff2",
)
_WEIGHTS = (400, 700)


def measured() -> Mapping[str, Sequence[float]]:
    """Return the widths of each letter in em, thin and bold, by its code point in hexadecimal digits."""
    found: dict[int, list[float]] = {}
    for name in _FILES:
        with TTFont(FONTS / name, lazy=True) as font:
            em, letters = font["head"].unitsPerEm, font.getBestCmap()
            sets = [font.getGlyphSet(location={"wght": weight}) for weight in _WEIGHTS]
            found |= {code: [each[glyph].width / em for each in sets] for code, glyph in letters.items()}
    return {f"{code:04x}": widths for code, widths in sorted(found.items())}


if __name__ == "__main__":
    lines = ",\n".join(f'"{code}": {json.dumps(widths)}' for code, widths in measured().items())
    KEPT_IN.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
