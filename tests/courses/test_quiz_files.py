"""The files for trainers: there for every quiz and locale, the same each time, offered on its page."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.cli import main
from scripts.courses.quiz_files import Wanted, write_quizzes
from scripts.derived.quiz_names import ENDINGS, downloads, forms_of
from scripts.guide.whole import Guide
from scripts.options import load_checked
from scripts.places import REPOSITORY
from tests.built_site import parsed
from tests.exported import ADDRESS

pytestmark = pytest.mark.thorough

NAMES = ("{}-moodle.xml", "{}.gift.txt", "{}-qti.zip", "{}.apkg", "{}-quiz.csv")


def test_every_quiz_has_each_file_in_each_locale(guide_folder: Path, tmp_path: Path) -> None:
    guide = load_checked(guide_folder)
    write_quizzes(guide, tmp_path / "out", ADDRESS)
    for locale in guide.site.locales:
        drawn = {slug for slug, quiz in guide.quizzes.items() if quiz.select.random}
        expected = {name.format(slug) for slug in guide.quizzes.keys() - drawn for name in NAMES}
        expected |= {f"{slug}-qti.zip" for slug in drawn}
        assert {file.name for file in (tmp_path / "out" / locale).iterdir()} == expected


def test_the_same_data_give_the_same_bytes(guide: Guide, tmp_path: Path) -> None:
    wanted = Wanted(quizzes=list(guide.quizzes)[:2])
    once = write_quizzes(guide, tmp_path / "once", ADDRESS, wanted)
    again = write_quizzes(guide, tmp_path / "again", ADDRESS, wanted)
    assert [file.read_bytes() for file in once] == [file.read_bytes() for file in again]


def test_export_writes_what_is_asked_for(guide: Guide, tmp_path: Path) -> None:
    slug = next(slug for slug, quiz in guide.quizzes.items() if "gift" in forms_of(quiz))
    locale = guide.site.default_locale
    formats = ["--format", "gift", "--format", "scorm"]
    asked = ["--quiz", slug, *formats, "--locale", locale, "--out", str(tmp_path)]
    result = CliRunner().invoke(main, ["export", *asked])
    assert result.exit_code == 0, result.output
    files = [tmp_path / locale / f"{slug}{ending}" for ending in (".gift.txt", "-scorm.zip")]
    assert result.stdout.split() == list(map(str, files))
    assert {each for each in tmp_path.rglob("*") if each.is_file()} == set(files)


def test_export_refuses_a_draw_where_the_format_cannot_draw(guide: Guide, tmp_path: Path) -> None:
    drawn = next(slug for slug, quiz in guide.quizzes.items() if quiz.select.random)
    asked = ["--quiz", drawn, "--format", "moodle", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, ["export", *asked])
    assert result.exit_code == 2
    assert f"{drawn}: qti, scorm" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wrong", [["--quiz", "no-such"], ["--format", "docx"], ["--locale", "xx"]])
def test_export_refuses_what_it_does_not_know(wrong: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", "--out", str(tmp_path / "out"), *wrong])
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_export_says_faults_of_the_data(guide_folder: Path, tmp_path: Path) -> None:
    quiz = next((guide_folder / "content/quizzes").glob("*.yml"))
    quiz.write_text("name: {}\n", encoding="utf-8")
    out = str(tmp_path / "out")
    result = CliRunner().invoke(main, ["export", "--root", str(guide_folder), "--out", out, "--lang", "en"])
    assert result.exit_code == 1
    assert f"content/quizzes/{quiz.name}:1:" in result.stderr


def test_each_quiz_page_offers_its_files(site: Path, guide: Guide) -> None:
    for locale in guide.site.locales:
        for slug in guide.quizzes:
            page = site / locale / "quizzes" / slug / "index.html"
            links = parsed(page).css(".downloads a[download]")
            assert [str(link.attributes["href"]) for link in links] == [
                f"../../{name}" for name in downloads(guide.quizzes[slug]).values()
            ]
            assert all((page.parent / str(link.attributes["href"])).resolve().is_file() for link in links)


def test_every_format_has_a_name_for_readers(guide: Guide) -> None:
    for wording in guide.wordings.values():
        assert {f"download_{form}" for form in ENDINGS} <= set(wording.words)


def test_exports_are_not_committed() -> None:
    assert "/exports/" in (REPOSITORY / ".gitignore").read_text("utf-8").split()
