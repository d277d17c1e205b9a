"""Issue forms as people fill them in: they match the guide, and become drafts whatever is in them."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from scripts.cli import main
from scripts.contributing.issue_forms import FORMS, MAX_CHARACTERS, NO_ANSWER, Form, issue_forms
from scripts.entries.loading import load
from scripts.guide.model import Trick
from scripts.guide.whole import SEVERITIES
from scripts.places import REPOSITORY
from tests.real_guide import real_guide

GUIDE = real_guide()
ALL_FORMS = issue_forms(REPOSITORY)
TRICK_FORMS = [form for form in ALL_FORMS if form.kind == "trick"]
by_locale = pytest.mark.parametrize("form", TRICK_FORMS, ids=lambda form: form.locale)
_ENGLISH = next(form for form in TRICK_FORMS if form.locale == "en")


def _body(form: Form, **answers: str) -> str:
    """Write an issue's body as GitHub does; a field that is not given is empty, a choice the first."""
    filled = {"name": "A name", "phase": form.options["phase"][0], **answers}
    return "\n\n".join(
        f"### {label}\n\n{filled.get(field, NO_ANSWER)}" for label, field in form.fields.items()
    )


def _run(folder: Path, body: str, *arguments: str, lang: str = "en") -> Result:
    command = ["new", "from-issue", "--root", str(folder), "--lang", lang, *arguments, "-"]
    result = CliRunner().invoke(main, command, input=body)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _draft(folder: Path, slug: str) -> tuple[str, dict[str, object]]:
    (file,) = folder.glob(f"tricks/*/{slug}.yml")
    text = file.read_text(encoding="utf-8")
    data: dict[str, object] = yaml.safe_load(text)
    return text, data


def test_a_language_has_every_form_or_none() -> None:
    kinds = {form.kind for form in ALL_FORMS}
    assert {"trick", "correction", "translation"} <= kinds
    locales = {form.locale for form in ALL_FORMS}
    assert {"es", "en"} <= locales <= set(GUIDE.site.locales)
    expected = {(kind, locale) for kind in kinds for locale in locales}
    assert {(form.kind, form.locale) for form in ALL_FORMS} == expected


