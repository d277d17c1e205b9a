"""The lessons on the site: linked only where a release has put them, by the names that they are given."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.guide import Voice
from scripts.options import load_checked
from scripts.pages import all_pages, page_environment, render_page
from tests.made_guide import ADDRESS, FILES, small_guide, write

SHELF = "https://shelf.example/latest/"


def _linked(folder: Path, site: dict[str, object]) -> set[str]:
    """Return the files on `SHELF` that the page of the phase links."""
    write(folder / "content/site.yml", json.dumps(site))
    voice = Voice(load_checked(folder), "es")
    page = next(page for page in all_pages(voice) if page.path == "phases/buying/")
    return set(re.findall(rf'href="{SHELF}([^"]+)"', render_page(page_environment(voice, ADDRESS), page)))


@pytest.mark.thorough
def test_the_page_of_a_phase_links_what_the_command_makes_of_it(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    site = FILES["content/site.yml"]
    assert isinstance(site, dict)
    assert _linked(folder, site) == set()
    linked = _linked(folder, {**site, "handbooks": SHELF})
    arguments = ["lesson", "--root", str(folder), "--out", str(tmp_path / "out"), "--locale", "es"]
    done = CliRunner().invoke(main, [*arguments, "--phase", "buying"])
    assert done.exit_code == 0, done.output
    assert {file.name for file in (tmp_path / "out").iterdir()} == linked
    assert len(linked) == len(done.stdout.splitlines()) == 5


@pytest.mark.parametrize("option", ["--phase", "--locale"])
def test_a_phase_or_a_language_that_the_guide_has_not_is_wrong_usage(tmp_path: Path, option: str) -> None:
    folder = small_guide(tmp_path / "guide")
    arguments = ["lesson", "--root", str(folder), "--out", str(tmp_path / "out"), option, "xx"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "xx: " in done.stderr
