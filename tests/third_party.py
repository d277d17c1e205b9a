"""What others made: THIRD-PARTY.md, and the bill of materials in CycloneDX.

`python -m tests.third_party` writes THIRD-PARTY.md anew after a change of requirements.txt or shipped.yml;
`python -m tests.third_party sbom FILE` writes the bill. Both read what is installed in this environment.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic import BaseModel, ConfigDict

from scripts.places import REPOSITORY

DOCUMENT = REPOSITORY / "THIRD-PARTY.md"
_LIST = REPOSITORY / "scripts" / "publishing" / "shipped.yml"
_LOCK = REPOSITORY / "requirements.txt"
_PINNED = re.compile(r"^([\w.\[\]-]+==[^\\\n]+?)\s*\\?$", re.MULTILINE)

SPDX: Mapping[str, str] = MappingProxyType(
    {
        "3-Clause BSD License": "BSD-3-Clause",
        "Apache Software License": "Apache-2.0",
        "BSD License": "BSD",
        "MIT License": "MIT",
        "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
        "Artistic License; GNU General Public License (GPL); "
        "GNU General Public License v2 or later (GPLv2+)": "Artistic-1.0 OR GPL-2.0-or-later",
    }
)
"""What packages say of old, in the names of the SPDX list; what they say by it stands as it is."""

COMPATIBLE = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "Artistic-1.0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "LicenseRef-GUST-Font-License",
        "MIT",
        "MIT-CMU",
        "MPL-2.0",
        "OFL-1.1",
        "PSF-2.0",
        "Zlib",
    }
)
"""Licences that let a program under MIT and texts under CC BY-SA be handed on with these parts."""

COMPATIBLE_IF_ONLY_CALLED = COMPATIBLE | {"LGPL-3.0-only"}
"""For packages that the build calls, unchanged, and no reader receives."""


class Shipped(BaseModel):
    """One part of others' making that readers receive."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    version: str
    licence: str
    source: str
    use: dict[str, str]
    package: str | None = None
    files: str | None = None
    text: str | None = None


def shipped() -> list[Shipped]:
    """Return what readers receive, as shipped.yml lists it, each with its version."""
    listed = [Shipped.model_validate(each) for each in yaml.safe_load(_LIST.read_text(encoding="utf-8"))]
    return [
        each.model_copy(update={"version": version(each.package)}) if each.package else each
        for each in listed
    ]


@lru_cache(maxsize=1)
def build_packages() -> Mapping[str, str]:
    """Return the licence of each package of requirements.txt that this environment has."""
    locked = [Requirement(found) for found in _PINNED.findall(_LOCK.read_text(encoding="utf-8"))]
    wanted = sorted({canonicalize_name(each.name) for each in locked if _applies(each)})
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--with-system"]
    done = subprocess.run([*command, "--packages", *wanted], capture_output=True, text=True, check=True)
    return {
        canonicalize_name(each["Name"]): SPDX.get(each["License"], each["License"])
        for each in sorted(json.loads(done.stdout), key=lambda each: canonicalize_name(each["Name"]))
    }


def _applies(requirement: Requirement) -> bool:
    try:
        version(requirement.name)
    except PackageNotFoundError:
        return False
    return requirement.marker is None or requirement.marker.evaluate()


def is_compatible(licence: str, allowed: Set[str]) -> bool:
    """Whether every part of an SPDX expression, or one of its alternatives, is in `allowed`."""
    return all(
        any(name.strip() in allowed for name in part.strip(" ()").split(" OR "))
        for part in licence.split(" AND ")
    )


def document() -> str:
    """Return the text of THIRD-PARTY.md."""
    return "\n".join(
        [
            "# What others made / Lo que hicieron otros",
            "",
            "Made by `make licences`; a test holds it to what is installed. "
            "Hecho por `make licences`; una prueba lo compara con lo instalado.",
            "",
            "## Readers receive / Lo que llega a quien lee",
            "",
            *_table(
                ("what / qué", "licence / licencia", "for / para"),
                [
                    (f"[{each.name}]({each.source})", each.licence, " / ".join(each.use.values()))
                    for each in shipped()
                ],
            ),
            "",
            "## Only builds the site / Solo construye el sitio",
            "",
            *_table(("package / paquete", "licence / licencia"), list(build_packages().items())),
            "",
        ]
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def bill_of_materials() -> str:
    """Return the CycloneDX bill: the locked packages, then what readers receive beside them."""
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        str(_LOCK),
        "--pyproject",
        str(REPOSITORY / "pyproject.toml"),
    ]
    done = subprocess.run(
        [*command, "--output-reproducible", "--spec-version", "1.6", "--no-validate"],
        capture_output=True,
        text=True,
        check=True,
    )
    bill = json.loads(done.stdout)
    for component in bill["components"]:
        licence = build_packages().get(canonicalize_name(component["name"]))
        if licence:
            component["licenses"] = [_stated(licence)]
    bill["components"] += [
        {
            "bom-ref": f"shipped-{number}",
            "type": "library",
            "name": each.name,
            "version": each.version,
            "licenses": [_stated(each.licence)],
            "externalReferences": [{"type": "vcs", "url": each.source}],
        }
        for number, each in enumerate(shipped(), start=1)
    ]
    return json.dumps(bill, indent=2, sort_keys=True) + "\n"


def _stated(licence: str) -> Mapping[str, object]:
    """Return a licence as CycloneDX has it: "BSD" says too little to be an SPDX expression."""
    return {"license": {"name": licence}} if licence == "BSD" else {"expression": licence}


if __name__ == "__main__":
    if sys.argv[1:2] == ["sbom"]:
        target = Path(sys.argv[2])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(bill_of_materials(), encoding="utf-8")
    else:
        DOCUMENT.write_text(document(), encoding="utf-8")