@pytest.mark.parametrize("path", sorted((REPOSITORY / FORMS).glob("*.*.yml")), ids=lambda path: path.name)
def test_forms_keep_githubs_schema(path: Path) -> None:
    """GitHub's «Syntax for GitHub's form schema»: what is needed, and names and labels only once."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(data) == {"name", "description", "title", "labels", "body"}
    asked = [each for each in data["body"] if each["type"] != "markdown"]
    assert {each["type"] for each in asked} <= {"input", "textarea", "dropdown", "checkboxes"}
    labels = [each["attributes"]["label"] for each in asked]
    ids = [each["id"] for each in asked if "id" in each]
    assert len(set(labels)) == len(labels)
    assert len(set(ids)) == len(ids)
    for each in asked:
        assert set(each) <= {"type", "id", "attributes", "validations"}
        if each["type"] in ("dropdown", "checkboxes"):
            assert each["attributes"]["options"]


@by_locale
def test_a_trick_form_asks_for_the_fields_of_a_trick(form: Form) -> None:
    fields = [field for field in form.fields.values() if field]
    assert set(fields) <= set(Trick.model_fields)
    needed = {name for name, field in Trick.model_fields.items() if field.is_required()}
    # A report needs no search words and no quiz; the draft has places for them.
    assert needed - {"slug", "file", "aliases", "quiz"} <= set(fields)


@by_locale
def test_a_trick_form_offers_what_the_guide_has(form: Form) -> None:
    default = GUIDE.site.default_locale
    assert form.options["phase"] == [each.name.words(form.locale, default) for each in GUIDE.phases.values()]
    meetings = [each.name.words(form.locale, default) for each in GUIDE.meetings.values()]
    assert form.options["meetings"] == meetings
    wording = GUIDE.wordings[form.locale]
    assert form.options["severity"] == [wording.say(f"severity_{each}") for each in SEVERITIES]


@by_locale
def test_a_whole_report_becomes_a_draft(guide_folder: Path, form: Form) -> None:
    phase, severity = form.options["phase"][-1], form.options["severity"][-1]
    boxes = form.options["meetings"]
    result = _run(
        guide_folder,
        _body(
            form,
            name='El «cliente»: de oro # "1"',
            summary="Una frase: con dos puntos.",
            phase=phase,
            severity=severity,
            meetings="\n".join(f"- [{'x' if n in (1, 3) else ' '}] {label}" for n, label in enumerate(boxes)),
            mechanism="Primer párrafo.\n\n- uno\n- dos\n\nÚltimo: fin.",
            warning_signs="- Nadie más toca el teclado.\n* «Eso lo vemos después.»\n\n3. Tercera",
            cost="Dinero # y tiempo",
            fair_side="Tiene: sus razones",
            countermeasures="Pedir el manual.\nfoo: [bar",
            sources="https://example.org/a\nMi oficio",
        ),
    )
    assert result.exit_code == 0, result.output
    text, data = _draft(guide_folder, "el-cliente-de-oro-1")
    locale = form.locale
    assert (guide_folder / f"tricks/{list(GUIDE.phases)[-1]}/el-cliente-de-oro-1.yml").is_file()
    assert data["name"] == {locale: 'El «cliente»: de oro # "1"'}
    assert data["summary"] == {locale: "Una frase: con dos puntos."}
    assert data["severity"] == SEVERITIES[-1]
    assert data["meetings"] == [list(GUIDE.meetings)[1], list(GUIDE.meetings)[3]]
    assert data["mechanism"] == {locale: "Primer párrafo.\n\n- uno\n- dos\n\nÚltimo: fin."}
    assert data["cost"] == {locale: "Dinero # y tiempo"}
    assert data["fair_side"] == {locale: "Tiene: sus razones"}
    assert data["image"] == {locale: "…"}
    assert data["warning_signs"] == [
        {"id": "nadie-mas-toca-el-teclado", "text": {locale: "Nadie más toca el teclado."}},
        {"id": "eso-lo-vemos-despues", "text": {locale: "«Eso lo vemos después.»"}},
        {"id": "tercera", "text": {locale: "Tercera"}},
    ]
    for line in ("# > Pedir el manual.", "# > foo: [bar", "# > https://example.org/a", "# > Mi oficio"):
        assert f"\n{line}\n" in text
    faults = [each.fault.rule for each in load(guide_folder).problems]
    assert faults == ["too-few"], "all that is left is to name a countermeasure"


@by_locale
def test_a_bare_report_becomes_a_draft_with_gaps(guide_folder: Path, form: Form) -> None:
    assert _run(guide_folder, _body(form)).exit_code == 0
    _, data = _draft(guide_folder, "a-name")
    assert data["summary"] == {form.locale: "…"}
    assert data["mechanism"] == {form.locale: "…"}
    assert data["meetings"] == []


_HOSTILE = [
    "es: x\nquiz: []",
    "---\n...\n--- !!python/object/apply:os.system [ls]",
    "&a [*a, *a]\n<<: *a",
    '"}\nevil: "yes',
    "\u2028evil: 1\u2029evil: 2\x85evil: 3",
    "nul\x00 bell\x07 escape\x1b[31m override \u202e zero\u200b bom\ufeff",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "| \n>-\n  |-\n    deep",
    "#\n# comment\n\n\n\n     spaces   \n\ttab",
    "\\u0022 \\n \\",
    "🙂 日本 ערב",
]


@pytest.mark.parametrize("hostile", _HOSTILE, ids=range(len(_HOSTILE)))
def test_hostile_answers_stay_texts(guide_folder: Path, hostile: str) -> None:
    answers = dict.fromkeys(("summary", "mechanism", "cost", "warning_signs", "countermeasures"), hostile)
    result = _run(guide_folder, _body(_ENGLISH, **answers))
    assert result.exit_code == 0, result.output
    text, data = _draft(guide_folder, "a-name")
    assert "evil" not in data
    assert set(data) <= set(Trick.model_fields)
    assert data["countermeasures"] == []
    written = data["mechanism"]
    assert isinstance(written, dict)
    assert set(written) == {"en"}
    kept = "".join(sign for sign in hostile if sign.isprintable() and not sign.isspace())
    assert "".join(written["en"].split()) == kept
    assert all(sign == "\n" or sign.isprintable() for sign in text)


def test_html_is_made_harmless_and_told(guide_folder: Path) -> None:
    hostile = "Fine.\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<!-- hidden -->"
    result = _run(guide_folder, _body(_ENGLISH, mechanism=hostile, warning_signs="<b>x</b>"))
    assert result.exit_code == 0, result.output
    assert "HTML" in result.output
    _, data = _draft(guide_folder, "a-name")
    assert "<" not in str(data["mechanism"]) + str(data["warning_signs"])
    assert "raw-html" not in {each.fault.rule for each in load(guide_folder).problems}


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "..\\..\\x", "/etc/cron.d/x", "C:\\x", ".git/config", "a\x00b", "x" * 5000],
)
def test_names_cannot_leave_the_folder(guide_folder: Path, name: str) -> None:
    before = set(guide_folder.parent.rglob("*"))
    assert _run(guide_folder, _body(_ENGLISH, name=name)).exit_code == 0
    (made,) = set(guide_folder.parent.rglob("*")) - before
    assert made.parent == guide_folder / "tricks" / next(iter(GUIDE.phases))
    assert len(made.stem) <= 60


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("", "not the text of a form"),
        ("### Something else\n\nx", "not the text of a form"),
        ("x" * (MAX_CHARACTERS + 1), "longer than"),
        (_body(_ENGLISH, cost=f"x\n\n### {next(iter(_ENGLISH.fields))}\n\ny"), "stands twice"),
        (_body(_ENGLISH, name=NO_ANSWER), "A name is needed"),
        (_body(_ENGLISH, name="¿¡!?"), "will not do"),
        (_body(_ENGLISH, phase="../.."), "is not one of these"),
        (_body(_ENGLISH, meetings="- [x] Tea"), "is not one of these"),
        ("### What is wrong\n\nx\n\n### What it should say\n\ny", "not a trick"),
    ],
    ids=lambda value: value[-20:],
)
def test_what_is_no_report_is_refused(guide_folder: Path, body: str, told: str) -> None:
    before = {file: file.read_bytes() for file in guide_folder.rglob("*") if file.is_file()}
    result = _run(guide_folder, body)
    assert result.exit_code == 1
    assert told in result.output
    assert {file: file.read_bytes() for file in guide_folder.rglob("*") if file.is_file()} == before


@pytest.mark.thorough
def test_headings_of_ones_own_stay_in_the_answer(guide_folder: Path) -> None:
    assert _run(guide_folder, _body(_ENGLISH, cost="Money.\n\n### A heading\n\nTime.")).exit_code == 0
    _, data = _draft(guide_folder, "a-name")
    assert data["cost"] == {"en": "Money.\n\n### A heading\n\nTime."}
    assert "block-not-allowed" in {each.fault.rule for each in load(guide_folder).problems}


@pytest.mark.thorough
def test_near_tricks_are_shown_and_none_is_overwritten(guide_folder: Path) -> None:
    body = _body(_ENGLISH, name="The demo that always works")
    first = _run(guide_folder, body)
    assert "tricks/buying/demo-always-works.yml" in first.output
    text, _ = _draft(guide_folder, "the-demo-that-always-works")
    (guide_folder / "tricks/buying/the-demo-that-always-works.yml").write_text(
        text.replace("countermeasures: []", "countermeasures: [put-it-in-the-annex]").replace(
            "meetings: []", "meetings: [demo]"
        ),
        encoding="utf-8",
    )
    again = _run(guide_folder, body)
    assert again.exit_code == 1
    assert "exists already" in again.output
    assert _run(guide_folder, body, "--slug", "another").exit_code == 0


def test_the_words_come_in_the_maintainers_language(guide_folder: Path) -> None:
    assert "Este no es el texto de un formulario" in _run(guide_folder, "x", lang="es").output


def test_a_report_is_read_from_a_file(guide_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "body.md"
    file.write_bytes(_body(_ENGLISH).replace("\n", "\r\n").encode() + b"\xff")
    result = CliRunner().invoke(main, ["new", "from-issue", "--root", str(guide_folder), str(file)])
    assert result.exit_code == 0, result.output
