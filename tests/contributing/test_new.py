"""A new entry as a contributor begins it: by questions or flags, in either language, never overwriting."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from scripts.checks.advice import advise
from scripts.checks.guide_checks import check
from scripts.checks.likeness import alike
from scripts.cli import main
from scripts.contributing.drafts import appended, proposed_slug
from scripts.entries.loading import load
from scripts.guide.question import KINDS, TwoSigns
from scripts.guide.voice import Voice
from scripts.options import load_checked
from scripts.problems.problem import Problem
from tests.real_guide import real_guide

pytestmark = pytest.mark.thorough

GUIDE = real_guide()


def _new(folder: Path, *arguments: str, typed: str = "", lang: str = "es") -> Result:
    kind, *rest = arguments
    command = ["new", kind, "--root", str(folder), "--lang", lang, *rest]
    result = CliRunner().invoke(main, command, input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _faults(folder: Path, file: str) -> list[Problem]:
    loaded = load(folder)
    return [each for each in [*check(loaded), *advise(loaded)] if each.file == file]


@pytest.mark.parametrize(
    ("lang", "told"), [("es", "Ahora ábralo en un editor"), ("en", "Next: open it in an editor")]
)
def test_a_trick_by_questions(guide_folder: Path, lang: str, told: str) -> None:
    typed = "El cliente de oro\ngolden-client\nusing\ndemo, pricing\nUna frase.\n"
    result = _new(guide_folder, "trick", typed=typed, lang=lang)
    assert result.exit_code == 0, result.output
    assert told in result.output
    file = "tricks/using/golden-client.yml"
    text = (guide_folder / file).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../scripts/entries/schemas/trick.json\n")
    data = yaml.safe_load(text)
    assert data["name"] == {lang: "El cliente de oro"}
    assert data["meetings"] == ["demo", "pricing"]
    # All that is left for the contributor: a countermeasure, a source, and the words.
    errors = [each for each in _faults(guide_folder, file) if each.level == "error"]
    assert [(each.path, each.fault.rule) for each in errors] == [("countermeasures", "too-few")]
    filled = text.replace("countermeasures: []", "countermeasures: [put-it-in-the-annex]")
    (guide_folder / file).write_text(filled, encoding="utf-8")
    rules = {each.fault.rule for each in _faults(guide_folder, file)}
    assert rules == {"no-source", "unwritten"}
    assert any(each.file == file for each in check(load(guide_folder), strict=True))
    source = re.sub(r"^# (sources:|  [- ] \w+: )", r"\1", filled, flags=re.MULTILINE)
    written = source.replace("…", "Escrito.")
    (guide_folder / file).write_text(written, encoding="utf-8")
    assert _faults(guide_folder, file) == []


def test_the_two_signs_of_a_trick_are_filled_in_where_they_stand(guide_folder: Path) -> None:
    _new(guide_folder, "trick", "--yes", "--name", "El cliente de oro", "--phase", "using", "--locale", "es")
    file = guide_folder / "tricks/using/el-cliente-de-oro.yml"
    text = file.read_text(encoding="utf-8")
    uncommented = re.sub(r"^# (recognised_by:|  (?:signs|why): )", r"\1", text, flags=re.MULTILINE)
    assert set(yaml.safe_load(uncommented)["recognised_by"]) == set(TwoSigns.model_fields)


@pytest.mark.parametrize("kind", ["countermeasure", "meeting"])
def test_other_entries_by_flags(guide_folder: Path, kind: str) -> None:
    result = _new(guide_folder, kind, "--yes", "--name", "Contar hasta diez", "--locale", "es")
    assert result.exit_code == 0, result.output
    file = f"content/{kind}s/contar-hasta-diez.yml"
    assert {each.fault.rule for each in _faults(guide_folder, file)} == {"unwritten"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_added_to_its_trick(guide_folder: Path, kind: str) -> None:
    file = "tricks/people/kickbacks.yml"
    before = (guide_folder / file).read_text(encoding="utf-8")
    result = _new(guide_folder, "question", "kickbacks", "--yes", "--kind", kind, "--id", "new-one")
    assert result.exit_code == 0, result.output
    after = (guide_folder / file).read_text(encoding="utf-8")
    assert after.startswith(before)
    last = yaml.safe_load(after)["quiz"][-1]
    assert (last["id"], last.get("kind", "one")) == ("new-one", kind)
    assert {each.fault.rule for each in _faults(guide_folder, file)} <= {"unwritten"}
    again = _new(guide_folder, "question", "kickbacks", "--yes", "--kind", kind, "--id", "new-one")
    assert again.exit_code == 1
    assert (guide_folder / file).read_text(encoding="utf-8") == after


def test_a_term_is_added_to_the_glossary(guide_folder: Path) -> None:
    result = _new(guide_folder, "term", "--yes", "--name", "Latencia")
    assert result.exit_code == 0, result.output
    terms = yaml.safe_load((guide_folder / "content/glossary.yml").read_text(encoding="utf-8"))
    assert terms[-1]["id"] == "latencia"
    assert {each.fault.rule for each in _faults(guide_folder, "content/glossary.yml")} == {"unwritten"}


def test_a_language_is_added_by_one_command(guide_folder: Path) -> None:
    result = _new(guide_folder, "locale", "pt-BR", "--language", "Português")
    assert result.exit_code == 0, result.output
    guide = load_checked(guide_folder)
    assert guide.site.locales == [*GUIDE.site.locales, "pt-BR"]
    text = (guide_folder / "content/ui/pt-BR.yml").read_text(encoding="utf-8")
    uncommented = yaml.safe_load(re.sub(r"^  # ", "  ", text, flags=re.MULTILINE))
    assert set(uncommented["words"]) == set(GUIDE.wordings["es"].words)
    assert _new(guide_folder, "locale", "pt-BR", "--language", "x").exit_code == 1
    assert _new(guide_folder, "locale", "Klingon", "--language", "x").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["trick", "--yes", "--name", "Otro", "--slug", "kickbacks"], "'kickbacks' ya existe"),
        (["trick", "--yes", "--name", "Otro", "--slug", "../../etc"], "no vale"),
        (["trick", "--yes", "--name", "Otro", "--phase", "nowhere"], "no es ninguno de estos"),
        (["trick", "--yes", "--name", "Otro", "--meeting", "nowhere"], "no es ninguno de estos"),
        (["trick", "--yes"], "Hace falta un nombre"),
        (["question", "nowhere", "--yes"], "no es ninguno de estos"),
        (["term", "--yes", "--name", "CRM"], "'crm' ya existe"),
    ],
)
def test_what_cannot_be_written_is_refused(guide_folder: Path, arguments: list[str], told: str) -> None:
    before = {f: f.read_bytes() for f in guide_folder.rglob("*") if f.is_file()}
    result = _new(guide_folder, *arguments)
    assert result.exit_code == 1
    assert told in result.output
    assert {f: f.read_bytes() for f in guide_folder.rglob("*") if f.is_file()} == before


def test_a_file_that_stands_is_never_overwritten(guide_folder: Path) -> None:
    (guide_folder / "tricks/buying/x.txt").write_text("mine", encoding="utf-8")
    file = guide_folder / "content/countermeasures/hidden.yml"
    assert _new(guide_folder, "countermeasure", "--yes", "--name", "Hidden").exit_code == 1
    (guide_folder / "tricks/buying/x.txt").unlink()
    assert _new(guide_folder, "countermeasure", "--yes", "--name", "Hidden").exit_code == 0
    file.write_text(file.read_text("utf-8").replace("minutes", "hours"), encoding="utf-8")
    changed = file.read_bytes()
    assert _new(guide_folder, "countermeasure", "--yes", "--name", "Hidden").exit_code == 1
    assert file.read_bytes() == changed


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [
        ("trick", "La demo que siempre sale bien", "tricks/buying/demo-always-works.yml"),
        ("trick", "the demo which always works", "tricks/buying/demo-always-works.yml"),
        ("trick", "precio atractivo", "tricks/pricing/attractive-price.yml"),
        ("term", "Documento de alcanc", "content/glossary.yml#terms-of-reference"),
    ],
)
def test_near_entries_are_shown(guide_folder: Path, kind: str, name: str, file: str) -> None:
    assert file in [each.file for each in alike(GUIDE, kind, name)]
    result = _new(guide_folder, kind, "--name", name, typed="n\n")
    assert result.exit_code == 0
    assert "¿Es alguno de ellos?" in result.output
    assert file in result.output
    assert not list(guide_folder.glob("tricks/*/*demo-que*"))


def test_no_trick_is_taken_for_another() -> None:
    voice = Voice(GUIDE, "es")
    nearest = {
        trick.file: [each.file for each in alike(GUIDE, "trick", voice.words(trick.name))][:1]
        for trick in GUIDE.tricks.values()
    }
    assert [(file, found) for file, found in nearest.items() if found != [file]] == []


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("La demo que siempre funciona", "la-demo-que-siempre-funciona"),
        ("¿Integración? ¡Sin problema!", "integracion-sin-problema"),
        ("演示", "yan-shi"),
    ],
)
def test_proposed_slugs(name: str, slug: str) -> None:
    assert proposed_slug(name) == slug


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: [x, y]\n", ("a",), {"a": ["x", "y", "z"]}),
        ("a: []\n", ("a",), {"a": ["z"]}),
        ("a:\n  - x\nb: 1\n", ("a",), {"a": ["x", "z"], "b": 1}),
        ("a:\n- x # note\n\n# end\n", ("a",), {"a": ["x", "z"]}),
        ("- x", (), ["x", "z"]),
        ("- >-\n  long\n  text\n", (), ["long text", "z"]),
    ],
)
def test_a_list_grows_at_its_end(text: str, path: tuple[str, ...], expected: object) -> None:
    assert yaml.safe_load(appended(text, "- z\n", path)) == expected


def test_there_must_be_a_list_to_grow() -> None:
    with pytest.raises(KeyError):
        appended("a: 1\n", "- z\n", ("b",))


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("kind", ["countermeasure", "meeting", "trick"])
def test_a_slug_that_once_was_anothers_is_refused(guide_folder: Path, kind: str, lang: str) -> None:
    slug = {"countermeasure": "put-it-in-the-annex", "meeting": "demo", "trick": "kickbacks"}[kind]
    place = {
        "countermeasure": "content/countermeasures",
        "meeting": "content/meetings",
        "trick": "tricks/people",
    }
    file = guide_folder / place[kind] / f"{slug}.yml"
    file.write_text(file.read_text(encoding="utf-8") + "\nformerly: [of-old]\n", encoding="utf-8")
    result = _new(guide_folder, kind, "--yes", "--name", "Other", "--slug", "of-old", lang=lang)
    assert result.exit_code == 1
    assert "'of-old'" in result.output
    assert f"'{slug}'" in result.output
    assert not list(guide_folder.rglob("of-old.yml"))
