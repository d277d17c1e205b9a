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
from tests import DATA
from tests.built_site import ADDRESS, page_at, sample_guide, sample_site
from tests.light_builds import lighten, version_of
from tests.small_guide import tiny_guide

# Whole builds: not for every step of a developer.
pytestmark = pytest.mark.site


def _quiet(step: building.Step) -> None:
    pass


_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from scripts.build import build
from scripts.options import load_checked

if __name__ == "__main__":
    build(load_checked(Path(sys.argv[1])), Path(sys.argv[2]), lambda step: None, sys.argv[3])
"""


def _differing(comparison: filecmp.dircmp[str]) -> Iterator[str]:
    yield from comparison.left_only + comparison.right_only + comparison.funny_files
    _, mismatch, errors = filecmp.cmpfiles(
        comparison.left, comparison.right, comparison.common_files, shallow=False
    )
    yield from mismatch + errors
    for below in comparison.subdirs.values():
        yield from _differing(below)


def test_the_same_data_give_the_same_bytes_in_another_process_with_another_clock(tmp_path: Path) -> None:
    again = tmp_path / "again"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-c", _IN_ANOTHER_PROCESS, str(sample_guide().root), str(again), ADDRESS]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)
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
    write_facts(out, 1)

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


SOUND = (DATA / "sound-trick.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a guide to which an entry of every kind was added, one of them half translated."""
    folder = tiny_guide(tmp_path_factory.mktemp("grown") / "guide")
    everywhere = SOUND.replace("meetings: [demo]", "meetings: [golf]").replace(
        "[put-it-in-the-annex]", "[put-it-in-the-annex, count-to-ten]"
    )
    (folder / "tricks/parting").mkdir()
    (folder / "tricks/parting/golden-handcuffs.yml").write_text(everywhere, encoding="utf-8")
    half = SOUND.replace("cost: {es: Cuesta dinero., en: It costs money.}", "cost: {en: It costs money.}")
    (folder / "tricks/people/half.yml").write_text(half, encoding="utf-8")
    for kind, slug, original in (
        ("meetings", "golf", "demo"),
        ("countermeasures", "count-to-ten", "put-it-in-the-annex"),
        ("quizzes", "parting", "people"),
    ):
        file = folder / "content" / kind / f"{original}.yml"
        text = file.read_text(encoding="utf-8").replace("phases: [people]", "phases: [parting]")
        file.with_stem(slug).write_text(text, encoding="utf-8")
    with (folder / "content/phases.yml").open("a", encoding="utf-8") as phases:
        phases.write(
            "- id: parting\n  name: {es: La salida, en: Leaving}\n"
            "  summary: {es: Irse cuesta., en: To leave is dear.}\n"
            "  intro: {es: Irse., en: Leaving.}\n"
        )
    for locale in ("es", "en"):
        page = folder / f"content/pages/{locale}/extra.md"
        page.write_text("---\ntitle: Extra\ndescription: Una página más.\n---\n\n## Más\n", encoding="utf-8")
    out = folder.parent / "site"
    result = CliRunner().invoke(main, ["build", "--root", str(folder), "--out", str(out)])
    assert result.exit_code == 0, result.stderr
    return out


@pytest.mark.xdist_group("grown")
def test_adding_an_entry_of_every_kind_needs_data_only(grown: Path) -> None:
    for path in (
        "tricks/golden-handcuffs",
        "phases/parting",
        "checklists/golf",
        "countermeasures/count-to-ten",
        "quizzes/parting",
        "extra",
    ):
        assert (grown / "en" / path / "index.html").is_file()


@pytest.mark.xdist_group("grown")
def test_a_half_translated_entry_is_shown_and_marked(grown: Path) -> None:
    page = page_at(grown, "es", "tricks", "half")
    assert [node.text().strip() for node in page.css('article [lang="en"]') if "money" in node.text()]
    assert page.css(".notice")
    assert not page_at(grown, "en", "tricks", "half").css(".notice")


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
