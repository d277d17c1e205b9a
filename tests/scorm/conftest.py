"""Packages are tried on a sample of the guide, and with programs from npm that are not ours."""

from pathlib import Path

import pytest
from filelock import FileLock

from scripts.places import KEPT
from tests.page_quality.checkers import CheckerFailed, installed
from tests.sample_fixtures import guide

__all__ = ["guide"]


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where npm put what package.json names; fetched once, then kept."""
    try:
        KEPT.mkdir(parents=True, exist_ok=True)
        with FileLock(KEPT / "scorm.lock"):
            return installed(Path(__file__).parent)
    except CheckerFailed as failed:
        pytest.skip(str(failed))
