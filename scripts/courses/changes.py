"""When files last changed, so that programs which keep what they imported can tell a newer text.

No clock is read, so that the same commit gives the same bytes. A file that git knows changed when its
last commit arrived on the branch; one that differs from its last commit, or that no git knows, when its
own date says. SOURCE_DATE_EPOCH bounds both (https://reproducible-builds.org/specs/source-date-epoch/).
"""

import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path

from scripts.zipping import declared_moment


class Changes:
    """The dates of the files below a folder, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._of = cache(self._read)

    def latest(self, files: Sequence[str]) -> int:
        """Return when the latest of these files changed, in seconds since 1970; 0 where nothing tells."""
        latest = max(map(self._of, files), default=0)
        limit = declared_moment()
        return latest if limit is None else min(latest, limit)

    def _read(self, file: str) -> int:
        committed = self._committed.get(file)
        if committed is not None:
            return committed
        with suppress(OSError):
            return int((self._folder / file).stat().st_mtime)
        return 0

    @cached_property
    def _committed(self) -> Mapping[str, int]:
        """When the last commit of each file that is as committed arrived; nothing without git."""
        try:
            log = self._git("log", "--first-parent", "-m", "--reverse", "--name-only", "--format=%x00%ct")
            edited = self._git("diff", "--name-only", "HEAD").splitlines()
        except (OSError, subprocess.CalledProcessError):
            return {}
        found: dict[str, int] = {}
        for commit in log.split("\0")[1:]:
            moment, *files = commit.split("\n")
            for file in filter(None, files):
                # A commit with a clock that goes slow is newer all the same.
                found[file] = max(int(moment), found.get(file, 0) + 1)
        return {file: moment for file, moment in found.items() if file not in edited}

    def _git(self, command: str, *options: str) -> str:
        line = ["git", "-c", "core.quotePath=false", command, *options, "--relative", "--", "."]
        done = subprocess.run(line, cwd=self._folder, capture_output=True, text=True, check=True)
        return done.stdout
