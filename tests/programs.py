"""The programs that tests run and Python's packages do not bring; as a command, install what is missing.

`python -m tests.programs` takes Debian's packages where it is root, Playwright's own Chromium elsewhere,
and says in one line which tests will be skipped for want of a program.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.chromium import WITHOUT_WINDOW, find_chromium
from tests.firefox import find_firefox
from tests.libreoffice import find_libreoffice

_SYSTEM_FOLDERS = "/usr/sbin:/usr/local/sbin"
"""Where web servers stand, and an ordinary user's PATH does not look."""


class _Program(NamedTuple):
    name: str
    packages: tuple[str, ...]
    """In Debian; the first one brings the program."""
    without: str
    """What follows where it is missing."""
    find: Callable[[], str | None]


def find_program(name: str) -> str | None:
    """Return the path of a program on this machine, or None."""
    return shutil.which(name) or shutil.which(name, path=_SYSTEM_FOLDERS)


PROGRAMS = (
    _Program(
        WITHOUT_WINDOW,
        (WITHOUT_WINDOW,),
        "the browser tests take three times as long",
        lambda: os.environ.get("CHROMIUM") or shutil.which(WITHOUT_WINDOW),
    ),
    _Program("chromium", ("chromium",), "the browser tests will be skipped", find_chromium),
    _Program(
        "nginx",
        ("nginx-light", "libnginx-mod-http-brotli-static"),
        "the tests of the files for nginx will be skipped",
        lambda: find_program("nginx"),
    ),
    _Program(
        "java",
        ("default-jre-headless",),
        "the test that EPUBCheck reads the handbook will be skipped",
        lambda: find_program("java"),
    ),
    _Program(
        "npm",
        ("npm",),
        "the tests in which a course system runs the quizzes will be skipped",
        lambda: find_program("npm"),
    ),
    _Program(
        "caddy", ("caddy",), "the tests of the file for Caddy will be skipped", lambda: find_program("caddy")
    ),
    _Program(
        "msgfmt",
        ("gettext",),
        "the test that gettext reads the files for translators will be skipped",
        lambda: find_program("msgfmt"),
    ),
    _Program(
        "curl", ("curl",), "an example of the data's page will not be run", lambda: find_program("curl")
    ),
    _Program("jq", ("jq",), "an example of the data's page will not be run", lambda: find_program("jq")),
    _Program(
        "LibreOffice",
        ("libreoffice-calc-nogui", "libreoffice-writer-nogui"),
        "the tests in which it opens the office files will be skipped",
        find_libreoffice,
    ),
    _Program(
        "Firefox",
        ("firefox-esr",),
        "the test of the guide unpacked in Firefox will be skipped",
        find_firefox,
    ),
)


def missing() -> list[_Program]:
    """Return the programs that this machine lacks."""
    return [program for program in PROGRAMS if program.find() is None]


def install(programs: Sequence[_Program]) -> None:
    """Try the system's packages, then Playwright's download; say nothing where both fail."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _apt_get("update")
        # Package by package: an older Debian may lack one of them.
        for program in programs:
            # One installed before may have made another one needless.
            for package in program.packages if program.find() is None else ():
                _apt_get("install", "--yes", "--no-install-recommends", package)
    if find_chromium() is None:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, capture_output=True, check=False)


def _apt_get(*arguments: str) -> None:
    # RUNLEVEL: tests start servers of their own; Debian shall start none on port 80.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", *arguments], env=environment, capture_output=True, check=False)


if __name__ == "__main__":
    if wanted := missing():
        print(f"Installing what the tests run: {', '.join(program.name for program in wanted)}")
        install(wanted)
    for program in missing():
        advice = f"Debian: apt install {' '.join(program.packages)}"
        if program.name == "chromium":
            advice += "; or set CHROMIUM to its path"
        print(f"Without {program.name}, {program.without} ({advice}).")
