"""A picture as an SVG that stands alone, with its looks for white paper."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import jinja2

from scripts.pictures.drawing import Drawing
from scripts.pictures.lettering import LINE
from scripts.templating import html_templates

ALONE = Path(__file__).parent / "templates" / "picture.svg.j2"


def svg_of(drawing: Drawing, families: Sequence[str], told: str = "") -> str:
    """Return a drawing as SVG; `families` are the fonts for its words, the first that has a letter wins.

    `told` is what it shows, in words, where it says so itself.
    """
    return _template().render(drawing=drawing, families=families, told=told, line_height=LINE)


@cache
def _template() -> jinja2.Template:
    return html_templates(ALONE.parent).get_template(ALONE.name)
