"""Papers are tried on a sample of the guide; what must fit on one sheet is tried with all of it."""

from pathlib import Path

import pytest

from tests.built_site import sample_site


@pytest.fixture(scope="session")
def site() -> Path:
    """The built sample, which tests may read and must not change."""
    return sample_site()
