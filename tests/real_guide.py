"""The repository's own guide, read once however many processes and tests ask for it."""

import functools

from scripts.entries import Loaded, load
from scripts.guide.whole import Guide
from scripts.places import REPOSITORY
from tests.made_once import guide_made_once


@functools.cache
def real_loaded() -> Loaded:
    """Return what loading the repository's guide tells, made once a process; it takes seconds."""
    return load(REPOSITORY)


@functools.cache
def real_guide() -> Guide:
    """Return the guide of this repository, checked; nobody may change it."""
    return guide_made_once("real-guide", REPOSITORY)
