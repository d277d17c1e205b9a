"""Journeys go through a sample of the guide: its size does not change what a reader does."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.built_site import sample_site
from tests.conftest import serving
from tests.hosting import Host


@pytest.fixture(scope="session")
def site() -> Path:
    """The built sample, which tests may read and must not change."""
    return sample_site()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built sample."""
    with serving(site) as address:
        yield address


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The built sample, published; it can be stopped and started again, and must not be changed."""
    (tmp_path / "guide").symlink_to(site)
    hosting = Host(tmp_path / "guide")
    yield hosting
    with suppress(OSError):
        hosting.stop()
