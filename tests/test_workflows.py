"""The workflows: pinned by hash, able to read and little more, safe for pull requests from forks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts.places import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
_USES = re.compile(r"uses: (\S+?)@(\S+)(.*)")


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--persona", "pedantic", ".github/workflows"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v5\n      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([str(zizmor), "--offline", str(bad)], capture_output=True, text=True, check=False)
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_pinned_and_read_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for action, commit, comment in _USES.findall(text):
        assert re.fullmatch(r"[0-9a-f]{40}", commit), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
    data = yaml.safe_load(text)
    assert data["permissions"] == {}
    assert "concurrency" in data
    # YAML 1.1 reads the key `on` as true.
    pulled = "pull_request" in data[True]
    assert "pull_request_target" not in text
    for job in data["jobs"].values():
        assert job["timeout-minutes"] <= 60
        granted = set(job["permissions"].items())
        if pulled:
            assert granted == {("contents", "read")}
            assert "secrets." not in text
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_only_main_is_published() -> None:
    deploy = yaml.safe_load((REPOSITORY / ".github/workflows/deploy.yml").read_text(encoding="utf-8"))
    assert deploy[True]["push"] == {"branches": ["main"]}
    assert deploy["jobs"]["deploy"]["if"] == "github.ref == 'refs/heads/main'"
