"""A folder of an organisation's own entries, laid over the guide: seen in all that is made, gone with it."""

import csv
import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import click
import polib
import pypdfium2
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from selectolax.lexbor import LexborHTMLParser

from scripts.carrying.assets_of_folder import assets_for_folder
from scripts.checks import check
from scripts.cli import main
from scripts.courses.anki_deck import anki_deck
from scripts.courses.gift import gift
from scripts.courses.moodle_xml import moodle_xml
from scripts.courses.qti import qti_package
from scripts.courses.quiz_csv import quiz_csv, separator
from scripts.courses.telling import portable
from scripts.derived import questionnaire_for
from scripts.derived.quiz import all_asked
from scripts.entries import load
from scripts.guide.model import Countermeasure, Quiz
from scripts.guide.site import GROUNDS, contrast
from scripts.guide.voice import Chorus, Voice
from scripts.guide.whole import Guide
from scripts.lessons import Lesson, made_as
from scripts.lessons.role_cards import role_cards
from scripts.office.questionnaire_files import write_document, write_key, write_spreadsheet
from scripts.open_data import write_api
from scripts.open_data.telling import Teller
from scripts.options import load_checked
from scripts.pages import Reuse, page_environment, render_locale, render_page, write_beside_pages
from scripts.pages.all_pages import all_pages
from scripts.pages.searchable import searchables
from scripts.paper.quiz_sheets import QuizSheet
from scripts.paper.sheets import all_sheets
from scripts.places import OVERRIDES, REPOSITORY
from scripts.preview.live import Preview
from scripts.publishing import write_assets, write_own_looks
from scripts.scorm.lesson import lesson_page
from scripts.store import Store
from scripts.texts.localized import BlockText
from tests import made_guide
from tests.made_guide import ADDRESS, write
from tests.made_once import made_once
from tests.sampled_guide import sampled_guide

# The sample is laid under the example: seconds.
pytestmark = pytest.mark.thorough

EXAMPLE = REPOSITORY / "tests/overlays/example"
ADDED = "supplier-of-the-house"
ACT, REPLACED = "call-our-purchasing-office", "work-in-the-demo-yourself"
MEETING = "purchasing-committee"


@pytest.fixture(scope="module")
def root() -> Path:
    """The folder of a sample of the guide, which nobody changes."""
    return made_once("sample", sampled_guide)


@pytest.fixture(scope="module")
def laid(root: Path) -> Guide:
    """The sample with the example laid over it."""
    return load_checked(root, overlay=EXAMPLE)


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    """Single pages of the sample with the example laid over it."""
    with closing(Preview(root, EXAMPLE)) as shown:
        shown.refresh()
        assert not shown.problems
        yield shown


def _page(preview: Preview, locale: str, path: str) -> LexborHTMLParser:
    html = preview.html(locale, path)
    assert html is not None
    return LexborHTMLParser(html)


def _said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text().strip() for node in page.css(selector)]


def test_the_example_adds_and_replaces_and_leaves_the_rest(root: Path, laid: Guide) -> None:
    public = load_checked(root)
    assert laid.tricks.keys() - public.tricks.keys() == {ADDED}
    assert laid.countermeasures.keys() - public.countermeasures.keys() == {ACT}
    assert laid.meetings.keys() - public.meetings.keys() == {MEETING}
    assert {
        entry.file.rpartition("/")[2]: laid.origin(entry) for entry in laid.entries() if laid.origin(entry)
    } == {
        f"{ADDED}.yml": "added",
        f"{ACT}.yml": "added",
        f"{MEETING}.yml": "added",
        f"{REPLACED}.yml": "replaced",
    }
    ours, theirs = laid.wordings["es"].words, public.wordings["es"].words
    assert {key for key in theirs if ours[key] != theirs[key]} == {"site_name", "local_added"}
    kept = public.countermeasures.keys() - {REPLACED}
    assert {slug for slug in kept if laid.countermeasures[slug] != public.countermeasures[slug]} == set()
    assert list(laid.countermeasures) == sorted(laid.countermeasures, key="{}.yml".format)


