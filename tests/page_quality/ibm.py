"""IBM's accessibility checker, its engine run in our own Chromium: nothing is fetched from its makers.

The package `accessibility-checker` would download its rules at every run; the engine holds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.started_pages import wait_for_scripts

_CHECK = """async () => {
    const {results} = await new window.ace.Checker().check(document, ["IBM_Accessibility"]);
    return results.filter(({value}) => value[1] !== "PASS").map(({ruleId, reasonId, value, path, snippet,
        message}) => ({rule: ruleId, level: value.join(" "), place: path.dom, snippet, message}));
}"""


@dataclass(frozen=True)
class Finding:
    """What a checker says of one place of one page.

    `level` is the checker's own: `VIOLATION FAIL` is what it is sure of, `VIOLATION POTENTIAL` what somebody
    has to look at, `RECOMMENDATION …` what no standard asks for.
    """

    page: str
    rule: str
    level: str
    place: str
    message: str


def findings(browser: Browser, address: str, pages: Sequence[str], modules: Path) -> list[Finding]:
    """Return all that IBM's rules say of `pages` below `address`, in the light theme on a desk."""
    engine = modules / "accessibility-checker-engine" / "ace.js"
    # The engine is a script of no page's own: the pages' policy rightly refuses it.
    context = browser.new_context(base_url=address, bypass_csp=True, service_workers="block")
    found: list[Finding] = []
    page = context.new_page()
    for path in pages:
        page.goto(path)
        wait_for_scripts(page)
        page.add_script_tag(path=engine)
        found += [
            Finding(path, each["rule"], each["level"], each["place"], f"{each['message']} {each['snippet']}")
            for each in page.evaluate(_CHECK)
        ]
    context.close()
    return found
