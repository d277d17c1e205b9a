"""The build as a whole: reproducible, all or nothing, and never over a folder that is not ours."""

import dataclasses
import filecmp
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts import build as building
from scripts.build import STEPS, BuildFailed, build
from scripts.cli import main
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing.own_site import write_facts
from tests.built_site import ADDRESS, sample_guide, sample_site
from tests.light_builds import lighten, version_of

# Whole builds: not for every step of a developer.
pytestmark = pytest.mark.site


def _quiet(step: building.Step) -> None:
    pass


def _differing(comparison: filecmp.dircmp[str]) -> Iterator[str]:
    yield from comparison.left_only + comparison.right_only + comparison.funny_files
    _, mismatch, errors = filecmp.cmpfiles(
        comparison.left, comparison.right, comparison.common_files, shallow=False
    )
    yield from mismatch + errors
    for below in comparison.subdirs.values():
        yield from _differing(below)


@pytest.mark.long
def test_the_command_gives_the_same_bytes_in_a_process_of_its_own_and_is_silent_where_nobody_looks(
    tmp_path: Path,
) -> None:
    again = tmp_path / "again"
    places = ["--root", str(sample_guide().root), "--out", str(again), "--url", ADDRESS]
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "build", "--afresh", *places],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert list(_differing(filecmp.dircmp(sample_site(), again))) == []


@pytest.fixture(scope="module")
def tiny(_tiny_guide: Path) -> Guide:
    """A guide that is quick to build, in one language."""
    guide = load_checked(_tiny_guide)
    alone = guide.site.model_copy(update={"locales": [guide.site.default_locale]})
    return dataclasses.replace(guide, site=alone)


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Builds whose steps follow each other as ever and write next to nothing."""
    lighten(monkeypatch.setattr)
    return monkeypatch


def test_a_new_build_replaces_the_old_one_whole(
    light: pytest.MonkeyPatch, tiny: Guide, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "site"
    steps: list[str] = []
    build(tiny, out, steps.append)
    assert steps == list(STEPS)
    assert version_of(out) == "1"
    (out / "es" / ".DS_Store").write_text("old", encoding="utf-8")
    lighten(light.setattr, "2")
    build(tiny, out, _quiet)
    assert version_of(out) == "2"
    assert not (out / "es" / ".DS_Store").exists()
    assert [path.name for path in out.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_fails_at_any_step_leaves_the_old_site(
    light: pytest.MonkeyPatch, tiny: Guide, tmp_path: Path, step: building.Step
) -> None:
    _stumbles_at(step, tiny, tmp_path)


def test_a_whole_build_that_fails_at_last_leaves_the_old_site(tiny: Guide, tmp_path: Path) -> None:
    *_, last = STEPS
    _stumbles_at(last, tiny, tmp_path)


def _stumbles_at(step: building.Step, guide: Guide, folder: Path) -> None:
    """Expect of a build that is stopped at a step that the old site is as it was, and alone."""
    out = folder / "out" / "site"
    out.mkdir(parents=True)
    (out / "index.html").write_text("old", encoding="utf-8")
    write_facts(out, 1, ["index.html"])

    def stumble(now: building.Step) -> None:
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(guide, out, stumble)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in out.iterdir()) == ["build.json", "index.html"]
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_folder_of_someone_elses_is_refused(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BuildFailed, match="not a site that this version made"):
        build(guide, tmp_path / "letters", _quiet)
    assert (tmp_path / "letters" / "dear.txt").is_file()


def test_a_link_that_leads_nowhere_fails_the_build(
    tiny_folder: Path, tmp_path: Path, light: pytest.MonkeyPatch
) -> None:
    lost = "es/method/index.html: broken link: #no-such-heading"
    light.setattr(building, "broken_links", lambda *_: [lost])
    result = CliRunner().invoke(main, ["build", "--root", str(tiny_folder), "--out", str(tmp_path / "s")])
    assert result.exit_code == 1
    assert "broken link: #no-such-heading" in result.stderr
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("command", ["build", "serve"])
def test_mkdocs_typed_by_habit_says_what_to_run(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", command],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "python -m scripts build" in done.stderr + done.stdout or "make site" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
