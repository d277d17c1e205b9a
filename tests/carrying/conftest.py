"""What is carried is made of the sample's site."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.carrying import carried_zip
from tests.sample_fixtures import site

__all__ = ["site"]


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The carried sample, unpacked where a path has letters that an address writes otherwise."""
    place = tmp_path_factory.mktemp("carried") / "für 100 % #1"
    with ZipFile(io.BytesIO(carried_zip(site))) as archive:
        assert archive.testzip() is None
        archive.extractall(place)
    return place / "guide"
