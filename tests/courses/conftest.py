"""Formats are tried on a sample of the guide: it has every kind of question."""

from tests.sample_fixtures import guide, site

__all__ = ["guide", "site"]
