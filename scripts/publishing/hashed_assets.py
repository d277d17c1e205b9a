"""The site's fonts, scripts and styles, each named after its content: a host may cache them for ever.

What stands at the top of the folder of assets is what pages ask for, joined with all that it imports;
the folders below hold the parts, one folder a feature. All languages share the files.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from scripts.places import ASSETS
from scripts.publishing.joined_assets import joined_script, joined_sheet

Addresses = Mapping[str, str]
"""From an asset's path below the folder of assets to its address below the site's root."""

FOLDER = "assets"
"""Below the site's root: everything in it bears its content's hash in its name."""

FAVICON = "images/favicon.svg"
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