def test_what_is_local_says_so_on_pages_and_in_lists(preview: Preview) -> None:
    for locale, words in (("es", "Añadido por Ejemplo, S. L."), ("en", "Added by Example Ltd")):
        assert _said(_page(preview, locale, f"tricks/{ADDED}/"), ".local-mark") == [words]
        for path, named in (
            ("tricks/", ADDED),
            ("countermeasures/", ACT),
            ("checklists/", MEETING),
            ("checklists/demo/", ACT),
        ):
            page = _page(preview, locale, path)
            marked = [node for node in page.css(".chip-local") if words in node.text()]
            around = [node.parent and (node.parent.parent or node.parent) for node in marked]
            assert any(node and f"/{named}/" in (node.html or "") for node in around), (locale, path)
    assert _said(_page(preview, "en", f"countermeasures/{REPLACED}/"), ".local-mark") == [
        "Changed by your organisation"
    ]
    assert not _said(_page(preview, "en", "tricks/demo-always-works/"), ".local-mark")


def test_the_name_the_logo_and_the_colour_are_on_every_page(preview: Preview) -> None:
    page = _page(preview, "en", "tricks/kickbacks/")
    assert _said(page, ".site-name") == ["Forewarned · Example"]
    logo, style = page.css_first(".logo-own"), page.css_first('link[href*="/own/brand."]')
    assert logo
    assert style
    assert not page.css_first(".logo-mark")
    for address in (logo.attributes["src"], style.attributes["href"]):
        file = preview.asset("en", (address or "").partition("/en/")[2])
        assert file, address
        if file.suffix == ".css":
            assert "--brand:light-dark(#123f8c,#a9c7ff)" in file.read_text("utf-8")


def test_the_guide_to_carry_has_its_looks_too(laid: Guide, tmp_path: Path) -> None:
    write_assets(tmp_path)
    own = write_own_looks(laid, tmp_path)
    assert own.keys() == {"own/brand.css", "own/logo"}
    assert not own.values() & assets_for_folder(tmp_path).keys()
    assert b"<circle" in (tmp_path / own["own/logo"]).read_bytes()


def test_what_is_local_says_so_to_search_to_programs_and_on_paper(laid: Guide) -> None:
    found = {each.path: each.label for each in searchables(Voice(laid, "en"))}
    assert found[f"tricks/{ADDED}/"] == "Trick · Choosing · Added by Example Ltd"
    assert found["tricks/kickbacks/"] == "Trick · People"
    told = {each["id"]: each["origin"] for each in Teller(laid, "en", ADDRESS).entries()}
    assert told[f"trick/{ADDED}"] == told[f"meeting/{MEETING}"] == "added"
    assert told[f"countermeasure/{REPLACED}"] == "replaced"
    assert told["trick/kickbacks"] == "guide"
    sheets = [made_guide.press().source(sheet) for sheet in all_sheets(laid) if sheet.entry.slug == MEETING]
    assert sheets
    assert all("Added by Example Ltd" in each or "Añadido por Ejemplo, S. L." in each for each in sheets)


def _together(laid: Guide) -> Chorus:
    return Chorus((Voice(laid, "es"), Voice(laid, "en")), ADDRESS)


def test_what_is_local_says_so_in_the_key_and_not_in_what_is_sent_to_a_vendor(
    laid: Guide, tmp_path: Path
) -> None:
    questions = questionnaire_for(laid, laid.meetings["demo"])
    local = laid.countermeasures[REPLACED]
    plain = next(each for each in questions.questions if not laid.origin(each))
    asked = replace(questions, questions=(plain, local), clauses=(plain, replace_clause(local, plain)))
    document, book, key = (tmp_path / name for name in ("a.docx", "a.xlsx", "key.xlsx"))
    write_document(document, _together(laid), asked)
    write_spreadsheet(book, _together(laid), asked)
    team = tuple(each.model_copy(update={"ask_of": "team"}) for each in (local, plain))
    write_key(key, Chorus((Voice(laid, "en"),), ADDRESS), replace(asked, elsewhere=team))
    words = ("Cambiado por su organización", "Changed by your organisation")
    tables = Document(str(document)).tables
    sent = [cell.text for table in tables for row in table.rows for cell in row.cells]
    sent += [_words_in(cell) for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row]
    assert sent
    assert not [text for text in sent if text.endswith(words)]
    shown = [sheet for sheet in load_workbook(key).worksheets[1:] if sheet.sheet_state == "visible"]
    assert len(shown) == 2
    for sheet in shown:
        marked = [cell for row in sheet.iter_rows() for cell in row if _words_in(cell).endswith(words)]
        assert len(marked) == 1, sheet.title


