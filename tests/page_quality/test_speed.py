"""What becomes of Lighthouse's reports, told by a program that writes made-up ones in its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import find_chromium
from tests.page_quality import __main__ as command
from tests.page_quality.checkers import CheckerFailed
from tests.page_quality.speed import CATEGORIES, marks
from tests.programs import find_program
from tests.real_guide import real_guide

pytestmark = [
    pytest.mark.skipif(
        find_program("node") is None or find_chromium() is None, reason="needs Node and a Chromium"
    ),
    # Node begins a dozen times.
    pytest.mark.thorough,
]

_IN_ITS_PLACE = """
const fs = require("fs"), path = require("path");
const reports = JSON.parse(fs.readFileSync(path.join(__dirname, "reports.json")));
const asked = path.join(__dirname, "asked.txt");
fs.appendFileSync(asked, process.argv[2] + "\\n");
const runs = fs.readFileSync(asked, "utf8").trim().split("\\n").length;
const file = process.argv.find((each) => each.startsWith("--output-path=")).split("=")[1];
fs.writeFileSync(file, JSON.stringify(reports[(runs - 1) % reports.length]));
"""


def _report(speed: float, paint: int, blocked: int, **audits: dict[str, Any]) -> dict[str, Any]:
    """Return what is read of a report; each of `audits` counts, unless it says so itself."""
    named = {name.replace("_", "-"): audit for name, audit in audits.items()}
    counted = [{"id": name, "weight": audit.get("weight", 1)} for name, audit in named.items()]
    figures = {"largest-contentful-paint": paint, "total-blocking-time": blocked}
    return {
        "environment": {"benchmarkIndex": 4 * paint},
        "categories": {
            name: {"score": speed if name == "performance" else 1, "auditRefs": counted}
            for name in CATEGORIES
        },
        "audits": {
            **{name: {"score": 1, "title": name, "numericValue": value} for name, value in figures.items()},
            **named,
        },
    }


def _lighthouse(folder: Path, *reports: dict[str, Any]) -> Path:
    """Put the program that gives out `reports` in turn where Lighthouse would stand; return its modules."""
    place = folder / "modules" / "lighthouse" / "cli"
    place.mkdir(parents=True)
    (place / "reports.json").write_text(json.dumps(reports), encoding="utf-8")
    (place / "index.js").write_text(_IN_ITS_PLACE, encoding="utf-8")
    return folder / "modules"


def test_figures_are_medians_of_all_runs(tmp_path: Path) -> None:
    modules = _lighthouse(tmp_path, _report(0.5, 3000, 900), _report(0.97, 1000, 120), _report(0.9, 1200, 80))
    found = marks("http://here.example/", "en/", modules, 3)
    assert found.page == "en/"
    assert found.categories == {"performance": 90, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert (found.paint, found.blocked, found.machine) == (1.2, 120, 4800)
    asked = (modules / "lighthouse/cli/asked.txt").read_text("utf-8").split()
    assert asked == ["http://here.example/en/"] * 3


def test_what_some_run_lacks_is_named_once_with_its_own_figure(tmp_path: Path) -> None:
    slow = {"score": 0.4, "title": "Slow", "displayValue": "3.1 s"}
    modules = _lighthouse(
        tmp_path,
        _report(1, 1000, 0, some_slow=slow, without_figure={"score": 0, "title": "No contrast"}),
        _report(1, 1000, 0, some_slow=slow, good_enough={"score": 0.9, "title": "Fine"}),
        _report(1, 1000, 0, not_asked={"score": None, "title": "Not for this page"}),
        _report(1, 1000, 0, of_no_weight={"score": 0, "title": "Counts for nothing", "weight": 0}),
    )
    assert marks("", "en/", modules, 4).wanting == ["some-slow: 3.1 s", "without-figure: No contrast"]


@pytest.mark.parametrize(("speed", "full"), [(1, True), (0.996, True), (0.99, False)])
def test_every_mark_has_to_be_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], speed: float, *, full: bool
) -> None:
    """Marks are whole numbers, as Lighthouse shows them."""
    modules = _lighthouse(tmp_path, _report(speed, 1040, 150, slow={"score": 0.1, "title": "Slow"}))
    assert command.lighthouse(real_guide(), "", modules, 1) is full
    first, *_ = [line for line in capsys.readouterr().out.splitlines() if line.startswith("es/ ")]
    assert first.split()[-3:] == ["1.04", "150", "4160"]


def test_a_lighthouse_that_breaks_says_why(tmp_path: Path) -> None:
    modules = _lighthouse(tmp_path)
    (modules / "lighthouse/cli/index.js").write_text("throw new Error('no page there');", encoding="utf-8")
    with pytest.raises(CheckerFailed, match="no page there"):
        marks("", "en/", modules, 1)
