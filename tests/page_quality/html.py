"""The Nu HTML checker (vnu) over a folder of pages."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.page_quality.checkers import needed, run
from tests.page_quality.ibm import Finding

_OF_FILES = "Resource violates Content Security Policy"
"""Said since a file on disk has no origin that could be the page's own: said of no page that is served."""


def findings(site: Path, modules: Path) -> Sequence[Finding]:
    """Return what the checker says of every page below `site`. Raises CheckerFailed."""
    jar = modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html")
    said = json.loads(run(needed("java", "default-jre-headless"), "-jar", jar, *options, site))
    return [
        Finding(
            each["url"].removeprefix(f"file:{site}/"),
            each.get("subType", each["type"]),
            each["type"],
            f"line {each.get('lastLine', 0)}",
            each["message"],
        )
        for each in said["messages"]
        if not each["message"].startswith(_OF_FILES)
    ]
