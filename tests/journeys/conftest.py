"""Journeys go through a sample of the guide: its size does not change what a reader does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import hosted, serving
from tests.hosting import Host
from tests.sample_fixtures import site

__all__ = ["host", "server", "site"]


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built sample."""
    with serving(site) as address:
        yield address


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The built sample, published; it can be stopped and started again, and must not be changed."""
    with hosted(site, tmp_path) as hosting:
        yield hosting


@pytest.fixture(scope="session")
def _plain_tab(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(_plain_tab: Page) -> Page:
    """A tab that runs no script, and so keeps nothing: one for all tests, as large as at first."""
    _plain_tab.set_viewport_size({"width": 1280, "height": 720})
    _plain_tab.emulate_media(media="null", color_scheme="light")
    return _plain_tab
