"""Find a Chromium for the browser tests; `python -m tests.programs` installs one.

Order: the CHROMIUM variable; Debian's build of Chromium without a window, which shows a page for a third
of the work; a Chromium or Chrome on the PATH; then Playwright's own.
"""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

WITHOUT_WINDOW = "chromium-headless-shell"
_NAMES = (WITHOUT_WINDOW, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    on_path = (shutil.which(name) for name in _NAMES)
    return os.environ.get("CHROMIUM") or next(filter(None, on_path), None) or _own_of_playwright()


def _own_of_playwright() -> str | None:
    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).exists() else None
