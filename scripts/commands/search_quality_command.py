"""`python -m scripts search-quality`: how often search shows what its readers look for."""

import functools
import os
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scripts.places import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUERIES = REPOSITORY / "tests" / "search" / "queries.tsv"
_HEADER = "locale\tquery\texpected"
_ASK = """async (queries) => {
    const input = document.querySelector("#search-query");
    const list = document.querySelector(".search-results");
    // Not by the frame: a frame takes longer than an answer.
    const answered = (query) => new Promise((told) => {
        const look = () => {
            if (list.dataset.answers !== query) return;
            watching.disconnect();
            told();
        };
        const watching = new MutationObserver(look);
        watching.observe(list, {attributeFilter: ["data-answers"]});
        look();
    });
    const shown = [];
    for (const query of queries) {
        input.value = query;
        input.dispatchEvent(new Event("input"));
        input.dispatchEvent(new Event("change"));
        await answered(query);
        shown.push([...list.querySelectorAll("a")].map((link) => link.href.split("#")[0]));
    }
    return shown;
}"""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses below the locale of which one should come up."""

    locale: str
    typed: str
    expected: Sequence[str]

    def rank_among(self, shown: Sequence[str]) -> int:
        """Return the place, from 1, of the first expected address among those shown; 0 for none."""
        wanted = tuple(f"/{self.locale}/{path}" for path in self.expected)
        return next((rank for rank, url in enumerate(shown, 1) if url.endswith(wanted)), 0)


@dataclass(frozen=True)
class Quality:
    """How search did on the queries of one language; `missed` are those not among the first three."""

    locale: str
    ranks: Sequence[int]
    missed: Sequence[tuple[Query, Sequence[str]]]

    def recall(self, first: int) -> float:
        """Return the share of queries for which an expected page is among the `first`."""
        return sum(0 < rank <= first for rank in self.ranks) / len(self.ranks)

    @property
    def reciprocal_rank(self) -> float:
        """The mean of one over the rank, none counting 0 (Voorhees, TREC-8, 1999)."""
        return sum(1 / rank for rank in self.ranks if rank) / len(self.ranks)


def read_queries(file: Path = QUERIES) -> list[Query]:
    """Return the queries of a table with the columns locale, query and expected.

    What is expected is a trick's slug or an address below the locale; several stand apart by commas.
    """
    header, *rows = file.read_text(encoding="utf-8").splitlines() or [""]
    columns = [row.split("\t") for row in rows]
    odd = [number for number, cells in enumerate(columns, 2) if len(cells) != 3]
    if header != _HEADER or odd:
        raise click.BadParameter(f"{file}:{odd[0] if odd else 1}: {_HEADER!r}", param_hint="--queries")
    found = []
    for locale, typed, expected in columns:
        paths = [path if "/" in path else f"tricks/{path}/" for path in expected.split(",")]
        found.append(Query(locale, typed, paths))
    return found


def measured(page: "Page", address: str, queries: Sequence[Query]) -> list[Quality]:
    """Type each query into the search of the site at `address`; return how each language did."""
    found = []
    for locale in dict.fromkeys(query.locale for query in queries):
        asked = [query for query in queries if query.locale == locale]
        page.goto(f"{address}{locale}/glossary/")
        # Scripts come after the first paint, and no event tells.
        page.wait_for_selector("html[data-scripts=here]", state="attached")
        page.keyboard.press("/")
        shown: list[list[str]] = page.evaluate(_ASK, [query.typed for query in asked])
        ranks = [query.rank_among(urls) for query, urls in zip(asked, shown, strict=True)]
        missed = [
            (query, urls[:3])
            for query, urls, rank in zip(asked, shown, ranks, strict=True)
            if not 0 < rank <= 3
        ]
        found.append(Quality(locale, ranks, missed))
    return found


@click.command("search-quality")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=REPOSITORY / "site",
    help="A built site. Default: site/ in this repository.",
)
@click.option(
    "--queries",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=QUERIES,
    help="What to type and what to find. Default: tests/search/queries.tsv.",
)
def search_quality(site: Path, queries: Path) -> None:
    """Type many queries into a built site's search, in a real Chromium, and say how often it answers.

    Needs what the tests need and a Chromium: the CHROMIUM variable, one on the PATH, or Playwright's.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 (only tests need it)
    except ModuleNotFoundError:
        click.echo("This needs Playwright: pip install -r requirements-test.txt", err=True)
        sys.exit(1)
    on_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    asked = read_queries(queries)
    try:
        with _served(site) as address, sync_playwright() as playwright:
            executable = os.environ.get("CHROMIUM") or on_path
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            page = browser.new_context(service_workers="block").new_page()
            found = measured(page, address, asked)
            browser.close()
    except Error as error:
        click.echo(f"No Chromium could be used: {error.message.splitlines()[0]}", err=True)
        sys.exit(1)
    for quality in found:
        click.echo(_told(quality))
        for query, shown in quality.missed:
            click.echo(f"  {query.typed}: {', '.join(url.removeprefix(address) for url in shown) or '-'}")


def _told(quality: Quality) -> str:
    return (
        f"{quality.locale}: {len(quality.ranks)} queries, recall@1 {quality.recall(1):.3f}, "
        f"recall@3 {quality.recall(3):.3f}, MRR {quality.reciprocal_rank:.3f}"
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
