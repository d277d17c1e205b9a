"""The gauge of an assessment: bands of exposure, in which the page's script draws the reader's own line."""

from collections.abc import Mapping
from types import MappingProxyType

from scripts.guide import Level, Voice
from scripts.pictures.drawing import Box, Drawing, Room, Sheet
from scripts.pictures.lettering import WIDTH

_LEFT, _RIGHT, _TOP, _BOTTOM = 104, WIDTH - 8, 8, 158
PLOT: Mapping[str, int] = MappingProxyType(
    {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM},
)
"""Where the reader's line is drawn: the bottom is nothing open, the top everything."""


def draw_gauge(levels: Mapping[Level, int], voice: Voice) -> Drawing:
    """Draw the bands with their names; `levels` gives from how many per cent on each begins."""
    sheet = Sheet(voice)
    above, below = 100, 0.0
    for level, start in sorted(levels.items(), key=lambda item: -item[1]):
        top, bottom = _height(above), _height(start)
        sheet.add(Box(_LEFT, top, _RIGHT - _LEFT, bottom - top, f"band band-{level}"))
        name = voice.say(f"level_{level}")
        below = sheet.words(name, Room(_LEFT - 8, max(top, below), _LEFT - 12, "end"))
        sheet.told.append(f"{name}: {start}\u2013{above} %.")
        above = start
    sheet.stroke("firm", (_LEFT, _TOP), (_LEFT, _BOTTOM), (_RIGHT, _BOTTOM))
    sheet.y = max(_BOTTOM, below)
    return sheet.drawing(example=False)


def _height(percent: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * percent / 100
