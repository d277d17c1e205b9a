"""The site as a whole, from `content/site.yml`: its address, its languages, its mark and its colour."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from scripts.guide.part import LONGEST_SLUG, MOST_ITEMS, SLUG, Part, told_apart
from scripts.problems import Faulty, fault
from scripts.texts import LocaleCode, site_address, web_address

Mode = Literal["light", "dark"]

LEAST_CONTRAST = 4.5
"""Of text and what it stands on (W3C, WCAG 2.2, success criterion 1.4.3, level AA)."""
GROUNDS = {
    "light": ("#ffffff", "#f5f7f6", "#fdf3ec", "#edf6ef"),
    "dark": ("#12191b", "#192224", "#2a1d17", "#16281c"),
}
"""What links stand on, as in the style sheet: the page, which comes first, its fields, warnings, praise."""
_WASH = 0.08
"""The share of the colour in the ground of what is chosen or pointed out."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
LogoFile = Annotated[str, Field(pattern=rf"{SLUG[:-1]}\.(svg|png)$", max_length=LONGEST_SLUG)]


class Brand(Part):
    """The colour of links, buttons and headings, on a light page and on a dark one."""

    light: Colour
    dark: Colour

    @field_validator("light", "dark")
    @classmethod
    def _can_be_read(cls, colour: str, field: ValidationInfo) -> str:
        mode: Mode = "light" if field.field_name == "light" else "dark"
        for ground in (*GROUNDS[mode], wash(colour, mode)):
            found = contrast(colour, ground)
            if found < LEAST_CONTRAST:
                # Rounded down: 4.49 is not enough and must not look so.
                said = int(found * 100) / 100
                raise Faulty(
                    fault("low-contrast", given=colour, ground=ground, found=said, least=LEAST_CONTRAST)
                )
        return colour


class Site(Part):
    """The site as a whole."""

    url: Annotated[str, AfterValidator(site_address)]
    repository: Annotated[str, AfterValidator(web_address)] | None = None
    origin: Annotated[str, AfterValidator(web_address)] | None = None
    handbooks: Annotated[str, AfterValidator(site_address)] | None = None
    logo: LogoFile | None = Field(default=None, description="The mark beside the name: a file in content/.")
    brand: Brand | None = None
    default_locale: LocaleCode
    locales: Annotated[
        list[LocaleCode], Field(min_length=1, max_length=MOST_ITEMS), AfterValidator(told_apart)
    ]

    @field_validator("locales")
    @classmethod
    def _hold_the_default(cls, locales: list[str], other: ValidationInfo) -> list[str]:
        default = other.data.get("default_locale")
        if default is not None and default not in locales:
            raise Faulty(fault("default-not-listed", locale=default, locales=", ".join(locales)))
        return locales


def wash(colour: str, mode: Mode) -> str:
    """Return the pale ground that goes with a colour."""
    return mixed(colour, GROUNDS[mode][0], _WASH)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour of which `share` is the first and the rest the other."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2, definition)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shares(colour: str) -> list[float]:
    return [channel / 255 for channel in _channels(colour)]


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
