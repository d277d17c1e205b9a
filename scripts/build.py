"""Build the whole site beside the old one and swap it in only when it is whole."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any, Literal, TypeVar

from scripts.derived import skeleton_of
from scripts.guide import Guide
from scripts.options import refuse_odd_date
from scripts.paper import (
    PaperFailed,
    Press,
    Printable,
    all_blank_sheets,
    all_quiz_sheets,
    all_sheets,
    print_sheets,
)
from scripts.problems import Refused
from scripts.publishing import (
    Addresses,
    EngineFailed,
    PageFrame,
    broken_links,
    content_security_policy,
    files_below,
    precompress,
    put_in_place,
    refuse_sources,
    refuse_strangers,
    work_folder,
    write_assets,
    write_facts,
    write_files_in_site,
    write_moved_pages,
    write_offline,
    write_own_looks,
    write_root_pages,
)
from scripts.sharing import write_cards
from scripts.store import NOTHING_KEPT, Store
from scripts.workers import WorkerLost, Workers, workers
from scripts.workshop import Workshop, make_courses, make_office_files, make_open_data, make_pages

T = TypeVar("T")

Step = Literal[
    "paper",
    "questions",
    "pages",
    "exports",
    "root",
    "offline",
    "links",
    "hosts",
    "swap",
]
Progress = Callable[[Step], None]
STEPS: Mapping[Step, str] = {
    "paper": "Printing the checklists and quizzes",
    "questions": "Writing the questionnaires",
    "pages": "Writing the pages, every language at once",
    "exports": "Writing the quizzes for trainers",
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
        refuse_sources(out, *guide.folders)
        refuse_strangers(out)
    with (
        work_folder(out) as work,
        _staffed(Workshop(guide, address, work / "site", how.store)) as (shop, staff),
    ):
        site = shop.site
        locales = guide.site.locales
        office = [staff.begin(make_office_files, locale) for locale in locales]
        courses = [staff.begin(make_courses, locale) for locale in locales]
        with _printing(shop) as printed:
            assets = {**write_assets(site), **write_own_looks(guide, site)}
            progress("paper")
            # The pages say how many pages each PDF has.
            pdf_pages = _first(printed, office + courses)
        frame = PageFrame(assets, content_security_policy())
        begun = [staff.begin(make_pages, locale, frame, pdf_pages) for locale in locales]
        # What nothing else waits for fills the time until the last language is done.
        courses.append(staff.begin(make_open_data))
        progress("questions")
        _results(office)
        progress("pages")
        published = dict(zip(locales, _results(begun), strict=True))
        progress("exports")
        _results(courses)
        paths = {locale: pages.paths for locale, pages in published.items()}
        progress("root")
        _finish_root(guide, paths, site, address, assets)
        _move_in(shop.papers, site)
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


@contextmanager
def _staffed(shop: Workshop) -> Iterator[tuple[Workshop, Workers[Workshop]]]:
    """Yield a workshop and who works in it; what goes wrong with a piece is a BuildFailed."""
    # What every worker would look through by itself is looked through once: a worker is a copy.
    if shop.store.keeps:
        skeleton_of(shop.guide)
    try:
        with workers(shop) as staff:
            yield shop, staff
    except WorkerLost as error:
        raise BuildFailed("worker_lost") from error
    except PaperFailed as error:
        raise BuildFailed("as_told", detail=str(error)) from error
    except EngineFailed as error:
        raise BuildFailed("engine_failed", detail=str(error)) from error


@contextmanager
def _printing(shop: Workshop) -> Iterator[Future[Mapping[str, int]]]:
    """Print beside what the caller does meanwhile; if that fails, no further PDF is begun.

    In a thread, not in a worker: Typst leaves Python's lock alone, and a copy of a process in which it has
    run lacks its threads.
    """
    given_up = Event()
    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            yield beside.submit(_print, shop, given_up)
        except BaseException:
            given_up.set()
            raise


def _print(shop: Workshop, given_up: Event) -> Mapping[str, int]:
    sheets: Iterator[Printable] = chain(
        all_sheets(shop.guide), all_blank_sheets(shop.guide), all_quiz_sheets(shop.guide)
    )
    press = Press.with_own_fonts(shop.folder / "fonts", shop.address, shop.store)
    write_cards(shop.guide, shop.papers, press, shop.store)
    return print_sheets(sheets, shop.papers, press, given_up)


def _first(wanted: Future[T], beside: Sequence[Future[None]]) -> T:
    """Return the result of one piece of work; raises at once where one beside it fails."""
    every: list[Future[Any]] = [wanted, *beside]
    for done in as_completed(every):
        done.result()
        if done is wanted:
            break
    return wanted.result()


def _results(begun: Sequence[Future[T]]) -> list[T]:
    return [each.result() for each in begun]


@contextmanager
def _as_failure() -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        raise BuildFailed(refused.reason, **refused.values) from refused


def _finish_root(
    guide: Guide, paths: Mapping[str, Sequence[str]], site: Path, address: str, assets: Addresses
) -> None:
    write_root_pages(guide, paths, site, address, assets)
    write_moved_pages(guide, site, address, assets)


def _move_in(papers: Path, site: Path) -> None:
    """Move every file below `papers` to the same place below `site`."""
    for name in files_below(papers):
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (papers / name).rename(target)
