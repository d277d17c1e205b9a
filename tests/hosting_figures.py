"""Figures for HOSTING.md: `python -m tests.hosting_figures SITE`, of a site built with --precompress.

A real nginx serves the site on loopback; a real Chromium visits three pages of it and tells the bytes, and
wrk asks for a page for five seconds. It ends by itself and asks nobody else.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing.host_files import write_server_files
from tests.chromium import FLAGS, find_chromium
from tests.hosting import visit_and_wait
from tests.programs import find_program
from tests.web_servers import nginx_serving


class SentLog:
    """What nginx sent since last asked: it writes one line an answer, its bytes first."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = 0

    def since(self) -> tuple[int, int]:
        lines = self._file.read_text(encoding="utf-8").splitlines()
        fresh = lines[self._read :]
        self._read = len(lines)
        return len(fresh), sum(int(line.split(" ", 1)[0]) for line in fresh)


def visits(guide: Guide, address: str, log: SentLog) -> Iterator[tuple[str, int, int]]:
    """Yield what is visited, the answers it takes and their bytes with headers, for one new reader."""
    locale = guide.site.default_locale
    trick, meeting = next(iter(guide.tricks)), next(iter(guide.meetings))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_context(base_url=address, service_workers="block").new_page()
        for what, path in (
            ("first visit, home", f"{locale}/"),
            ("then a trick", f"{locale}/tricks/{trick}/"),
            ("then a checklist", f"{locale}/checklists/{meeting}/"),
        ):
            log.since()
            page.goto(path, wait_until="networkidle")
            yield what, *log.since()
        page.context.close()
        visit_and_wait(browser.new_context(base_url=address).new_page(), f"{locale}/")
        yield "first visit, home, and the whole language kept offline", *log.since()
        browser.close()


def load(address: str, accepting: str) -> str:
    """Ask for an address as often as 50 connections can in five seconds; return what wrk says a second."""
    command = [
        str(find_program("wrk")),
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
            for what, requests, size in visits(guide, address, SentLog(folder / "sent.log")):
                print(f"{what}: {requests} requests, {size:,} bytes")
            if find_program("wrk") is None:
                sys.exit(
                    "no wrk on this machine (Debian: apt install wrk): not how often it answers a second"
                )
            page = f"{address}{guide.site.default_locale}/tricks/{next(iter(guide.tricks))}/"
            for accepting in ("identity", "gzip", "gzip, br"):
                print(f"{accepting}: {load(page, accepting)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
