"""The pictures of tricks as the handbook shows and tells them."""

from pathlib import Path

from scripts.guide import Picture, Voice
from scripts.pictures import Drawing, draw

TEMPLATES = Path(__file__).parent / "templates"


def told_of(picture: Picture, drawing: Drawing, voice: Voice) -> str:
    """Return what a picture shows, in words, for who cannot see it."""
    return " ".join([f"{voice.words(picture.title)}.", *drawing.told])


def drawing_of(picture: Picture | None, voice: Voice) -> Drawing | None:
    """Return the drawing of a trick's picture, None where it has none."""
    return draw(picture, voice) if picture else None
