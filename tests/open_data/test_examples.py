"""The examples on the page of data do what they say, as they stand there."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.guide import Guide
from tests.built_site import ADDRESS, page_at
from tests.conftest import serving

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """The address of the built sample."""
    with serving(site) as address:
        yield address


def _example(site: Path, name: str, server: str) -> str:
    code = page_at(site, "en", "data").css_first(f'[data-example="{name}"]')
    assert code is not None
    assert ADDRESS in code.text()
    return code.text().replace(ADDRESS, server)


def _run(*command: str) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout.splitlines()


def test_in_a_terminal(site: Path, server: str, guide: Guide) -> None:
    if not (shutil.which("curl") and shutil.which("jq")):
        pytest.skip("no curl or no jq on this machine")
    said = _run("sh", "-c", _example(site, "shell", server))
    assert said == [
        f"{trick.name.root['en']}: {ADDRESS}en/tricks/{trick.slug}/" for trick in guide.tricks.values()
    ]


def test_in_python(site: Path, server: str, guide: Guide) -> None:
    # The sample says that it is published elsewhere: what it leads to is here.
    code = _example(site, "python", server).replace(
        'act["data"]', f'act["data"].replace({ADDRESS!r}, {server!r})'
    )
    acts = list(guide.countermeasures.values())[:3]
    assert _run(sys.executable, "-c", code) == [
        f"{act.check.root['en']} {len(guide.tricks_by_countermeasure[act.slug])}" for act in acts
    ]


def test_in_javascript(site: Path, server: str, guide: Guide, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{server}api/v1/index.json")
    page.evaluate(f"async () => {{ {_example(site, 'javascript', server)} }}")
    context.close()
    assert said == [
        f"meeting/{slug} " + " / ".join(meeting.name.root.values())
        for slug, meeting in guide.meetings.items()
    ]
