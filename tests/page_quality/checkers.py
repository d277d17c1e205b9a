"""The checkers, installed from their locked list when they are first asked for."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from scripts.places import KEPT
from tests.programs import find_program

_LOCKED = Path(__file__).parent
_LONGEST = 600
"""In seconds: what any one program may take."""
_LISTS = ("package.json", "package-lock.json")


class CheckerFailed(Exception):
    """A checker could not be installed or run; the message says why, or holds its own words."""


def needed(name: str, package: str) -> str:
    """Return the path of a program on this machine. Raises CheckerFailed, naming Debian's package."""
    found = find_program(name)
    if found is None:
        raise CheckerFailed(f"no {name} on this machine (Debian: apt install {package})")
    return found


def run(*command: str | Path, environment: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what a program writes to standard output. Raises CheckerFailed with what it wrote elsewhere."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            timeout=_LONGEST,
            env={**os.environ, **environment},
        )
    except subprocess.CalledProcessError as error:
        raise CheckerFailed(f"{command[0]}: {error.stderr.strip()[-2000:]}") from error
    except subprocess.TimeoutExpired as error:
        raise CheckerFailed(f"{command[0]}: not done after {_LONGEST} s") from error
    return done.stdout


def installed(lists: Path = _LOCKED) -> Path:
    """Return the `node_modules` of what the locked list in the folder `lists` names. Raises CheckerFailed."""
    home = KEPT / lists.name.replace("_", "-")
    ready = home / "ready"
    locked = "".join((lists / name).read_text(encoding="utf-8") for name in _LISTS)
    if not ready.is_file() or ready.read_text(encoding="utf-8") != locked:
        npm = needed("npm", "npm")
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        for name in _LISTS:
            shutil.copyfile(lists / name, home / name)
        # Without scripts: one of them would fetch a whole Java, another tell its makers.
        run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", home)
        ready.write_text(locked, encoding="utf-8")
    return home / "node_modules"
