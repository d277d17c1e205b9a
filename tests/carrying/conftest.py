"""What is carried is made of the sample's site."""

from pathlib import Path

import pytest

from scripts.carrying import carried
from tests.sample_fixtures import site

__all__ = ["site"]


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The carried sample, unpacked where a path has letters that an address writes otherwise."""
    place = tmp_path_factory.mktemp("carried") / "für 100 % #1"
    for name, data in carried(site).items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return place
