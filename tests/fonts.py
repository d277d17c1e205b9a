"""The fonts for print, unpacked once for all workers of a run: that takes a second each time."""

import functools
from pathlib import Path

import typst

from scripts.paper.fonts import fonts_in, unpack_fonts
from scripts.places import FONTS
from tests.made_once import made_once


@functools.cache
def fonts_folder() -> Path:
    """Return the folder in which the site's fonts stand as Typst takes them; nobody may change it."""
    return made_once("fonts", lambda folder: unpack_fonts(FONTS, folder))


@functools.cache
def site_fonts() -> typst.Fonts:
    """Return the site's fonts, as `print_fonts` does."""
    return fonts_in(fonts_folder())
