"""The sample of the guide in the place of the whole, for folders of tests whose subject is not its size.

A folder's conftest.py takes these in; what the root's conftest.py builds on `site` it has to build anew.
"""

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
