"""The repository's own guide, read once a process however many tests ask for it."""

import functools

from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY


@functools.cache
def real_guide() -> Guide:
    """Return the guide of this repository, checked; nobody may change it."""
    return load_checked(REPOSITORY)
