"""Papers are tried on a sample of the guide; what must fit on one sheet is tried with all of it."""

from tests.sample_fixtures import site

__all__ = ["site"]
