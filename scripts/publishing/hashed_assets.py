"""The site's fonts, scripts and styles, each named after its content: a host may cache them for ever.

What stands at the top of the folder of assets is what pages ask for, joined with all that it imports;
the folders below hold the parts, one folder a feature. All languages share the files.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from scripts.guide import Brand, Guide, mixed, wash
from scripts.places import ASSETS
from scripts.publishing.joined_assets import joined_script, joined_sheet

Addresses = Mapping[str, str]
"""From an asset's path below the folder of assets to its address below the site's root."""

FOLDER = "assets"
"""Below the site's root: everything in it bears its content's hash in its name."""

FAVICON = "images/favicon.svg"
OWN_LOGO, OWN_STYLE = "own/logo", "own/brand.css"
_STRONG = 0.7
"""The share of the colour in what is pointed at; the rest is black, or white on a dark page."""
_HASH_LETTERS = 10
_AS_THEY_ARE = ("fonts/*", "vendor/*", "*/*.svg")


def write_assets(site: Path) -> Addresses:
    """Write every asset below `site`; return the address of each, relative to the site's root.

    The same sources give the same names and bytes. Raises NotJoined for a script that cannot be joined.
    """
    addresses: dict[str, str] = {}
    for pattern in _AS_THEY_ARE:
        for file in sorted(ASSETS.glob(pattern)):
            path = file.relative_to(ASSETS).as_posix()
            addresses[path] = _write(site, path, file.read_bytes())

    def named(path: str) -> str:
        return f"./{addresses[path].removeprefix(f'{FOLDER}/')}"

    for file in sorted(ASSETS.glob("*.*")):
        join = joined_script if file.suffix == ".js" else joined_sheet
        addresses[file.name] = _write(site, file.name, join(ASSETS, file.name, named).encode())
    # Browsers, feeds and installed sites ask for the mark by its plain name.
    (site / "favicon.svg").write_bytes((ASSETS / FAVICON).read_bytes())
    return {**addresses, FAVICON: "favicon.svg"}


def write_own_looks(guide: Guide, site: Path) -> Addresses:
    """Write the logo and the colour that the guide's settings name below `site`; return their addresses."""
    made: dict[str, bytes] = {}
    if guide.logo:
        made[OWN_LOGO + Path(guide.logo.name).suffix] = guide.logo.data
    if guide.site.brand:
        made[OWN_STYLE] = _style_of(guide.site.brand).encode()
    return {
        path.removesuffix(".svg").removesuffix(".png"): _write(site, path, data)
        for path, data in made.items()
    }


def _style_of(brand: Brand) -> str:
    """Return the style sheet of a colour, for screens alone: paper has colours of its own."""
    light, dark = brand.light, brand.dark
    ink = {"light": "#000000", "dark": "#ffffff"}
    values = {
        "brand": (light, dark),
        "brand-strong": (mixed(light, ink["light"], _STRONG), mixed(dark, ink["dark"], _STRONG)),
        "brand-wash": (wash(light, "light"), wash(dark, "dark")),
    }
    lines = "".join(f"--{name}:light-dark({one},{other});" for name, (one, other) in values.items())
    return f"@media screen{{:root{{{lines}}}}}\n"


def sources_as_assets(locale: str) -> Addresses:
    """Return addresses at which a preview of one locale gives out each source as it stands."""
    files = (file.relative_to(ASSETS).as_posix() for file in sorted(ASSETS.rglob("*")) if file.is_file())
    return {path: f"{locale}/{FOLDER}/{path}" for path in files}


def _write(site: Path, path: str, data: bytes) -> str:
    stem, dot, ending = path.rpartition(".")
    name = f"{FOLDER}/{stem}.{hashlib.sha256(data).hexdigest()[:_HASH_LETTERS]}{dot}{ending}"
    target = site / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return name
