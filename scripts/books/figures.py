"""The pictures of tricks as SVG files that stand alone, with their looks for white paper."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import jinja2

from scripts.guide import Picture, Voice
from scripts.pictures import LINE, Drawing, draw
from scripts.templating import html_templates

TEMPLATES = Path(__file__).parent / "templates"


def svg_of(drawing: Drawing, families: Sequence[str], told: str = "") -> str:
    """Return a drawing as SVG; `families` are the fonts for its words, the first that has a letter wins.

    `told` is what it shows, in words, where it says so itself.
    """
    return (
        _templates()
        .get_template("picture.svg.j2")
        .render(drawing=drawing, families=families, told=told, line_height=LINE)
    )


def told_of(picture: Picture, drawing: Drawing, voice: Voice) -> str:
    """Return what a picture shows, in words, for who cannot see it."""
    return " ".join([f"{voice.words(picture.title)}.", *drawing.told])


def drawing_of(picture: Picture | None, voice: Voice) -> Drawing | None:
    """Return the drawing of a trick's picture, None where it has none."""
    return draw(picture, voice) if picture else None


@cache
def _templates() -> jinja2.Environment:
    return html_templates(TEMPLATES)