def _words_in(cell: Cell | MergedCell) -> str:
    return str(cell.value or "").rstrip()


def replace_clause(act: Countermeasure, other: Countermeasure) -> Countermeasure:
    """Return an act with a clause where it has none."""
    clause = act.clause or BlockText.model_validate({"es": "Una cláusula.", "en": "A clause."})
    assert act.slug != other.slug
    return act.model_copy(update={"clause": clause})


_ADDED = {"es": "Añadido por Ejemplo, S. L.", "en": "Added by Example Ltd"}


def _local_quiz(laid: Guide) -> Quiz:
    quiz = next(iter(laid.quizzes.values()))
    phases = [laid.tricks[slug].phase for slug in (ADDED, "kickbacks")]
    picked = quiz.select.model_copy(
        update={"phases": phases, "all": None, "ask": "questions", "random": None}
    )
    return quiz.model_copy(update={"select": picked})


@pytest.mark.parametrize("locale", _ADDED)
def test_what_is_local_says_so_in_quizzes_for_courses(laid: Guide, locale: str) -> None:
    voice = Voice(laid, locale)
    quiz = portable(voice, _local_quiz(laid), ADDRESS)
    local = [one.name for one in quiz.questions if one.local]
    assert local
    assert len(local) < len(quiz.questions)
    assert {one.local for one in quiz.questions} == {"", _ADDED[locale]}
    rows = list(
        csv.DictReader(io.StringIO(quiz_csv(quiz, voice).decode("utf-8-sig")), delimiter=separator(locale))
    )
    name, trick = (voice.say(key) for key in ("csv_name", "csv_trick"))
    assert {row[name] for row in rows if row[trick].endswith(f" ({_ADDED[locale]})")} == {*local}
    root = ElementTree.fromstring(moodle_xml(quiz))  # noqa: S314 (our own)
    feedback = {
        each.findtext("idnumber"): each.findtext("generalfeedback/text") for each in root.iter("question")
    }
    assert {key for key, said in feedback.items() if said and _ADDED[locale] in said} == {*local}
    assert gift(quiz).count(_ADDED[locale]) == len(local)
    apkg = zipfile.ZipFile(io.BytesIO(anki_deck(quiz, voice)))
    with closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(apkg.read("collection.anki2"))
        backs = collection.execute("SELECT flds FROM notes").fetchall()
    assert sum(_ADDED[locale] in fields.rpartition("\x1f")[2] for (fields,) in backs) == len(local)
    with zipfile.ZipFile(io.BytesIO(qti_package(quiz))) as package:
        items = [package.read(name).decode() for name in package.namelist() if "item" in name]
    assert len(items) == len(quiz.questions)
    assert sum(_ADDED[locale] in item for item in items) == len(local)


@pytest.mark.parametrize("locale", _ADDED)
def test_what_is_local_says_so_in_a_course_that_plays_its_quiz(laid: Guide, locale: str) -> None:
    voice = Voice(laid, locale)
    quiz = next(
        each for each in laid.quizzes.values() if ADDED in {a.trick.slug for a in all_asked(laid, each)}
    )
    page = LexborHTMLParser(lesson_page(portable(voice, quiz, ADDRESS), voice))
    questions = page.css("form.question")
    marked = [one.attributes["data-trick"] for one in questions if one.css(".chip-local")]
    ours = [one.attributes["data-trick"] for one in questions if one.attributes["data-trick"] == ADDED]
    assert marked == ours
    assert 0 < len(ours) < len(questions)


