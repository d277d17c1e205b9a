"""What becomes of the findings of the two checkers of HTML, on a site of one made-up page."""

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import serving
from tests.page_quality import html, ibm
from tests.page_quality.__main__ import tell
from tests.page_quality.checkers import CheckerFailed
from tests.page_quality.ibm import Finding
from tests.page_quality.judged import POSSIBLE_BUT_FALSE, SURE_BUT_FALSE

_SURE = "VIOLATION FAIL"
_PAGE = '<!doctype html><html lang="en"><title>One</title><p id="only">A page.</p></html>'
_ENGINE = """window.ace = {Checker: class {
    async check(document, [wanted]) {
        const found = (rule, ...value) => ({ruleId: rule, reasonId: "x", value, path: {dom: "/html/body/p"},
            snippet: `<p id="${document.querySelector("p").id}">`, message: `${wanted} says`});
        return {results: [found("broken", "VIOLATION", "FAIL"), found("fine", "VIOLATION", "PASS")]};
    }
}};"""


def _program(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program before all of that name on this machine."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_messages_on_html_bear_the_page_and_their_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    address = f"file:{site}/en/index.html"
    said = [
        {"url": address, "type": "error", "lastLine": 7, "message": "Stray end tag."},
        {"url": address, "type": "info", "subType": "warning", "message": "Consider a heading."},
        {"url": address, "type": "error", "message": "Resource violates Content Security Policy: a.css"},
    ]
    (tmp_path / "said.json").write_text(json.dumps({"messages": said}), encoding="utf-8")
    _program(tmp_path / "bin", "java", f"cat {tmp_path}/said.json", monkeypatch)
    assert html.findings(site, tmp_path) == [
        Finding("en/index.html", "error", "error", "line 7", "Stray end tag."),
        Finding("en/index.html", "warning", "info", "line 0", "Consider a heading."),
    ]


def test_a_checker_that_breaks_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path / "bin", "java", "echo 'no such jar' >&2; exit 3", monkeypatch)
    with pytest.raises(CheckerFailed, match="no such jar"):
        html.findings(tmp_path, tmp_path)


def test_the_engine_s_findings_bear_page_place_and_level(browser: Browser, tmp_path: Path) -> None:
    site, engine = tmp_path / "site", tmp_path / "accessibility-checker-engine"
    site.mkdir()
    engine.mkdir()
    (site / "one.html").write_text(_PAGE, encoding="utf-8")
    (engine / "ace.js").write_text(_ENGINE, encoding="utf-8")
    with serving(site) as address:
        found = ibm.findings(browser, address, ["one.html"], tmp_path)
    message = 'IBM_Accessibility says <p id="only">'
    assert found == [Finding("one.html", "broken", _SURE, "/html/body/p", message)]


@pytest.mark.parametrize(
    ("rules", "level", "content"),
    [
        ([], _SURE, True),
        (["some_rule"], _SURE, False),
        ([next(iter(SURE_BUT_FALSE))], _SURE, True),
        ([next(iter(SURE_BUT_FALSE)), "some_rule"], _SURE, False),
        ([next(iter(POSSIBLE_BUT_FALSE))], _SURE, False),
        (["some_rule"], "VIOLATION POTENTIAL", True),
    ],
)
def test_one_sure_finding_that_nobody_judged_is_enough(
    rules: list[str], level: str, *, content: bool
) -> None:
    found = [Finding("en/", rule, level, "/html", "words") for rule in rules]
    assert tell("ibm", found, _SURE) is content


def test_each_rule_is_told_once_with_its_count_and_first_place(capsys: pytest.CaptureFixture[str]) -> None:
    judged = next(iter(SURE_BUT_FALSE))
    tell(
        "ibm",
        [
            Finding("en/first/", "some_rule", _SURE, "/html", "what is wrong"),
            Finding("en/second/", "some_rule", _SURE, "/html", "the same again"),
            Finding("en/first/", judged, _SURE, "/html", "what is not"),
        ],
        _SURE,
    )
    lines = {line.split()[3]: line for line in capsys.readouterr().out.splitlines()[:-1]}
    assert set(lines) == {"some_rule", judged}
    assert "    2  en/first/: what is wrong" in lines["some_rule"]
    assert f"    1  judged false: {SURE_BUT_FALSE[judged]}"[:120] in lines[judged]
