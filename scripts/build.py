"""Build the whole site beside the old one and swap it in only when it is whole."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Literal, TypeVar

from scripts.courses import Wanted, write_quizzes
from scripts.guide import Guide, Voice
from scripts.office import write_cost_workbook, write_questionnaires
from scripts.options import refuse_odd_date
from scripts.paper import PaperFailed, Press, Printable, all_quiz_sheets, all_sheets, print_sheets
from scripts.problems import Refused
from scripts.publishing import (
    Addresses,
    Edition,
    EngineFailed,
    PageFrame,
    PublishedPages,
    broken_links,
    content_security_policy,
    precompress,
    publish_pages,
    put_in_place,
    refuse_sources,
    refuse_strangers,
    work_folder,
    write_assets,
    write_facts,
    write_files_in_site,
    write_moved_pages,
    write_offline,
    write_root_pages,
)
from scripts.store import NOTHING_KEPT, Store
from scripts.workers import WorkerLost, Workers, workers

T = TypeVar("T")

Step = Literal[
    "questions",
    "exports",
    "paper",
    "pages",
    "root",
    "offline",
    "links",
    "hosts",
    "swap",
]
Progress = Callable[[Step], None]
STEPS: Mapping[Step, str] = {
    "questions": "Writing the questionnaires",
    "exports": "Writing the quizzes for trainers",
    "paper": "Printing the checklists and quizzes",
    "pages": "Writing the pages, every language at once",
    "root": "Adding the root page, 404 and sitemap",
    "offline": "Listing what is kept offline",
    "links": "Following every link",
    "hosts": "Telling hosts how to serve it",
    "swap": "Putting the new site in place",
}
"""The steps of a build in their order, in words for a terminal."""


class BuildFailed(Refused):
    """A step of the build failed; the words say which and why. The old site is untouched."""


@dataclass(frozen=True)
class How:
    """How to build: what of `store` is not made again, and whether texts are compressed too.

    `compressed` adds a `.gz` and a `.br` of every text, for hosts that send them as they are.
    """

    store: Store = NOTHING_KEPT
    compressed: bool = False


_AFRESH = How()


def build(guide: Guide, out: Path, progress: Progress, address: str | None = None, how: How = _AFRESH) -> int:
    """Build the checked guide into the folder `out`; return the number of pages.

    `address` overrides the site's address. `progress` is told each step as it begins. Raises
    BuildFailed; `out` then still holds what it held before.
    """
    address = address or guide.site.url
    out = Path(os.path.realpath(out))
    with _as_failure():
        refuse_odd_date()
        refuse_sources(out, guide.root)
        refuse_strangers(out)
    given_up = Event()
    with (
        work_folder(out) as work,
        _at_work(guide, address, work, how.store) as crew,
        _beside(given_up) as beside,
    ):
        site = work / "site"
        papers = work / "papers"
        locales = guide.site.locales
        office = [crew.begin(_write_office_files, locale) for locale in locales]
        courses = [crew.begin(_write_courses, locale) for locale in locales]
        # Typst needs the guide only and leaves Python's lock alone: it prints while other files are made,
        # and is done before the pages, which say how many pages each PDF has.
        printed = beside.submit(
            _print, guide, papers, partial(Press.with_own_fonts, work / "fonts", address, how.store), given_up
        )
        assets = write_assets(site)
        progress("questions")
        _results(office)
        progress("exports")
        _results(courses)
        progress("paper")
        pdf_pages = _result(printed)
        progress("pages")
        frame = PageFrame(assets, content_security_policy())
        published = _published(crew, locales, Edition(site, address, frame, pdf_pages, how.store))
        paths = {locale: pages.paths for locale, pages in published.items()}
        progress("root")
        _finish_root(guide, paths, site, address, assets)
        _move_in(papers, site)
        progress("offline")
        write_offline(guide, site, address, assets)
        progress("links")
        read = {name: links for pages in published.values() for name, links in pages.links.items()}
        faults = broken_links(site, address, read)
        if faults:
            raise BuildFailed("as_told", detail="\n".join(faults))
        progress("hosts")
        write_files_in_site(guide, site, address)
        if how.compressed:
            precompress(site)
        progress("swap")
        pages = sum(map(len, paths.values()))
        write_facts(site, pages)
        with _as_failure():
            put_in_place(work, site, out, partial(refuse_strangers, out))
    how.store.tidy()
    return pages


@dataclass(frozen=True)
class _Work:
    """What all steps need that are done in processes of their own."""

    guide: Guide
    address: str
    folder: Path
    store: Store


@contextmanager
def _at_work(guide: Guide, address: str, folder: Path, store: Store) -> Iterator[Workers[_Work]]:
    try:
        with workers(_Work(guide, address, folder, store)) as crew:
            yield crew
    except WorkerLost as error:
        raise BuildFailed("worker_lost") from error


def _write_office_files(work: _Work, locale: str) -> None:
    voice = Voice(work.guide, locale)
    write_questionnaires(voice, work.folder / "papers", work.address, work.store)
    write_cost_workbook(voice, work.folder / "papers", work.address, work.store)


def _write_courses(work: _Work, locale: str) -> None:
    wanted = Wanted(locales=[locale])
    write_quizzes(work.guide, work.folder / "papers", work.address, wanted, store=work.store)


def _publish(work: _Work, locale: str, edition: Edition) -> PublishedPages:
    return publish_pages(Voice(work.guide, locale), edition)


def _published(
    crew: Workers[_Work], locales: Sequence[str], edition: Edition
) -> Mapping[str, PublishedPages]:
    begun = [crew.begin(_publish, locale, edition) for locale in locales]
    try:
        return dict(zip(locales, _results(begun), strict=True))
    except EngineFailed as error:
        raise BuildFailed("engine_failed", detail=_gist(str(error))) from error


def _results(begun: Iterable[Future[T]]) -> list[T]:
    return [each.result() for each in begun]


@contextmanager
def _as_failure() -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        raise BuildFailed(refused.reason, **refused.values) from refused


@contextmanager
def _beside(given_up: Event) -> Iterator[Executor]:
    """Yield what runs work beside the caller's; if the caller fails, set `given_up` and wait for that."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        try:
            yield pool
        except BaseException:
            given_up.set()
            raise


def _gist(output: str) -> str:
    """Return what another program said, without the way it took through its own code."""
    found = "Traceback (most recent call last)" in output
    return output.strip().splitlines()[-1] if found else output.strip()


def _finish_root(
    guide: Guide, paths: Mapping[str, Sequence[str]], site: Path, address: str, assets: Addresses
) -> None:
    write_root_pages(guide, paths, site, address, assets)
    write_moved_pages(guide, site, address, assets)


def _print(guide: Guide, papers: Path, new_press: Callable[[], Press], given_up: Event) -> Mapping[str, int]:
    sheets: Iterator[Printable] = chain(all_sheets(guide), all_quiz_sheets(guide))
    return print_sheets(sheets, papers, new_press(), given_up)


def _result(printed: Future[Mapping[str, int]]) -> Mapping[str, int]:
    try:
        return printed.result()
    except PaperFailed as error:
        raise BuildFailed("as_told", detail=str(error)) from error


def _move_in(papers: Path, site: Path) -> None:
    """Move every file below `papers` to the same place below `site`."""
    for file in [path for path in papers.rglob("*") if path.is_file()]:
        target = site / file.relative_to(papers)
        target.parent.mkdir(exist_ok=True)
        file.rename(target)
