"""What stands in until the site's letters are here keeps their lines: nothing moves when they come."""

import re
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont

from scripts.places import ASSETS

_FACE = re.compile(r"@font-face \{(?P<body>[^}]+)\}")
_PERCENT = re.compile(r"(?P<name>[a-z-]+): (?P<value>[\d.]+)%;")
_FILES = {
    "Before Atkinson": "atkinson-hyperlegible-next-latin-wght-normal",
    "Before Literata": "literata-latin-wght-normal",
}


def _stand_ins() -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each stand-in's family with its measures, in hundredths of the letters' size."""
    text = (ASSETS / "shell/stand_in_letters.css").read_text("utf-8")
    for face in _FACE.finditer(text):
        family = next(name for name in _FILES if f'"{name}' in face["body"])
        yield family, {each["name"]: float(each["value"]) for each in _PERCENT.finditer(face["body"])}


def test_lines_are_as_high_and_as_deep_as_in_the_letters_that_come() -> None:
    faces = list(_stand_ins())
    assert {family for family, _ in faces} == set(_FILES)
    for family, measures in faces:
        font = TTFont(ASSETS / "fonts" / f"{_FILES[family]}.woff2")
        unit = font["head"].unitsPerEm / 100
        size = measures["size-adjust"] / 100
        lines = (measures["ascent-override"] * size, measures["descent-override"] * size)
        wanted = (font["hhea"].ascent / unit, -font["hhea"].descent / unit)
        assert lines == pytest.approx(wanted, abs=0.2), (family, measures)
        assert measures["line-gap-override"] == font["hhea"].lineGap == 0


def test_each_stand_in_is_asked_for_and_none_is_missing() -> None:
    defined = set(
        re.findall(r'font-family: "([^"]+)"', (ASSETS / "shell/stand_in_letters.css").read_text("utf-8"))
    )
    asked = set(re.findall(r'"(Before [^"]+)"', (ASSETS / "shell/shell.css").read_text("utf-8")))
    assert asked == defined
