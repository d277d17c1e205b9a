"""Built sites for all workers of a run, each made once, kept for the next run that would build the same."""

import functools
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.build import build
from scripts.guide import Guide
from tests import fonts
from tests.made_once import guide_made_once, made_once
from tests.real_guide import real_guide
from tests.sampled_guide import sampled_guide

ADDRESS = "https://forewarned.internal/"
"""Of a company's own network: one that paper leads back to, and nobody's on the web (ICANN, 2024)."""


@functools.cache
def built_site() -> Path:
    """Return the folder of the repository's built site; tests may read it and must not change it."""
    return made_once("site", lambda folder: _built(real_guide(), folder))


@functools.cache
def sample_site() -> Path:
    """Return the folder of the site of `sample_guide`, kept as `built_site` is."""
    return made_once("sample-site", lambda folder: _built(sample_guide(), folder))


def _built(guide: Guide, folder: Path) -> None:
    with fonts.at_hand():
        build(guide, folder, lambda step: None, ADDRESS)


@functools.cache
def sample_guide() -> Guide:
    """Return a part of the repository's guide (see sampled_guide.py), checked; nobody may change it."""
    return guide_made_once("sample-guide", made_once("sample", sampled_guide))


@functools.lru_cache(maxsize=300)
def parsed(file: Path) -> LexborHTMLParser:
    """Return a built page, parsed once a process; nobody may change it."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def page_at(site: Path, *address: str) -> LexborHTMLParser:
    """Return the page of the site at `address`, such as `("es", "tricks/kickbacks")`."""
    return parsed(site.joinpath(*address, "index.html"))
