"""Figures for HOSTING.md: `python -m tests.hosting_figures SITE`, of a site built with --precompress.

A real nginx serves the site on loopback; a real Chromium visits three pages of it and tells the bytes, and
wrk asks for a page for five seconds. It ends by itself and asks nobody else.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing.host_files import write_server_files
from tests.chromium import FLAGS, find_chromium
from tests.hosting import visit_and_wait
from tests.programs import find_program
from tests.web_servers import nginx_serving


@contextmanager
def counted(session: CDPSession) -> Iterator[list[int]]:
    """Yield a list that grows by the bytes of each answer as they came over the wire."""
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    yield sizes


def visits(guide: Guide, address: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is visited, the requests it takes and their bytes, for a new reader going on."""
    locale = guide.site.default_locale
    trick, meeting = next(iter(guide.tricks)), next(iter(guide.meetings))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        context = browser.new_context(base_url=address, service_workers="block")
        page = context.new_page()
        with counted(context.new_cdp_session(page)) as sizes:
            for what, path in (
                ("first visit, home", f"{locale}/"),
                ("then a trick", f"{locale}/tricks/{trick}/"),
                ("then a checklist", f"{locale}/checklists/{meeting}/"),
            ):
                sizes.clear()
                page.goto(path, wait_until="networkidle")
                yield what, len(sizes), sum(sizes)
        yield (
            "kept offline after the first visit",
            *_kept(browser.new_context(base_url=address).new_page(), locale),
        )
        browser.close()


def _kept(page: Page, locale: str) -> tuple[int, int]:
    visit_and_wait(page, f"{locale}/")
    found: dict[str, int] = page.evaluate(
        """async () => {
            let files = 0, bytes = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    files += 1;
                    bytes += (await (await cache.match(request)).blob()).size;
                }
            }
            return {files, bytes};
        }"""
    )
    return found["files"], found["bytes"]


def load(address: str, accepting: str) -> str:
    """Ask for an address as often as 50 connections can in five seconds; return what wrk says a second."""
    command = [
        find_program("wrk") or "wrk",
        "-t1",
        "-d5",
        "-c50",
        "-H",
        f"Accept-Encoding: {accepting}",
        address,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    lines = re.findall(r"(Requests/sec|Transfer/sec|Non-2xx[^:]*|Socket errors):\s*(.+)", done.stdout)
    return ", ".join(f"{name} {value}" for name, value in lines)


def main(site: Path) -> None:
    guide = load_checked(REPOSITORY)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        snippet, _ = write_server_files(guide, folder / "hosts", "https://forewarned.example/")
        with nginx_serving(site, snippet, folder) as server:
            address = f"http://127.0.0.1:{server.port}/"
            for what, requests, size in visits(guide, address):
                print(f"{what}: {requests} requests, {size:,} bytes")
            page = f"{address}{guide.site.default_locale}/tricks/{next(iter(guide.tricks))}/"
            for accepting in ("identity", "gzip", "gzip, br"):
                print(f"{accepting}: {load(page, accepting)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
