"""Files of offices are tried on a sample of the guide; what they hold is checked with the data."""

from tests.sample_fixtures import guide, site

__all__ = ["guide", "site"]
