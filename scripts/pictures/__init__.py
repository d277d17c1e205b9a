"""Pictures of tricks: words and numbers turned into shapes at their places, every word measured first.

In: a `Picture` and the `Voice` that tells it. Out: a `Drawing`, 320 units wide, with its text; and as
an SVG that stands alone. Knows no HTML and no colour: shapes say what they mean (`sure`, `unsaid`, `yours`),
a style sheet or the SVG's template how that looks.
"""

from scripts.pictures.all_kinds import draw
from scripts.pictures.as_svg import svg_of
from scripts.pictures.drawing import Box, Drawing, Shape, Stroke, Words
from scripts.pictures.gauge import PLOT, draw_gauge
from scripts.pictures.lettering import LINE, SIZE, WIDTH, words_width, wrapped
from scripts.pictures.timeline import Station, timeline

__all__ = [
    "LINE",
    "PLOT",
    "SIZE",
    "WIDTH",
    "Box",
    "Drawing",
    "Shape",
    "Station",
    "Stroke",
    "Words",
    "draw",
    "draw_gauge",
    "svg_of",
    "timeline",
    "words_width",
    "wrapped",
]