def test_what_is_local_says_so_on_cards_and_sheets(laid: Guide) -> None:
    voice, press = Voice(laid, "en"), made_guide.press()
    phase = laid.phases[laid.tricks[ADDED].phase]
    scene = phase.lesson
    lesson = Lesson(voice, phase.model_copy(update={"lesson": None}) if scene else phase)
    taught = next(each for each in lesson.taught if not laid.origin(each.trick))
    ours = replace(taught, trick=laid.tricks[ADDED])
    lesson.__dict__["taught"] = [ours, taught]
    cards = [card for card in role_cards(lesson) if card.number]
    assert [(card.number, card.local) for card in cards if card.local] == [(1, _ADDED["en"])] * 2
    for part, times in (("cards", 2), ("plan", 1), ("slides", 4)):
        paper = "screen" if part == "slides" else "a4"
        with pypdfium2.PdfDocument(made_as(part, paper, lesson, press)) as printed:
            said = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in printed)
        assert said.count(_ADDED["en"]) == times, part
    sheet = QuizSheet(voice, _local_quiz(laid))
    ours_asked = [one for one in sheet.asked if one.trick.slug == ADDED]
    assert press.source(sheet).count(_ADDED["en"]) == len(ours_asked) > 0
    demo = next(each for each in all_sheets(laid) if each.entry.slug == "demo" and each.voice.locale == "en")
    assert _ADDED["en"] in press.source(demo)


def test_a_local_page_names_no_file_of_the_public_repository(laid: Guide) -> None:
    voice = Voice(laid, "en")
    templates = page_environment(voice, ADDRESS)
    local = {
        f"tricks/{ADDED}/",
        f"checklists/{MEETING}/",
        f"countermeasures/{REPLACED}/",
        f"questions/{ADDED}/",
    }
    pages = {page.path: page for page in all_pages(voice) if page.path in {*local, "tricks/kickbacks/"}}
    sources = {
        path: json.loads(render_page(templates, page).splitlines()[1])["source"]
        for path, page in pages.items()
    }
    assert sources == {**dict.fromkeys(local, ""), "tricks/kickbacks/": "tricks/people/kickbacks.yml"}


def test_without_it_everything_is_as_before(tmp_path: Path) -> None:
    """Also where the same store has served both: what was made of one is never taken for the other."""
    root, over, store = made_guide.small_guide(tmp_path / "guide"), tmp_path / "o", Store(tmp_path / "store")
    text = (root / "content/countermeasures/act.yml").read_text("utf-8").replace("One sent", "Another sent")
    write(over / "content/countermeasures/act.yml", text)
    write(over / "content/ui/en.yml", "words: {home: Our start}\n")
    made = {}
    for name, overlay in (("before", None), ("with", over), ("after", None)):
        guide = load_checked(root, store=store, overlay=overlay)
        docs = tmp_path / name / "en"
        for rendered in render_locale(Voice(guide, "en"), ADDRESS, reuse=Reuse(store)):
            if rendered.piece.made is None:
                rendered.piece.keep(str(rendered.markdown).encode())
            kept = rendered.piece.made or str(rendered.markdown).encode()
            write(docs / rendered.path / "index.md", kept.decode())
        write_beside_pages(Voice(guide, "en"), docs, ADDRESS, store=store)
        write_api(guide, tmp_path / name, ADDRESS, store)
        files = (file for file in (tmp_path / name).rglob("*") if file.is_file())
        made[name] = {file.relative_to(tmp_path / name): file.read_bytes() for file in files}
    assert made["before"] == made["after"]
    page = made["with"][Path("en/countermeasures/act/index.md")].decode()
    assert "Another sentence." in page
    assert "Our start" in page
    afresh = load_checked(root, overlay=over)
    for rendered in render_locale(Voice(afresh, "en"), ADDRESS):
        kept = made["with"][Path("en", rendered.path, "index.md")]
        assert kept.decode() == rendered.markdown, rendered.path


