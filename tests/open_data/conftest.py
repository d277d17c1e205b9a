"""What other programs are given is tried on a sample of the guide."""

from tests.sample_fixtures import guide, site

__all__ = ["guide", "site"]
