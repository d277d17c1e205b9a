"""Build the whole site beside the old one and swap it in only when it is whole."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from scripts.derived import skeleton_of
from scripts.guide import Guide
from scripts.open_data import languages_told
from scripts.options import refuse_odd_date
from scripts.paper import PaperFailed, unpack_fonts
from scripts.places import FONTS
from scripts.problems import Refused
from scripts.publishing import (
    Addresses,
    EngineFailed,
    PageFrame,
    broken_links,
    content_security_policy,
    files_below,
    move_in,
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
from scripts.store import NOTHING_KEPT, Store
from scripts.workers import WorkerLost, Workers, libraries_have_threads, workers
from scripts.workshop import (
    Workshop,
    all_printed,
    clear_away,
    make_cards,
    make_courses,
    make_office_files,
    make_open_data,
    make_pages,
    make_papers,
)

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
        refuse_sources(out, *guide.folders)
        refuse_strangers(out)
    with (
        work_folder(out) as work,
        _staffed(_workshop(guide, address, work, out, how.store)) as (shop, staff),
    ):
        site, locales = shop.site, guide.site.locales
        progress("questions")
        files = _begin_files(shop, staff)
        assets = {**write_assets(site), **write_own_looks(guide, site)}
        pdf_pages = _pdf_pages(files, progress)
        frame = PageFrame(assets, content_security_policy())
        progress("pages")
        pages = [staff.begin(make_pages, locale, frame, pdf_pages) for locale in locales]
        # No other file depends on it: it is made last, beside what this process does alone.
        open_data = [staff.begin(make_open_data, language) for language in languages_told(guide)]
        published = dict(zip(locales, _results(pages, files.cards), strict=True))
        _results(files.cards)
        paths = {locale: of_locale.paths for locale, of_locale in published.items()}
        progress("root")
        _finish_root(guide, paths, site, address, assets)
        move_in(shop.papers, site)
        progress("offline")
        write_offline(guide, site, address, assets, shop.store)
        _results(open_data)
        move_in(shop.open_data, site)
        progress("links")
        names = files_below(site)
        if faults := broken_links(site, address, [each.links for each in published.values()], names):
            raise BuildFailed("as_told", detail="\n".join(faults))
        progress("hosts")
        names += write_files_in_site(guide, site, address, names)
        if how.compressed:
            precompress(site)
            names = files_below(site)
        progress("swap")
        count = sum(map(len, paths.values()))
        write_facts(site, count, names)
        with _as_failure():
            put_in_place(work, site, out, partial(refuse_strangers, out))
        _clear_away(staff, locales)
    how.store.tidy()
    return count


def _workshop(guide: Guide, address: str, work: Path, out: Path, store: Store) -> Workshop:
    shop = Workshop(guide, address, work / "site", store)
    return replace(shop, store=store.replacing(out, shop.site, shop.papers, shop.open_data))


@contextmanager
def _staffed(shop: Workshop) -> Iterator[tuple[Workshop, Workers[Workshop]]]:
    """Yield a workshop and who works in it; what goes wrong with a piece is a BuildFailed."""
    # What every worker would look through by itself is looked through once: a worker is a copy.
    if shop.store.keeps:
        skeleton_of(shop.guide)
    try:
        # Typst hangs in a copy of a process in which it has run: it waits for threads that are not there.
        with workers(shop, anew=libraries_have_threads()) as staff:
            yield shop, staff
    except WorkerLost as error:
        raise BuildFailed("worker_lost") from error
    except PaperFailed as error:
        raise BuildFailed("as_told", detail=str(error)) from error
    except EngineFailed as error:
        raise BuildFailed("engine_failed", detail=str(error)) from error


@dataclass(frozen=True)
class _Files:
    """The files that are no pages and that pages wait for, while they are made."""

    office: Sequence[Future[None]]
    courses: Sequence[Future[None]]
    cards: Sequence[Future[None]]
    papers: Sequence[Future[Mapping[str, int]]]


def _begin_files(shop: Workshop, staff: Workers[Workshop]) -> _Files:
    locales = shop.guide.site.locales
    office = [staff.begin(make_office_files, locale) for locale in locales]
    courses = [staff.begin(make_courses, locale) for locale in locales]
    unpack_fonts(FONTS, shop.fonts, shop.store)
    cards = [staff.begin(make_cards, locale) for locale in locales]
    papers = [staff.begin(make_papers, place) for place, _ in enumerate(all_printed(shop.guide))]
    return _Files(office, courses, cards, papers)


def _pdf_pages(files: _Files, progress: Progress) -> Mapping[str, int]:
    """Wait for the files; return what the pages say of papers, how many pages each PDF has, by its path."""
    _results(files.office, [*files.courses, *files.cards, *files.papers])
    progress("exports")
    _results(files.courses, [*files.cards, *files.papers])
    progress("paper")
    return {path: count for counts in _results(files.papers, files.cards) for path, count in counts.items()}


def _results(wanted: Sequence[Future[T]], beside: Sequence[Future[Any]] = ()) -> list[T]:
    """Return what came of pieces of work; raises at once where one of them or of those beside them fails."""
    missing = set[Future[Any]](wanted)
    for done in as_completed([*wanted, *beside]):
        done.result()
        missing.discard(done)
        if not missing:
            break
    return [each.result() for each in wanted]


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


def _clear_away(staff: Workers[Workshop], locales: Sequence[str]) -> None:
    """Delete the former site, a language each; the new one stands, so no build fails by it any more."""
    with suppress(WorkerLost):
        _results([staff.begin(clear_away, locale) for locale in locales])
