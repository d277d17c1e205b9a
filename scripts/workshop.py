"""The pieces of a build that are made in processes beside each other: each function here makes one.

In: a `Workshop`, which every process holds, and which piece. Out: files in the workshop's folder.
"""

from dataclasses import dataclass
from pathlib import Path

from scripts.courses import Wanted, write_quizzes
from scripts.guide import Guide, Voice
from scripts.office import write_cost_workbook, write_questionnaires
from scripts.publishing import Edition, PublishedPages, publish_pages
from scripts.store import Store


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
