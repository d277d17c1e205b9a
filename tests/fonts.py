"""The fonts for print, unpacked once for all workers of a run: that takes a second each time."""

import functools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
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


@contextmanager
def at_hand() -> Iterator[None]:
    """Let builds meanwhile take the fonts that were unpacked before, which hang on nothing in a guide."""

    def copied(woff2: Path, folder: Path, *_: object) -> None:
        assert woff2 == FONTS
        shutil.copytree(fonts_folder(), folder)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("scripts.build.unpack_fonts", copied)
        yield
