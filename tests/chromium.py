"""Find a Chromium for the browser tests; as a command, install one where the machine allows it.

Order: the CHROMIUM variable, a Chromium or Chrome on the PATH, then Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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


def install_chromium() -> None:
    """Try the system's packages, then Playwright's download; say nothing where both fail."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *arguments], env=environment, capture_output=True, check=False)
    if find_chromium() is None:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, capture_output=True, check=False)


if __name__ == "__main__":
    if find_chromium() is None:
        print("No Chromium on this machine; installing one for the browser tests.")
        install_chromium()
    if find_chromium() is None:
        print(
            "Browser tests will be skipped: no Chromium could be installed. "
            "Install it (Debian: apt install chromium) or set CHROMIUM to its path."
        )
