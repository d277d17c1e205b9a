"""Lighthouse: its four marks and the paint that readers wait for, on a phone as it imagines one."""

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.chromium import FLAGS, find_chromium
from tests.page_quality.checkers import CheckerFailed, needed, run

_Report = Mapping[str, Any]
"""A report as Lighthouse writes it: JSON of its own."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Marks:
    """Medians over all runs of one page.

    `categories` holds marks of 0 to 100; `paint` is the largest contentful paint in seconds, `blocked` the
    total blocking time in milliseconds; `wanting` names each counted audit that some run did not
    pass, with its own figure. `machine` is how fast Lighthouse found the machine: it slows every one down to
    the same fraction, so that only figures of machines alike compare (its docs/throttling.md).
    """

    page: str
    categories: Mapping[str, int]
    paint: float
    blocked: float
    machine: float
    wanting: Sequence[str]


def marks(address: str, page: str, modules: Path, runs: int) -> Marks:
    """Return what Lighthouse says of a page below `address`, as on a phone. Raises CheckerFailed."""
    reports = [_report(address + page, modules) for _ in range(runs)]
    wanting = {
        f"{name}: {audit.get('displayValue') or audit['title']}"
        for report in reports
        for name, audit in _asked(report).items()
        if audit["score"] is not None and audit["score"] < 0.9
    }
    return Marks(
        page,
        {
            name: round(100 * statistics.median(report["categories"][name]["score"] for report in reports))
            for name in CATEGORIES
        },
        statistics.median(_figure(report, "largest-contentful-paint") for report in reports) / 1000,
        statistics.median(_figure(report, "total-blocking-time") for report in reports),
        statistics.median(float(report["environment"]["benchmarkIndex"]) for report in reports),
        sorted(wanting),
    )


def _asked(report: _Report) -> Mapping[str, Mapping[str, Any]]:
    """Return the audits that count towards a mark."""
    counted = {
        reference["id"]
        for category in report["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    return {name: audit for name, audit in report["audits"].items() if name in counted}


def _figure(report: _Report, name: str) -> float:
    return float(report["audits"][name]["numericValue"])


def _report(address: str, modules: Path) -> _Report:
    chromium = find_chromium()
    if chromium is None:
        raise CheckerFailed("no Chromium on this machine (Debian: apt install chromium)")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        command = (needed("node", "nodejs"), modules / "lighthouse" / "cli" / "index.js", address)
        flags = " ".join((*FLAGS, "--ignore-certificate-errors"))
        options = ("--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={file}")
        run(*command, *options, f"--chrome-flags={flags}", environment={"CHROME_PATH": chromium})
        report: _Report = json.loads(file.read_text(encoding="utf-8"))
    return report
