"""Guides in git repositories of their own, for what is compared with a revision."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> None:
    """Run a git command in `folder`, whoever the machine's user is."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def start_repository(folder: Path) -> None:
    """Make a repository of what `folder` holds, its first commit tagged `start`."""
    git(folder, "init", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--message=start")
    git(folder, "tag", "start")
