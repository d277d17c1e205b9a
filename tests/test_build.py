"""The build as a whole: reproducible, all or nothing, and never over a folder that is not ours."""

import filecmp
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from scripts import build as building
from scripts.build import STEPS, BuildFailed, build
from scripts.cli import main
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing.own_site import write_facts
from tests import DATA


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


def test_the_same_data_give_the_same_bytes(guide: Guide, site: Path, tmp_path: Path) -> None:
    build(guide, tmp_path / "again", _quiet)
    assert list(_differing(filecmp.dircmp(site, tmp_path / "again"))) == []


def test_a_new_build_replaces_the_old_one_whole(guide: Guide, tmp_path: Path) -> None:
    out = tmp_path / "site"
    steps: list[str] = []
    build(guide, out, steps.append)
    assert steps == list(STEPS)
    (out / "es" / "stale.html").write_text("old", encoding="utf-8")
    build(guide, out, _quiet)
    assert not (out / "es" / "stale.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_fails_at_any_step_leaves_the_old_site(
    guide: Guide, tmp_path: Path, step: building.Step
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("old", encoding="utf-8")
    write_facts(out, 1)

    def stumble(now: building.Step) -> None:
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(guide, out, stumble)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in out.iterdir()) == ["build.json", "index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_someone_elses_is_refused(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BuildFailed, match="not a site made by this build"):
        build(guide, tmp_path / "letters", _quiet)
    assert (tmp_path / "letters" / "dear.txt").is_file()


def test_a_page_that_the_engine_refuses_fails_the_build(guide_folder: Path, tmp_path: Path) -> None:
    page = guide_folder / "content/pages/es/method.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](#no-such-heading)\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(guide_folder), "--out", str(tmp_path / "s")])
    assert result.exit_code == 1
    assert "broken link: #no-such-heading" in result.stderr
    assert not (tmp_path / "s").exists()


def test_adding_an_entry_of_every_kind_needs_data_only(guide_folder: Path, tmp_path: Path) -> None:
    sound = (DATA / "sound-trick.yml").read_text(encoding="utf-8")
    sound = sound.replace("meetings: [demo]", "meetings: [golf]").replace(
        "[put-it-in-the-annex]", "[put-it-in-the-annex, count-to-ten]"
    )
    (guide_folder / "tricks/leaving").mkdir()
    (guide_folder / "tricks/leaving/golden-handcuffs.yml").write_text(sound, encoding="utf-8")
    for kind, slug, original in (
        ("meetings", "golf", "demo"),
        ("countermeasures", "count-to-ten", "put-it-in-the-annex"),
        ("quizzes", "leaving", "buying"),
    ):
        folder = guide_folder / "content" / kind
        text = (folder / f"{original}.yml").read_text(encoding="utf-8")
        (folder / f"{slug}.yml").write_text(
            text.replace("phases: [buying]", "phases: [leaving]"), encoding="utf-8"
        )
    with (guide_folder / "content/phases.yml").open("a", encoding="utf-8") as phases:
        phases.write(
            "- id: leaving\n  name: {es: La salida, en: Leaving}\n"
            "  summary: {es: Irse cuesta., en: To leave is dear.}\n"
            "  intro: {es: Irse., en: Leaving.}\n"
        )
    for locale in ("es", "en"):
        page = guide_folder / f"content/pages/{locale}/extra.md"
        page.write_text("---\ntitle: Extra\ndescription: Una página más.\n---\n\n## Más\n", encoding="utf-8")
    out = tmp_path / "site"
    result = CliRunner().invoke(main, ["build", "--root", str(guide_folder), "--out", str(out)])
    assert result.exit_code == 0, result.stderr
    for path in (
        "tricks/golden-handcuffs",
        "phases/leaving",
        "checklists/golf",
        "countermeasures/count-to-ten",
        "quizzes/leaving",
        "extra",
    ):
        assert (out / "en" / path / "index.html").is_file()


def test_a_half_translated_entry_is_shown_and_marked(guide_folder: Path, tmp_path: Path) -> None:
    sound = (DATA / "sound-trick.yml").read_text(encoding="utf-8")
    one = sound.replace("cost: {es: Cuesta dinero., en: It costs money.}", "cost: {en: It costs money.}")
    (guide_folder / "tricks/people/half.yml").write_text(one, encoding="utf-8")
    build(load_checked(guide_folder), tmp_path / "site", _quiet)
    page = LexborHTMLParser((tmp_path / "site/es/tricks/half/index.html").read_text(encoding="utf-8"))
    assert [node.text().strip() for node in page.css('article [lang="en"]') if "money" in node.text()]
    assert page.css(".notice")
    other = LexborHTMLParser((tmp_path / "site/en/tricks/half/index.html").read_text(encoding="utf-8"))
    assert not other.css(".notice")


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
