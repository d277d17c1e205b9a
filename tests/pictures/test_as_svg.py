"""Pictures that stand alone: what a look means on screen it means on white paper, too."""

import re

from scripts.pictures.as_svg import ALONE
from scripts.places import ASSETS

PLAIN = frozenset({"edge", "firm"})
"""Looks that on screen, too, are what everything is: ink."""
ELSEWHERE = frozenset({"band", "band-high", "band-low", "fall", "mark-after"})
"""Looks of the gauge, which is no trick's picture."""


def _classes(style: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z-]*)", style))


def test_every_look_of_the_screen_has_its_own_on_paper() -> None:
    ours = _classes(ALONE.read_text("utf-8").partition("</style>")[0])
    screen = _classes((ASSETS / "picture/picture.css").read_text("utf-8"))
    frame = {name for name in screen if name.startswith(("drawing", "page", "minute"))}
    assert screen - frame - ELSEWHERE - PLAIN - ours == set()
