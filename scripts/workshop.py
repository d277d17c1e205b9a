"""The pieces of a build that are made in processes beside each other: each function here makes one.

In: a `Workshop`, which every process holds, and which piece. Out: files in the workshop's folder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.courses import Wanted, write_quizzes
from scripts.guide import Guide, Voice
from scripts.office import write_cost_workbook, write_questionnaires
from scripts.pages import render_locale
from scripts.publishing import PageFrame, PageLinks, links_below, run_engine, write_config
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


@dataclass(frozen=True)
class Workshop:
    """What all pieces need: the guide, its address, a folder to work in, what was made before."""

    guide: Guide
    address: str
    folder: Path
    store: Store

    @property
    def papers(self) -> Path:
        """Where files go that are no pages, at their places in the site."""
        return self.folder / "papers"


def make_office_files(shop: Workshop, locale: str) -> None:
    """Write the questionnaires and the calculator's workbook of a locale."""
    voice = Voice(shop.guide, locale)
    write_questionnaires(voice, shop.papers, shop.address, shop.store)
    write_cost_workbook(voice, shop.papers, shop.address, shop.store)


def make_courses(shop: Workshop, locale: str) -> None:
    """Write the quizzes of a locale for other programs."""
    write_quizzes(shop.guide, shop.papers, shop.address, Wanted(locales=[locale]), store=shop.store)


def make_pages(shop: Workshop, locale: str, edition: Edition) -> PublishedPages:
    """Write the pages of a locale. Raises EngineFailed."""
    return publish_pages(Voice(shop.guide, locale), edition)


def publish_pages(voice: Voice, edition: Edition) -> PublishedPages:
    """Write the locale's pages; the Markdown they are made of goes beside the site. Raises EngineFailed."""
    folder = edition.site.parent / voice.locale
    paths = render_locale(voice, folder / "docs", edition.address, edition.pdf_pages)
    run_engine(write_config(voice, folder, edition.site, edition.address, edition.frame), edition.store)
    return PublishedPages(paths, links_below(edition.site, voice.locale, edition.store))
