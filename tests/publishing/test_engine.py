"""The engine's own words reach whoever builds, whatever it stumbles over."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.guide import Guide, Voice
from scripts.options import load_checked
from scripts.publishing.engine import EngineFailed, PageFrame, PagesAtHand, run_engine, write_config
from scripts.publishing.hashed_assets import write_assets

# Each begins mkdocs.
pytestmark = pytest.mark.thorough

ADDRESS = "https://example.org/guide/"
_SHOWN = {
    "title": "Uno",
    "description": "",
    "kind": "page",
    "source": "",
    "image": {"path": "share/guide.png", "width": 1, "height": 1, "alt": ""},
    "linked_data": "",
    "hide": ["navigation"],
}


@pytest.fixture
def tiny(tiny_folder: Path) -> Guide:
    return load_checked(tiny_folder)


def _made(guide: Guide, folder: Path, body: str, **shown: str) -> dict[str, str]:
    """Let the engine make a page of `body`, the first and only one; return what it hands over."""
    frame = PageFrame(write_assets(folder / "site"))
    config = write_config(Voice(guide, "es"), folder, folder / "site", ADDRESS, frame)
    page = f"---\n{json.dumps(_SHOWN | shown)}\n---\n\n{body}\n"
    made: dict[str, str] = {}
    run_engine(config, PagesAtHand({"index.md": page}, made.__setitem__))
    return made


def test_a_page_is_made_and_nothing_is_said(
    tiny: Guide, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = _made(tiny, tmp_path, "<p>Palabras.</p>")
    assert made == {"index.html": (tmp_path / "site/es/index.html").read_text("utf-8")}
    assert "Palabras." in made["index.html"]
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def quiet() -> Iterator[None]:
    """Leave mkdocs' log as a preview in the same process does."""
    log = logging.getLogger("mkdocs")
    before = log.level
    log.setLevel(logging.ERROR)
    yield
    log.setLevel(before)


@pytest.mark.usefixtures("quiet")
def test_a_link_that_leads_nowhere_is_named(tiny: Guide, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=r"dos\.md"):
        _made(tiny, tmp_path, "## [dos](dos.md)")


def test_what_breaks_a_template_is_named(tiny: Guide, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=r"TemplateNotFound.*missing\.html"):
        _made(tiny, tmp_path, "", template="missing.html")