OF_THE_FRAME: dict[str, tuple[str, str]] = {
    "content/site.yml": ("logo: ours.svg\nowner: us\n", "2:1: owner: "),
    "content/ui/en.yml": ("words:\n  home: Start {page\n", "2:9: words.home"),
    "content/pages/en/about.md": ("No front matter\n", "1:1: "),
    "content/phases.yml": ("- {id: buying}\n", "1:3: 0.name"),
}
OF_ENTRIES: dict[str, tuple[str, str]] = {
    "content/site.yml": ("logo: ours.svg\n", "1:7: logo: "),
    "content/countermeasures/act.yml": (
        "name: {es: Uno, en: One}\nsumary: {es: Dos}\n",
        "2:1: sumary: unknown",
    ),
    "content/ui/en.yml": ("words:\n  home: Start {page}\n  hom: Start\n", "2:9: words.home: "),
    "content/ui/pt.yml": ("words: {}\n", "1:1: unknown language 'pt'"),
    "content/metings": ("{}\n", "1:1: 'metings' is no part"),
    "content/glossary.yml": (
        "- {id: crm, term: {es: A}, definition: {es: A.}, tricks: [nobody]}\n",
        "1:59: 0.tricks.0: ",
    ),
    "content/pages/es/ours.md": ("---\ntitle: A\ndescription: B\n---\n[x](trick:nobody)\n", "5:5: body: "),
    "tricks/buying/Odd Name.yml": ("{}\n", "1:1: name it"),
    "tricks/selling": ("", "1:1: unknown phase 'selling'"),
}
"""What is wrong in an overlay's file, and how a fault of it begins behind the file's name."""


@pytest.mark.parametrize("faults", [OF_THE_FRAME, OF_ENTRIES])
@pytest.mark.parametrize("inside", [True, False])
def test_each_fault_of_it_is_located_in_it(
    tmp_path: Path, inside: bool, faults: dict[str, tuple[str, str]]
) -> None:
    root = made_guide.small_guide(tmp_path / "guide")
    over = root / "tests/ours" if inside else tmp_path / "ours"
    for name, (text, _) in faults.items():
        write(over / name if Path(name).suffix else over / name / "a.yml", text)
    top = "tests/ours/" if inside else "../ours/"
    said = [str(problem) for problem in check(load(root, overlay=over))]
    assert all(line.startswith(top) for line in said), said
    assert all((root / line.partition(":")[0]).exists() for line in said)
    untold = [
        name
        for name, (_, begins) in faults.items()
        if not any(line.startswith(f"{top}{name}:{begins}") for line in said)
    ]
    assert not untold, said


