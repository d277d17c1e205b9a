"""All pages of one locale, from the guide to HTML that is sound but for the links of one page to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.guide import Voice
from scripts.pages import render_locale
from scripts.publishing.engine import PageFrame, run_engine, write_config
from scripts.publishing.links import PageLinks, links_below
from scripts.store import NOTHING_KEPT, Store


@dataclass(frozen=True)
class PublishedPages:
    """What became of a locale: the addresses of its pages below it, and the links of its files."""

    paths: Sequence[str]
    links: Mapping[str, PageLinks]


@dataclass(frozen=True)
class Edition:
    """What the pages of every locale have in common: where they go, and what they are to say of it.

    `pdf_pages` is the number of pages of each PDF by its path below the site.
    """

    site: Path
    address: str
    frame: PageFrame
    pdf_pages: Mapping[str, int]
    store: Store = NOTHING_KEPT


def publish_pages(voice: Voice, edition: Edition) -> PublishedPages:
    """Write the locale's pages; the Markdown they are made of goes beside the site. Raises EngineFailed."""
    folder = edition.site.parent / voice.locale
    paths = render_locale(voice, folder / "docs", edition.address, edition.pdf_pages)
    run_engine(write_config(voice, folder, edition.site, edition.address, edition.frame), edition.store)
    return PublishedPages(paths, links_below(edition.site, voice.locale, edition.store))
