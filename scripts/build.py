"""Build the whole site beside the old one and swap it in only when it is whole."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Literal

from scripts.courses import write_quizzes
from scripts.guide import Guide, Voice
from scripts.office import write_questionnaires
from scripts.pages import render_locale
from scripts.paper import PaperFailed, Printable, all_quiz_sheets, all_sheets, print_sheets
from scripts.publishing import (
    Addresses,
    EngineFailed,
    PageFrame,
    broken_links,
    content_security_policy,
    run_engine,
    write_assets,
    write_config,
    write_offline,
    write_root_pages,
)

Step = Literal[
    "questions", "exports", "render", "pages", "root", "paper", "search", "offline", "links", "swap"
]
Progress = Callable[[Step], None]
STEPS: Mapping[Step, str] = {
    "questions": "Writing the questionnaires",
    "exports": "Writing the quizzes for trainers",
    "render": "Writing the pages",
    "pages": "Building the site, every language at once",
    "root": "Adding the root page, 404 and sitemap",
    "paper": "Printing the checklists and quizzes",
    "search": "Indexing for search",
    "offline": "Listing what is kept offline",
    "links": "Following every link",
    "swap": "Putting the new site in place",
}
"""The steps of a build in their order, in words for a terminal."""


class BuildFailed(Exception):
    """A step of the build failed; the message says which and why. The old site is untouched."""


def build(guide: Guide, out: Path, progress: Progress, address: str | None = None) -> int:
    """Build the checked guide into the folder `out`; return the number of pages.

    `address` overrides the site's address. `progress` is told each step as it begins. Raises
    BuildFailed; `out` then still holds what it held before.
    """
    address = address or guide.site.url
    _refuse_foreign_folder(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    given_up = Event()
    temporary = tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent)
    with temporary as folder, _beside(given_up) as beside:
        work = Path(folder)
        site = work / "site"
        papers = work / "papers"
        # Typst needs the guide only and leaves Python's lock alone: it prints while the rest is made.
        sheets: Iterator[Printable] = chain(all_sheets(guide), all_quiz_sheets(guide))
        printed = beside.submit(print_sheets, sheets, papers, work / "fonts", address, given_up)
        progress("questions")
        write_questionnaires(guide, papers, address)
        progress("exports")
        write_quizzes(guide, papers, address)
        progress("render")
        paths: dict[str, list[str]] = {}
        assets = write_assets(site)
        frame = PageFrame(assets, content_security_policy())
        configs = []
        for locale in guide.site.locales:
            voice = Voice(guide, locale)
            paths[locale] = render_locale(voice, work / locale / "docs", address)
            configs.append(write_config(voice, work / locale, site, address, frame))
        progress("pages")
        _run_engine(configs)
        progress("root")
        _finish_root(guide, paths, site, address, assets)
        indexed = beside.submit(_index_for_search, site)
        progress("paper")
        _wait_for(printed)
        _move_in(papers, site)
        progress("search")
        indexed.result()
        progress("offline")
        write_offline(guide, site, assets)
        progress("links")
        faults = broken_links(site, address)
        if faults:
            raise BuildFailed("\n".join(faults))
        progress("swap")
        _swap_in(site, out)
    return sum(map(len, paths.values()))


@contextmanager
def _beside(given_up: Event) -> Iterator[Executor]:
    """Yield what runs work beside the caller's; if the caller fails, set `given_up` and wait for that."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        try:
            yield pool
        except BaseException:
            given_up.set()
            raise


def _refuse_foreign_folder(out: Path) -> None:
    """Refuse to replace a folder that no build of ours has made."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not _is_ours(out))):
        raise BuildFailed(f"{out} is not a site made by this build; choose another --out")


def _is_ours(out: Path) -> bool:
    return (out / "build.json").is_file()


def _run_engine(configs: list[Path]) -> None:
    try:
        run_engine(configs)
    except EngineFailed as error:
        raise BuildFailed(f"mkdocs refused the pages:\n{error}") from error


def _finish_root(
    guide: Guide, paths: Mapping[str, Sequence[str]], site: Path, address: str, assets: Addresses
) -> None:
    write_root_pages(guide, paths, site, address, assets)
    facts = {"made_by": "Forewarned / Prevenido", "pages": sum(map(len, paths.values()))}
    (site / "build.json").write_text(json.dumps(facts) + "\n", encoding="utf-8")


def _wait_for(printed: Future[None]) -> None:
    try:
        printed.result()
    except PaperFailed as error:
        raise BuildFailed(str(error)) from error


def _move_in(papers: Path, site: Path) -> None:
    """Move every file below `papers` to the same place below `site`."""
    for file in [path for path in papers.rglob("*") if path.is_file()]:
        target = site / file.relative_to(papers)
        target.parent.mkdir(exist_ok=True)
        file.rename(target)


def _index_for_search(site: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    # One thread, no filters: otherwise Pagefind writes the same index in another order each time.
    environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise BuildFailed(f"pagefind failed:\n{done.stdout}{done.stderr}")
    # The entry file lists the languages in the order of a hash map, which changes from run to run.
    entry = site / "pagefind" / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), encoding="utf-8")


def _swap_in(site: Path, out: Path) -> None:
    with _moved_aside(out):
        site.rename(out)


@contextmanager
def _moved_aside(out: Path) -> Iterator[None]:
    """Put what stands at `out` aside; put it back if the body fails, else delete it."""
    if not out.exists():
        yield
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    old = aside / "site"
    out.rename(old)
    try:
        yield
    except BaseException:
        old.rename(out)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