def test_its_settings_at_fault_bring_no_second_fault(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    write(over / "content/ui/pt.yml", "language: Português\nwords: {home: Início}\n")
    for settings, place in (
        ("locales: 3\n", "1:10"),
        ("[]\n", "1:1"),
        ("default_locale: fr\n", "1:1"),
        ("a: &a 1\n", "1:4"),
    ):
        write(over / "content/site.yml", settings)
        said = [str(problem) for problem in check(load(root, overlay=over))]
        assert [line.partition(": ")[0] for line in said] == [f"../ours/content/site.yml:{place}"]
    write(over / "content/site.yml", "locales: [es, en, pt]\n")
    assert load_checked(root, overlay=over).wordings["pt"].say("home") == "Início"


def test_duplicates_in_it_stay_faults(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    for phase in ("buying", "using"):
        write(over / f"tricks/{phase}/twice.yml", made_guide.trick())
    term = "{id: ours, term: {es: A, en: A}, definition: {es: A., en: A.}}"
    write(over / "content/glossary.yml", f"- {term}\n- {term}\n")
    said = [str(problem) for problem in check(load(root, overlay=over))]
    assert [line.partition(" ")[0] for line in said] == [
        "../ours/tricks/using/twice.yml:1:1:",
        "../ours/content/glossary.yml:2:8:",
    ]


def test_it_may_stand_anywhere_but_what_it_holds_stays_in_it(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "real/ours"
    act = (root / "content/countermeasures/act.yml").read_text("utf-8")
    write(over / "content/countermeasures/ours.yml", act)
    (tmp_path / "way").symlink_to(over)
    (tmp_path / "root").symlink_to(root)
    found = load_checked(tmp_path / "root", overlay=tmp_path / "way").countermeasures["ours"]
    assert (root / found.file).samefile(over / "content/countermeasures/ours.yml")
    for name in (
        "content/countermeasures/out.yml",
        "content/ui/en.yml",
        "content/site.yml",
        "content/mark.svg",
    ):
        (over / name).parent.mkdir(parents=True, exist_ok=True)
        (over / name).symlink_to(root / "content/countermeasures/act.yml")
    (over / "content/site.yml").unlink()
    write(over / "content/site.yml", "logo: mark.svg\n")
    said = [(problem.file, problem.fault.rule) for problem in check(load(root, overlay=over))]
    assert said == [
        ("../real/ours/content/countermeasures/out.yml", "outside-folder"),
        ("../real/ours/content/mark.svg", "outside-folder"),
        ("../real/ours/content/ui/en.yml", "outside-folder"),
    ]


def test_what_cannot_be_laid_over_is_told(tmp_path: Path) -> None:
    root = made_guide.small_guide(tmp_path / "guide")
    (tmp_path / "empty").mkdir()
    for overlay, rule in (
        (root, "overlay-is-guide"),
        (root / "content/meetings", "overlay-is-guide"),
        (tmp_path / "empty", "not-an-overlay"),
    ):
        assert [problem.fault.rule for problem in check(load(root, overlay=overlay))] == [rule]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{}</svg>'
HOSTILE_LOGOS: dict[str, str | bytes] = {
    "script.svg": SVG.format("<script>alert(1)</script>"),
    "handler.svg": SVG.format('<path d="M0 0h9" onclick="alert(1)"/>'),
    "page.svg": SVG.format("<foreignObject/>"),
    "link.svg": SVG.format('<use href="https://example.org/x.svg#a"/>'),
    "style.svg": SVG.format("<style>@import 'https://example.org/x.css'</style>"),
    "picture.svg": SVG.format('<rect fill="url(https://example.org/x)" width="9" height="9"/>'),
    "entity.svg": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<title>&a;</title>"),
    "sheet.svg": '<?xml-stylesheet href="https://example.org/x.css"?>' + SVG.format(""),
    "other.svg": "<html/>",
    "broken.svg": "<svg",
    "empty.svg": "",
    "large.svg": SVG.format(" " * 70_000),
    "no.png": b"GIF89a",
    "wide.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x00\x00\x00\x00\x00\x09",
    "missing.svg": b"",
}


def test_a_logo_only_draws(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    let_in = []
    for name, data in HOSTILE_LOGOS.items():
        shutil.rmtree(over, ignore_errors=True)
        write(over / "content/site.yml", f"logo: {name}\n")
        if name != "missing.svg":
            (over / f"content/{name}").write_bytes(data.encode() if isinstance(data, str) else data)
        problems = check(load(root, overlay=over))
        place = "site.yml" if name == "missing.svg" else name
        if not problems or {problem.file for problem in problems} != {f"../ours/content/{place}"}:
            let_in.append((name, problems))
    assert not let_in
    write(over / "content/site.yml", "logo: good.svg\n")
    drawing = SVG.format('<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/>')
    (over / "content").joinpath("missing.svg").unlink(missing_ok=True)
    write(over / "content/good.svg", drawing)
    guide = load_checked(root, overlay=over)
    assert guide.logo
    assert guide.logo.data == drawing.encode()


@pytest.mark.parametrize(
    ("colour", "place", "rule"),
    [
        ("{light: '#ffe000', dark: '#a9c7ff'}", "brand.light", "low-contrast"),
        ("{light: '#123f8c', dark: '#123f8c'}", "brand.dark", "low-contrast"),
        ("{light: '#777777', dark: '#a9c7ff'}", "brand.light", "low-contrast"),
        ("{light: blue, dark: '#a9c7ff'}", "brand.light", "not-a-colour"),
        ("{light: '#123f8c;}', dark: '#a9c7ff'}", "brand.light", "not-a-colour"),
    ],
)
def test_a_colour_can_be_read(tmp_path: Path, colour: str, place: str, rule: str) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    write(over / "content/site.yml", f"brand: {colour}\n")
    problems = check(load(root, overlay=over))
    assert [(each.file, each.path, each.fault.rule) for each in problems] == [
        ("../ours/content/site.yml", place, rule)
    ]


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    sheet = (OVERRIDES / "assets/shell/shell.css").read_text("utf-8").replace("#fff,", "#ffffff,")
    for name, light, dark in zip(
        ("paper", "paper-2", "warn-wash", "good-wash"), *GROUNDS.values(), strict=True
    ):
        assert f"--{name}: light-dark({light}, {dark});" in sheet
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_commands_take_it(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    write(over / "content/ui/en.yml", "words: {hom: Start}\n")
    both = ["--root", str(root), "--overlay", str(over), "--lang", "en"]
    told = CliRunner().invoke(main, ["check", *both])
    assert told.exit_code == 1
    assert "../ours/content/ui/en.yml:1:9: words.hom" in told.output
    assert "     1 | words: {hom: Start}" in told.output
    write(over / "content/ui/en.yml", "words: {home: Start}\n")
    assert CliRunner().invoke(main, ["check", *both]).exit_code == 0
    name = ["--yes", "--name", "Ask our purchasing office", "--slug", "ask-ours", "--summary", "A sentence."]
    made = CliRunner().invoke(main, ["new", "countermeasure", *both, *name])
    assert made.exit_code == 0, made.output
    for slug in ("ours-one", "ours-two"):
        term = ["--yes", "--name", "A word of ours", "--slug", slug]
        assert CliRunner().invoke(main, ["new", "term", *both, *term]).exit_code == 0
    assert (over / "content/glossary.yml").read_text("utf-8").count("- id: ours-") == 2
    refused = CliRunner().invoke(main, ["new", "question", made_guide.TRICKS[0], *both, "--yes"])
    assert refused.exit_code == 1
    assert (over / "content/countermeasures/ask-ours.yml").is_file()
    assert not (root / "content/countermeasures/ask-ours.yml").exists()
    shutil.rmtree(over / "content/countermeasures")
    refused = CliRunner().invoke(main, ["build", *both, "--out", str(over / "content/site")])
    assert refused.exit_code == 1
    assert not (over / "content/site").exists()


def _commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found
            yield from _commands(found, f"{name} {each}".strip())


def test_whatever_reads_a_guide_takes_it() -> None:
    options = {name: {each.name for each in command.params} for name, command in _commands(main)}
    assert len([name for name, known in options.items() if "root" in known]) > 15
    assert [name for name, known in options.items() if ("root" in known) != ("overlay" in known)] == []


def _run(command: str, *arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, [*command.split(), *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def test_its_texts_go_to_translators_and_come_back(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    act = json.loads((root / "content/countermeasures/act.yml").read_text("utf-8"))
    half = {**act, "name": {"es": "Un acto nuestro"}, "check": {"es": "Haga lo nuestro."}}
    write(over / "content/countermeasures/ours.yml", json.dumps(half))
    file, shown = tmp_path / "ours.po", "../ours/content/countermeasures/ours.yml"
    both = ["--root", str(root), "--overlay", str(over)]
    waiting = _run("translations", *both, "--lang", "en")
    assert shown in waiting
    assert shown not in _run("translations", "--root", str(root), "--lang", "en")
    # Before the name of what it does as behind it.
    _run("translations", *both, "export", "en", str(file))
    assert (
        file.read_text("utf-8").count(f'msgctxt "{shown}#') == file.read_text("utf-8").count("\nmsgctxt ") > 1
    )
    before = {each: each.read_bytes() for each in root.rglob("*.yml")}
    texts = polib.pofile(str(file))
    texts[0].msgstr = "Ours in English."
    texts.save()
    told = _run("translations import", *both, str(file))
    assert told.splitlines()[0] == shown
    assert "Ours in English." in (over / "content/countermeasures/ours.yml").read_text("utf-8")
    for command, marked in (("mark-stale", True), ("clear-stale", False)):
        told = _run(f"translations {command}", *both, "en", shown)
        assert told.splitlines() == [shown]
        assert ("stale: [en]" in (over / "content/countermeasures/ours.yml").read_text("utf-8")) is marked
    _run("translations mark-stale", "--root", str(root), "en", shown, code=2)
    assert {each: each.read_bytes() for each in root.rglob("*.yml")} == before
    write(over / "content/ui/en.yml", "words: {hom: Start}\n")
    for command in ("", "export en x.po", f"import {file}"):
        assert "../ours/content/ui/en.yml:1:9: words.hom" in _run(f"translations {command}", *both, code=1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "locales: [es, en, pt]\n"),
        ("{default_locale: en}", "{default_locale: en, locales: [es, en, pt]}"),
        ("default_locale: en", "default_locale: en\nlocales: [es, en, pt]\n"),
        ("locales:\n- en\n- es\n", "locales:\n- en\n- es\n- pt\n"),
    ],
)
def test_a_language_of_its_own_is_added_to_it(tmp_path: Path, before: str | None, after: str) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    write(over / "content/ui/en.yml", "words: {home: Start}\n")
    if before is not None:
        write(over / "content/site.yml", before)
    kept = {each: each.read_bytes() for each in root.rglob("*") if each.is_file()}
    added = ["new", "locale", "--root", str(root), "--overlay", str(over), "--language", "Português", "pt"]
    told = CliRunner().invoke(main, added)
    assert told.exit_code == 0, told.output
    assert "../ours/content/ui/pt.yml" in told.output
    assert (over / "content/site.yml").read_text("utf-8") == after
    assert {each: each.read_bytes() for each in root.rglob("*") if each.is_file()} == kept
    assert "pt" in load_checked(root, overlay=over).site.locales
    assert CliRunner().invoke(main, added).exit_code == 1


def test_a_guide_with_it_is_timed_as_large_as_asked(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    for number in range(2):
        write(over / f"tricks/buying/a-{number}.yml", made_guide.trick())
    before = {each: each.read_bytes() for each in over.rglob("*.yml")}
    size = len(load_checked(root).tricks) + 2
    told = _run("bench", "--root", str(root), "--overlay", str(over), "--tricks", str(size + 3))
    assert [line.split()[:2] for line in told.splitlines()[1:]] == [
        [step, str(count)] for count in (size, size + 3) for step in ("check", "save")
    ]
    assert {each: each.read_bytes() for each in over.rglob("*.yml")} == before
    write(over / "tricks/buying/a-1.yml", "{}\n")
    assert "../ours/tricks/buying/a-1.yml:1:1: " in _run(
        "bench", "--root", str(root), "--overlay", str(over), code=1
    )


def test_the_preview_follows_it(tmp_path: Path) -> None:
    root, over = made_guide.small_guide(tmp_path / "guide"), tmp_path / "ours"
    write(over / "content/ui/en.yml", "words: {site_name: Ours}\n")
    with closing(Preview(root, over)) as shown:
        shown.refresh()
        assert over / "content" in shown.data
        assert _said(_page(shown, "en", ""), ".site-name") == ["Ours"]
        write(over / "content/ui/en.yml", "words: {site_name: Ours still}\n")
        shown.refresh()
        assert _said(_page(shown, "en", ""), ".site-name") == ["Ours still"]
        write(over / "content/ui/en.yml", "words: {site_nam: Ours}\n")
        shown.refresh()
        assert [problem.file for problem in shown.problems] == ["../ours/content/ui/en.yml"]
