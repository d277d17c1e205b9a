"""A build leaves the old site or the new one, whole, and nothing else: killed, stopped, refused, doubled."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from scripts.build import BuildFailed, build
from scripts.cli import main
from scripts.guide import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.publishing import taking_place
from scripts.publishing.own_site import FACTS, refuse_sources, refuse_strangers
from scripts.publishing.taking_place import work_folder
from tests.light_builds import MOMENTS, lighten, version_of

# Whole builds: not for every step of a developer.
pytestmark = pytest.mark.site

Told = list[dict[str, object]]


@pytest.fixture(scope="session")
def guide(_tiny_guide: Path) -> Guide:
    """How much is in a guide changes nothing here."""
    return load_checked(_tiny_guide)


@pytest.fixture(scope="module")
def trials(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Told]:
    """What became of builds by trial (see light_builds.py): one process makes them all."""
    folder = tmp_path_factory.mktemp("trials")
    done = subprocess.run(
        [sys.executable, "-m", "tests.light_builds", folder, guide.root, "killed", "full", "by_turns", "two"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: Mapping[str, Told] = json.loads(done.stdout)
    return told


_of_trials = pytest.mark.xdist_group("trials")


@_of_trials
def test_killed_at_twenty_moments_a_build_leaves_a_whole_site_and_the_next_one_cleans_up(
    trials: Mapping[str, Told],
) -> None:
    told = trials["killed"]
    assert len(told) == MOMENTS
    assert {each["ended"] for each in told} == {-9}
    assert {each["then"] for each in told[:10]} == {"old"}
    assert {each["then"] for each in told} == {"old", "new"}, "never none, never half of each"
    assert [(each["next"], each["is_next"], each["beside"]) for each in told] == [(0, True, [])] * MOMENTS


@_of_trials
def test_a_full_disk_at_any_write_is_one_line_and_harms_nothing(trials: Mapping[str, Told]) -> None:
    *told, last = trials["full"]
    assert len(told) > MOMENTS
    assert (last["code"], last["site"], last["beside"]) == (0, "new", [])
    for each in told:
        assert (each["code"], each["site"], each["beside"]) == (1, "old", []), each
        said = str(each["said"])
        assert said.endswith(": the disk is full.\n"), said
        assert said.count("\n") == 1, said


@_of_trials
def test_without_an_exchange_whoever_comes_next_puts_the_old_site_back(trials: Mapping[str, Told]) -> None:
    told = trials["by_turns"]
    assert [each["before"] for each in told] == ["old", "none"]
    assert [(each["site"], each["beside"]) for each in told] == [("old", [])] * 2


@_of_trials
def test_two_builds_at_once_leave_one_of_both_whole(trials: Mapping[str, Told]) -> None:
    for each in trials["two"]:
        assert each["ended"] == [0, 0]
        assert each["site"] in ("a", "b")
        assert each["beside"] == []


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    lighten(monkeypatch.setattr)
    return monkeypatch


@pytest.fixture
def built(light: pytest.MonkeyPatch, guide: Guide, tmp_path: Path) -> Path:
    """A site as the build leaves it."""
    _build(guide, tmp_path / "site")
    assert version_of(tmp_path / "site") == "1"
    return tmp_path / "site"


def _build(guide: Guide, out: Path) -> None:
    build(guide, out, lambda step: None)


def _everything(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_symlink() or path.exists()
    }


def _refused(guide: Guide, out: Path, watched: Path, match: str) -> None:
    before = _everything(watched)
    with pytest.raises(BuildFailed, match=match) as failed:
        _build(guide, out)
    assert "\n" not in str(failed.value)
    assert _everything(watched) == before


@pytest.mark.parametrize(
    "name",
    [
        *("CNAME", ".git/HEAD", ".nojekyll", "notes.txt", "es/notes.txt", "es/.git/HEAD", "mine/page.html"),
        *("es/mine.html", "es/mine/index.html"),
    ],
)
def test_what_somebody_put_into_a_site_is_named_and_kept(built: Path, guide: Guide, name: str) -> None:
    file = built / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    top = name.rpartition("/")[0] if name.startswith((".git", "mine", "es/.git", "es/mine/")) else name
    _refused(guide, built, built, rf"holds what no build wrote: {top}\. Move it away")


def test_a_link_in_the_place_of_a_file_or_folder_is_somebodys(built: Path, guide: Guide) -> None:
    (built / "es").rename(built.parent / "elsewhere")
    (built / "es").symlink_to(built.parent / "elsewhere")
    _refused(guide, built, built.parent, "no build wrote: es")


def test_what_comes_while_a_build_runs_is_kept_too(
    built: Path, guide: Guide, light: pytest.MonkeyPatch
) -> None:
    def late(*_: object) -> list[str]:
        (built / "CNAME").write_text("mine", encoding="utf-8")
        return []

    light.setattr("scripts.build.broken_links", late)
    with pytest.raises(BuildFailed, match="no build wrote: CNAME"):
        _build(guide, built)
    assert (built / "CNAME").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in built.parent.iterdir()] == ["site"]


def test_what_comes_at_the_very_moment_of_the_swap_is_kept_too(
    built: Path, guide: Guide, light: pytest.MonkeyPatch
) -> None:
    swap = taking_place.exchange

    def late(one: Path, other: Path) -> bool:
        (built / "CNAME").write_text("mine", encoding="utf-8")
        return swap(one, other)

    light.setattr("scripts.publishing.taking_place.exchange", late)
    with pytest.raises(BuildFailed, match=r"/site holds what no build wrote: CNAME"):
        _build(guide, built)
    assert (built / "CNAME").read_text(encoding="utf-8") == "mine"


def test_the_traces_of_looking_go_with_the_old_site(built: Path, guide: Guide) -> None:
    for name in (".DS_Store", "en/Thumbs.db"):
        (built / name).write_text("old", encoding="utf-8")
    _build(guide, built)
    assert version_of(built) == "1"


@pytest.mark.parametrize(
    "facts",
    [
        "{}",
        "[]",
        "nonsense",
        "",
        "\0",
        "[" * 100_000,
        '{"made_by": "Forewarned / Prevenido"}',
        '{"made_by": "Forewarned / Prevenido", "pages": 3}',
        '{"made_by": "Forewarned / Prevenido", "files": "build.json"}',
        '{"made_by": "Forewarned / Prevenido", "files": [1]}',
        '{"made_by": "webpack", "files": ["build.json"]}',
    ],
    ids=range(11),
)
def test_a_file_of_that_name_does_not_make_it_ours(
    light: pytest.MonkeyPatch, guide: Guide, tmp_path: Path, facts: str
) -> None:
    out = tmp_path / "project"
    out.mkdir()
    (out / FACTS).write_text(facts, encoding="utf-8")
    (out / "index.html").write_text("mine", encoding="utf-8")
    _refused(guide, out, tmp_path, "is not a site that this version made")


def _places(root: Path) -> Iterator[Path]:
    yield from (root, root.parent, Path("/"), Path.home(), REPOSITORY, REPOSITORY.parent)
    yield from (root / "content", root / "tricks", root / "content/out", root / "tricks/buying/deep/out")
    yield from (
        REPOSITORY / name for name in ("scripts", "scripts/out", "overrides/out", "tests/out", ".git")
    )
    yield from (root / "site/.git/out", root / "nothing/../content/out")


def test_the_sources_and_what_holds_them_are_refused_under_any_name(tmp_path: Path) -> None:
    root = tmp_path / "guide"
    for name in ("content", "tricks"):
        (root / name).mkdir(parents=True)
    taken = []
    for number, place in enumerate(_places(root)):
        link = tmp_path / f"link-{number}"
        link.symlink_to(place)
        for way in (place, link, link / "below") if place.name in ("content", "tricks") else (place, link):
            try:
                refuse_sources(Path(os.path.realpath(way)), root)
            except Exception as refused:
                assert "guide's own files" in str(refused)  # noqa: PT017 - all places in one report
            else:
                taken.append(way)
    assert taken == []
    for free in (root / "site", REPOSITORY / "site", REPOSITORY / "build/site", tmp_path / "contents"):
        refuse_sources(free, root)


def _command(out: str, light: pytest.MonkeyPatch, guide: Guide) -> Result:
    light.setattr("scripts.commands.build_command.load_to_build", lambda *_, **__: guide)
    result = CliRunner().invoke(main, ["build", "--lang", "en", "--out", out])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_odd_names_are_built_to_or_refused_in_one_line(
    light: pytest.MonkeyPatch, guide: Guide, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "empty").mkdir()
    expected = {
        "-leading": 0, "two\nlines": 0, os.fsdecode(b"\xff\xfe"): 0, "n" * 255: 0, "a/b/c": 0, "empty": 0,
        "n" * 256: 1, "file": 2, "file/below": 1, "loop": 1, "a\0b": 2, "": 2,
    }  # fmt: skip
    found = {}
    for name in expected:
        result = _command(f"{tmp_path}/{name}" if name else "", light, guide)
        found[name] = result.exit_code
        said = result.output.strip()
        if result.exit_code == 1:
            assert len(said.splitlines()) == 1, said
        if result.exit_code == 0:
            assert version_of(tmp_path / name) == "1"
            assert len(said.splitlines()) == 1, said
    assert found == expected
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC], ids=errno.errorcode.get)
def test_where_nothing_can_be_written_one_line_says_so(
    built: Path, guide: Guide, light: pytest.MonkeyPatch, code: int
) -> None:
    def cannot(*_: object, **__: object) -> str:
        raise OSError(code, os.strerror(code), str(built.parent))

    light.setattr("scripts.publishing.taking_place.tempfile.mkdtemp", cannot)
    result = _command(str(built), light, guide)
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert version_of(built) == "1"


@pytest.mark.parametrize("date", ["", " ", "soon", "-1", "1.5", "0x10", "٣", "9" * 5000, "4354819200"])
def test_an_odd_date_is_refused_before_anything_is_made(
    light: pytest.MonkeyPatch, guide: Guide, tmp_path: Path, date: str
) -> None:
    light.setenv("SOURCE_DATE_EPOCH", date)
    result = _command(str(tmp_path / "site"), light, guide)
    assert result.exit_code == 1
    assert result.output.startswith("SOURCE_DATE_EPOCH is ")
    assert len(result.output.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_work_folder_in_use_is_left_and_an_abandoned_one_swept(tmp_path: Path) -> None:
    abandoned = tmp_path / ".forewarned-building-abandoned"
    used = tmp_path / ".forewarned-building-used"
    for folder in (abandoned, used):
        (folder / "site/es").mkdir(parents=True)
    linked = tmp_path / ".forewarned-building-link"
    linked.symlink_to(tmp_path / "mine")
    (tmp_path / "mine").mkdir()
    with FileLock(used / "lock", timeout=0), work_folder(tmp_path / "site") as work:
        assert work.is_dir()
        assert not abandoned.exists()
        assert (used / "site/es").is_dir()
    assert not work.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [linked.name, used.name, "mine"]


def test_git_ignores_what_a_killed_build_leaves() -> None:
    done = subprocess.run(
        ["git", "check-ignore", "--quiet", ".forewarned-building-x1y2z3/site/index.html"],
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0


def test_a_folder_that_cannot_be_looked_at_is_an_error_not_a_stranger(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        refuse_strangers(tmp_path / "file" / "below")
