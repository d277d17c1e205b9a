"""The site's own fonts for print, and no others, so that a sheet looks the same from every machine."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

import typst
from fontTools.ttLib import TTFont
from fontTools.ttLib.woff2 import decompress

from scripts.places import FALLBACK_FONTS
from scripts.store import NOTHING_KEPT, Store

_FALLBACK = ".otf"
"""How the files of last resort end, and no others do."""
_WINDOWS_UNICODE = (3, 1, 0x409)


def print_fonts(woff2: Path, folder: Path, store: Store = NOTHING_KEPT) -> typst.Fonts:
    """Unpack each .woff2 font of the folder `woff2` into `folder`; return all as Typst takes them."""
    unpack_fonts(woff2, folder, store)
    return fonts_in(folder)


def fonts_in(folder: Path) -> typst.Fonts:
    """Return the fonts that were unpacked into a folder, as Typst takes them."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def unpack_fonts(woff2: Path, folder: Path, store: Store = NOTHING_KEPT) -> None:
    """Unpack each .woff2 font of the folder `woff2`, and those of last resort, into `folder`.

    Fonts for the web come in parts by script. Typst takes one font of a family, so a part without the
    Latin letters gets a family of its own, named after its file, from which missing letters are taken.
    Behind ours stand the fonts that Typst carries in itself, which have further scripts, and last GNU
    Unifont, which has a letter for nearly everything.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(woff2.glob("*.woff2")):
        font = store.kept("font", file.stem, partial(_for_print, file))
        (folder / f"{file.stem}.ttf").write_bytes(font)
    for file in FALLBACK_FONTS.glob("*.woff2"):
        font = store.kept("font", file.stem, partial(_unpacked, file))
        (folder / f"{file.stem}{_FALLBACK}").write_bytes(font)


def _unpacked(woff2: Path) -> bytes:
    unpacked = BytesIO()
    decompress(woff2, unpacked)
    return unpacked.getvalue()


def _for_print(woff2: Path) -> bytes:
    font = TTFont(BytesIO(_unpacked(woff2)), recalcTimestamp=False)
    if ord("a") not in font.getBestCmap():
        _rename(font, woff2.stem)
    saved = BytesIO()
    font.save(saved)
    return saved.getvalue()


def _rename(font: TTFont, family: str) -> None:
    for name_id in (1, 16):
        font["name"].setName(family, name_id, *_WINDOWS_UNICODE)
    font["name"].removeNames(nameID=25)


def families(fonts: typst.Fonts) -> Sequence[str]:
    """Return the names of the families: those from files first, those of last resort last."""
    from_files = {font.family: str(font.path) for font in fonts.fonts() if font.path}
    last = {family for family, path in from_files.items() if path.endswith(_FALLBACK)}
    first = set(from_files) - last
    return [*sorted(first), *sorted(set(fonts.families()) - first - last), *sorted(last)]
