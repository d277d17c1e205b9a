"""The handbooks on the site: linked only where a release has put them, by the names that they are given."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.derived.paper_names import CARRIED
from scripts.guide.voice import Voice
from scripts.options import load_checked
from scripts.pages import render_locale
from tests.made_guide import ADDRESS, FILES, small_guide, write

SHELF = "https://shelf.example/latest/"


def _links(folder: Path, site: dict[str, object]) -> set[str]:
    """Return the files on `SHELF` that the home page or the list of tricks links."""
    write(folder / "content/site.yml", json.dumps(site))
    pages = {
        page.path: str(page.markdown) for page in render_locale(Voice(load_checked(folder), "es"), ADDRESS)
    }
    linked = [set(re.findall(rf'href="{SHELF}([^"]+)"', pages[path])) for path in ("", "tricks/")]
    assert linked[0] == linked[1]
    return linked[0]


@pytest.mark.thorough
def test_pages_link_the_books_that_the_command_makes_where_they_are_said_to_be(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    site = FILES["content/site.yml"]
    assert isinstance(site, dict)
    assert _links(folder, site) == set()
    linked = _links(folder, {**site, "handbooks": SHELF})
    arguments = ["book", "--root", str(folder), "--out", str(tmp_path / "books"), "--locale", "es"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert {file.name for file in (tmp_path / "books").iterdir()} == linked - {CARRIED}
    assert len(linked) == len(done.stdout.splitlines()) + 1 == 4


def test_a_language_that_the_guide_has_not_is_wrong_usage(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    arguments = ["book", "--root", str(folder), "--out", str(tmp_path / "books"), "--locale", "xx"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "xx: es, en" in done.stderr
