"""The pieces of a build that are made in processes beside each other: each function here makes one.

In: a `Workshop`, which every process holds, and which piece. Out: files in the workshop's folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.courses import Wanted, write_quizzes
from scripts.guide import Guide, Voice
from scripts.office import write_cost_workbook, write_questionnaires
from scripts.open_data import write_api
from scripts.pages import Reuse, render_locale, write_beside_pages
from scripts.paper import (
    Press,
    Printable,
    all_blank_sheets,
    all_quiz_sheets,
    all_sheets,
    fonts_in,
    print_sheets,
)
from scripts.publishing import LinksInSum, PageFrame, frame_of, publish_pages, write_config
from scripts.sharing import write_cards
from scripts.store import Store


@dataclass(frozen=True)
class PublishedPages:
    """What became of a locale: the addresses of its pages below it, and the sum of their links."""

    paths: Sequence[str]
    links: LinksInSum


@dataclass(frozen=True)
class Workshop:
    """What all pieces need: the guide, its address, where its site grows, what was made before.

    What is made on the way stands beside the site.
    """

    guide: Guide
    address: str
    site: Path
    store: Store

    @property
    def folder(self) -> Path:
        """Where the work is done."""
        return self.site.parent

    @property
    def fonts(self) -> Path:
        """Where the fonts for print are unpacked."""
        return self.folder / "fonts"

    @property
    def papers(self) -> Path:
        """Where files go that are no pages, at their places in the site."""
        return self.folder / "papers"

    @property
    def open_data(self) -> Path:
        """Where files for other programs go, at their places in the site."""
        return self.folder / "open_data"

    @cached_property
    def press(self) -> Press:
        """Prints with these fonts; each process has its own."""
        return Press(fonts_in(self.fonts), self.address, self.store)

    @cached_property
    def sheets(self) -> Sequence[Printable]:
        """All that is printed."""
        with self.press.pieces.beforehand():
            return list(all_printed(self.guide))


def all_printed(guide: Guide) -> Iterator[Printable]:
    """Yield every paper of the guide, in the same order each time."""
    yield from all_sheets(guide)
    yield from all_blank_sheets(guide)
    yield from all_quiz_sheets(guide)


def make_papers(shop: Workshop, place: int) -> Mapping[str, int]:
    """Print what has a place in `sheets`; return the number of pages of each PDF by its path below the site.

    Raises PaperFailed.
    """
    return print_sheets([shop.sheets[place]], shop.papers, shop.press)


def make_cards(shop: Workshop, locale: str) -> None:
    """Draw the images of a locale that stand for a page where its address is sent; raises PaperFailed."""
    write_cards(Voice(shop.guide, locale), shop.papers, shop.press, shop.store)


def make_office_files(shop: Workshop, locale: str) -> None:
    """Write the questionnaires and the calculator's workbook of a locale."""
    voice = Voice(shop.guide, locale)
    write_questionnaires(voice, shop.papers, shop.address, shop.store)
    write_cost_workbook(voice, shop.papers, shop.address, shop.store)


def make_courses(shop: Workshop, locale: str) -> None:
    """Write the quizzes of a locale for other programs."""
    write_quizzes(shop.guide, shop.papers, shop.address, Wanted(locales=[locale]), store=shop.store)


def make_open_data(shop: Workshop, language: str) -> None:
    """Write what other programs are given of the whole guide, in one of the `languages_told`."""
    write_api(shop.guide, shop.open_data, shop.address, shop.store, [language])


def make_pages(shop: Workshop, locale: str, frame: PageFrame, pdf_pages: Mapping[str, int]) -> PublishedPages:
    """Write the pages of a locale, in `frame`; raises EngineFailed.

    `pdf_pages` is the number of pages of each PDF by its path below the site.
    """
    voice, folder = Voice(shop.guide, locale), shop.folder / locale
    config = write_config(voice, folder, shop.site, shop.address, frame)
    reuse = Reuse(shop.store, frame_of(config))
    pages = render_locale(voice, shop.address, pdf_pages, reuse)
    links = publish_pages(config, reuse.frame, pages, shop.address, shop.store)
    write_beside_pages(voice, shop.site / locale, shop.address, pdf_pages, shop.store)
    return PublishedPages([page.path for page in pages], links)


def clear_away(shop: Workshop, folder: str) -> None:
    """Delete a folder of the site that was replaced."""
    shop.store.folders.take_apart(shop.site / folder)
