"""Formats are tried on a sample of the guide: it has every kind of question and every letter that matters."""

from pathlib import Path

import pytest

from scripts.guide import Guide
from tests.built_site import sample_guide, sample_site


@pytest.fixture(scope="session")
def guide() -> Guide:
    """A part of the repository's guide."""
    return sample_guide()


@pytest.fixture(scope="session")
def site() -> Path:
    """The built sample, which tests may read and must not change."""
    return sample_site()
