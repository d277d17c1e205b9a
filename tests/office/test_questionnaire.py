"""The questionnaire that is sent ahead: what is in it, and that office programs can work with it."""

import functools
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentFile
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scripts.derived.checklist import checklist_for
from scripts.derived.questionnaire import REPLIES, VERDICTS, questionnaire_for, questionnaire_names
from scripts.guide.chorus import Chorus
from scripts.guide.model import Countermeasure
from scripts.guide.voice import Voice
from scripts.office.questionnaire_files import (
    write_document,
    write_key,
    write_questionnaires,
    write_spreadsheet,
)
from scripts.options import load_checked
from scripts.places import REPOSITORY
from scripts.texts import markdown as texts
from scripts.texts.localized import Text
from tests.built_site import ADDRESS, page_at
from tests.real_guide import real_guide

GUIDE = real_guide()
LOCALES = list(GUIDE.site.locales)
MEETINGS = list(GUIDE.meetings)
# Each file is opened once, so the tests that share them run in one process.
pytestmark = pytest.mark.xdist_group("questionnaires")


@dataclass(frozen=True)
class Sent:
    """One of the files that are sent: its meeting, its language, in which languages it speaks."""

    slug: str
    locale: str
    kind: str

    def __str__(self) -> str:
        return f"{self.locale}/print/{self.slug}-questions{self.kind}"

    @property
    def voices(self) -> list[Voice]:
        others = [code for code in LOCALES if code != self.locale] if self.kind else []
        return [Voice(GUIDE, code) for code in [self.locale, *others]]


SENT = [Sent(*made) for made in product(MEETINGS, LOCALES, ("", "-all"))]


@functools.cache
def _book(file: Path) -> Workbook:
    return load_workbook(file)


@functools.cache
def _document(file: Path) -> DocumentFile:
    return Document(str(file))


def _acts(slug: str) -> list[Countermeasure]:
    checklist = checklist_for(GUIDE, GUIDE.meetings[slug])
    return [act.countermeasure for section in checklist.sections.values() for act in section]


def _asked(slug: str, voice: Voice) -> list[str]:
    return [texts.words(voice.words(a.ask)) for a in _acts(slug) if a.ask and a.ask_of == "vendor"]


def _wanted(slug: str, voice: Voice) -> list[str]:
    return [texts.words(voice.words(act.clause)) for act in _acts(slug) if act.clause]


def _one_line(words: object) -> str:
    return " ".join(str(words).split())


class TestDerivation:
    def test_every_question_and_clause_has_one_place(self, subtests: pytest.Subtests) -> None:
        for slug, meeting in GUIDE.meetings.items():
            questionnaire = questionnaire_for(GUIDE, meeting)
            acts = _acts(slug)
            both = [*questionnaire.questions, *questionnaire.elsewhere]
            with subtests.test(meeting.file):
                assert sorted(act.slug for act in both) == sorted(act.slug for act in acts if act.ask)
                assert [act.slug for act in questionnaire.clauses] == [act.slug for act in acts if act.clause]

    def test_what_is_asked_of_colleagues_is_not_sent_to_the_vendor(self) -> None:
        sent = {
            act.slug
            for meeting in GUIDE.meetings.values()
            for act in questionnaire_for(GUIDE, meeting).questions
        }
        assert {act.slug for act in GUIDE.countermeasures.values() if act.ask_of != "vendor"}.isdisjoint(sent)
        assert "declare-interests" not in sent
        assert "ask-about-commissions" in sent

    def test_a_site_of_one_language_has_no_file_of_all(self) -> None:
        site = GUIDE.site.model_copy(update={"locales": LOCALES[:1]})
        alone = replace(GUIDE, site=site)
        names = questionnaire_names(alone, GUIDE.meetings[MEETINGS[0]])
        assert set(names) == {"xlsx", "docx", "key"}


def _all_say(voices: Sequence[Voice], key: str) -> str:
    """Return a word in every language, once where one borrows it from another."""
    return " / ".join(dict.fromkeys(voice.say(key) for voice in voices))


def _columns(worksheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in column] for column in worksheet.iter_cols()]


Rule = Callable[[Any, Sent], None]


def _holds_for_each(rule: Rule, site: Path, ending: str, subtests: pytest.Subtests) -> None:
    for sent in SENT:
        file = site / f"{sent}.{ending}"
        with subtests.test(f"{sent}.{ending}"):
            rule(_book(file) if ending == "xlsx" else _document(file), sent)


def _each_question_and_clause_once_in_order(book: Workbook, sent: Sent) -> None:
    _, questions, clauses = book.worksheets
    for sheet, expected in ((questions, _asked), (clauses, _wanted)):
        columns = _columns(sheet)
        voices = sent.voices
        for place, voice in enumerate(voices, start=1):
            assert [_one_line(value) for value in columns[place][1:]] == expected(sent.slug, voice)
        assert columns[0][1:] == list(range(1, sheet.max_row))
        for column in columns[len(voices) + 1 :]:
            assert set(column[1:]) == {None}


def _verdicts_and_replies_are_lists_to_choose_from(book: Workbook, sent: Sent) -> None:
    cover, questions, clauses = book.worksheets
    voices = sent.voices
    for sheet, keys, offset in ((questions, VERDICTS, 4), (clauses, REPLIES, 2)):
        (validation,) = sheet.data_validations.dataValidation
        assert validation.type == "list"
        name, _, area = validation.formula1.rpartition("!")
        assert name.strip("'") == cover.title
        words = [cell.value for (cell,) in cover[area.replace("$", "")]]
        assert words == [_all_say(voices, key) for key in keys]
        letter = sheet.cell(1, len(voices) + offset).column_letter
        assert str(validation.sqref) == f"{letter}2:{letter}{sheet.max_row}"


def _it_prints_and_reads_well(book: Workbook, sent: Sent) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == 9
        assert "&P" in sheet.oddFooter.right.text
        assert not sheet.merged_cells.ranges
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        assert table.ref == sheet.dimensions
        assert all(cell.alignment.wrap_text for cell in sheet[2][1:])
    voice = sent.voices[0]
    assert voice.words(GUIDE.meetings[sent.slug].name) in book.properties.title
    assert book.properties.language == voice.wording.tag
    assert book.properties.creator.startswith(voice.say("site_name"))


def _the_header_fields_the_licence_and_the_address_are_there(book: Workbook, sent: Sent) -> None:
    said = "\n".join(str(cell.value) for row in book.worksheets[0].rows for cell in row if cell.value)
    for voice in sent.voices:
        for key in ("field_vendor", "field_date", "questions_filled_in_by", "questions_intro"):
            assert voice.say(key) in said
        assert f"{ADDRESS}{voice.locale}/checklists/{sent.slug}/" in said
    assert "CC BY-SA 4.0" in said


def _it_holds_no_scoring_key(book: Workbook, sent: Sent) -> None:
    said = "\n".join(_one_line(cell.value) for sheet in book.worksheets for row in sheet.rows for cell in row)
    voice = sent.voices[0]
    for act in _acts(sent.slug):
        if act.proof:
            assert texts.words(voice.words(act.proof)) not in said
        if act.ask and act.ask_of != "vendor":
            assert texts.words(voice.words(act.ask)) not in said


SPREADSHEET_RULES = [
    _each_question_and_clause_once_in_order,
    _verdicts_and_replies_are_lists_to_choose_from,
    _it_prints_and_reads_well,
    _the_header_fields_the_licence_and_the_address_are_there,
    _it_holds_no_scoring_key,
]


@pytest.mark.parametrize("rule", SPREADSHEET_RULES, ids=lambda rule: rule.__name__.strip("_"))
def test_every_spreadsheet(rule: Rule, site: Path, subtests: pytest.Subtests) -> None:
    _holds_for_each(rule, site, "xlsx", subtests)


def test_the_buyers_sheet_holds_the_key_and_says_that_it_is_his(
    site: Path, subtests: pytest.Subtests
) -> None:
    for locale, slug in product(LOCALES, MEETINGS):
        file = f"{locale}/print/{slug}-questions-key.xlsx"
        with subtests.test(file):
            _holds_the_key(load_workbook(site / file), slug, Voice(GUIDE, locale))


def _holds_the_key(book: Workbook, slug: str, voice: Voice) -> None:
    cover, scores, *others = book.worksheets
    assert voice.say("questions_key_label") in [cell.value for cell in cover["A"]]
    sent = [act for act in _acts(slug) if act.ask and act.ask_of == "vendor"]
    columns = _columns(scores)
    assert [_one_line(value) for value in columns[1][1:]] == _asked(slug, voice)
    assert [_one_line(value or "") for value in columns[2][1:]] == [
        texts.words(voice.words(act.proof)) if act.proof else "" for act in sent
    ]
    assert len(scores.data_validations.dataValidation) == 3
    elsewhere = [act for act in _acts(slug) if act.ask and act.ask_of != "vendor"]
    assert len(others) == bool(elsewhere)
    for sheet in others:
        assert [_one_line(value) for value in _columns(sheet)[2][1:]] == [
            texts.words(voice.words(act.ask)) for act in elsewhere if act.ask
        ]


def _languages(table: Table, row: int, column: int) -> set[str]:
    cell = table.cell(row, column)
    runs = [run for paragraph in cell.paragraphs for run in paragraph._p.iter(qn("w:r"))]
    return {lang.get(qn("w:val")) for run in runs for lang in run.iter(qn("w:lang"))}


def _each_question_and_clause_once_in_order_of_text(document: DocumentFile, sent: Sent) -> None:
    _, questions, clauses = document.tables
    for table, expected in ((questions, _asked), (clauses, _wanted)):
        for place, voice in enumerate(sent.voices, start=1):
            cells = table.columns[place].cells[1:]
            assert [_one_line(cell.text) for cell in cells] == expected(sent.slug, voice)
        numbers = [cell.text for cell in table.columns[0].cells[1:]]
        assert numbers == [str(number) for number in range(1, len(table.rows))]


def _tables_say_their_header_and_repeat_it(document: DocumentFile, sent: Sent) -> None:
    fields, *tables = document.tables
    for table in tables:
        assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [
            True,
            *[False] * (len(table.rows) - 1),
        ]
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows[1:])
    assert fields._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def _every_row_has_a_list_to_choose_from(document: DocumentFile, sent: Sent) -> None:
    voices = sent.voices
    for table, keys in zip(document.tables[1:], (VERDICTS, REPLIES), strict=True):
        words = [_all_say(voices, key) for key in keys]
        for row in table.rows[1:]:
            (listed,) = row._tr.iter(qn("w:dropDownList"))
            assert [item.get(qn("w:value")) for item in listed] == words


def _headings_are_headings(document: DocumentFile, sent: Sent) -> None:
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 2


def _it_says_its_language_run_by_run(document: DocumentFile, sent: Sent) -> None:
    voices = sent.voices
    assert document.core_properties.language == voices[0].wording.tag
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == voices[0].wording.tag
    questionnaire = questionnaire_for(GUIDE, GUIDE.meetings[sent.slug])
    told: tuple[list[Text | None], ...] = (
        [act.ask for act in questionnaire.questions],
        [act.clause for act in questionnaire.clauses],
    )
    for table, said in zip(document.tables[1:], told, strict=True):
        for row, text in enumerate(said, start=1):
            for place, voice in enumerate(voices, start=1):
                assert text is not None
                assert _languages(table, row, place) == {GUIDE.wordings[voice.language(text)].tag}


def _its_properties_name_it(document: DocumentFile, sent: Sent) -> None:
    voice = sent.voices[0]
    assert voice.words(GUIDE.meetings[sent.slug].name) in document.core_properties.title
    assert document.core_properties.author.startswith(voice.say("site_name"))
    assert "generated by" not in document.core_properties.comments


DOCUMENT_RULES = [
    _each_question_and_clause_once_in_order_of_text,
    _tables_say_their_header_and_repeat_it,
    _every_row_has_a_list_to_choose_from,
    _headings_are_headings,
    _it_says_its_language_run_by_run,
    _its_properties_name_it,
]


@pytest.mark.parametrize("rule", DOCUMENT_RULES, ids=lambda rule: rule.__name__.strip("_"))
def test_every_document(rule: Rule, site: Path, subtests: pytest.Subtests) -> None:
    _holds_for_each(rule, site, "docx", subtests)


_WRITE = """
from pathlib import Path; import sys
from scripts.options import load_checked
from scripts.office.questionnaire_files import write_questionnaires
write_questionnaires(load_checked(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3])
"""


def test_the_same_data_give_the_same_bytes_in_another_process(guide_folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_questionnaires(load_checked(guide_folder), one, ADDRESS)
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-c", _WRITE, str(guide_folder), str(other), ADDRESS]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)
    first = {file.relative_to(one): file.read_bytes() for file in one.rglob("*.*")}
    again = {file.relative_to(other): file.read_bytes() for file in other.rglob("*.*")}
    assert first.keys() == again.keys()
    assert [name for name, data in first.items() if again[name] != data] == []


def test_no_file_carries_the_clock(site: Path, subtests: pytest.Subtests) -> None:
    for file in sorted(site.glob("*/print/*-questions*")):
        with subtests.test(file.name), zipfile.ZipFile(file) as packed:
            assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert packed.namelist()[0] == "[Content_Types].xml"
            assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")


@pytest.fixture
def awkward(whole_guide_folder: Path) -> tuple[Chorus, Countermeasure]:
    """A guide whose clause has lists, looks and links, and whose question begins like a formula."""
    entry = whole_guide_folder / "content/countermeasures/cap-price-rises.yml"
    text = entry.read_text(encoding="utf-8")
    kept = text[: text.index("\nask:")]
    entry.write_text(
        kept
        + "\nask: {es: '=1+1 *¿cuánto?*', en: '=HYPERLINK(1) *how much?*'}\n"
        + "proof: {es: '+34 600', en: '@home'}\n"
        + "clause:\n  es: |-\n    **Uno** y [dos](term:annex).\n\n    1. tres\n    2. *cuatro*\n"
        + "  en: |-\n    -1 **one** and [two](https://example.org/a).\n\n    - three\n    - four\n",
        encoding="utf-8",
    )
    guide = load_checked(whole_guide_folder)
    chorus = Chorus(tuple(Voice(guide, code) for code in guide.site.locales), ADDRESS)
    return chorus, guide.countermeasures["cap-price-rises"]


def _meeting_of(chorus: Chorus, entry: Countermeasure) -> str:
    meetings = chorus.lead.guide.meetings
    return next(slug for slug in meetings if entry.slug in [act.slug for act in _acts(slug)])


def test_what_begins_like_a_formula_stays_text(
    awkward: tuple[Chorus, Countermeasure], tmp_path: Path
) -> None:
    chorus, entry = awkward
    guide = chorus.lead.guide
    questionnaire = questionnaire_for(guide, guide.meetings[_meeting_of(chorus, entry)])
    for name, write in (("sent.xlsx", write_spreadsheet), ("key.xlsx", write_key)):
        write(tmp_path / name, chorus, questionnaire)
        book = load_workbook(tmp_path / name)
        cells = [cell for sheet in book.worksheets for row in sheet.rows for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert any(str(cell.value).startswith("=1+1 ¿cuánto?") for cell in cells)
        open_cells = [c for s in book.worksheets[1:] for row in s.iter_rows(2) for c in row if not c.value]
        assert {cell.number_format for cell in open_cells} == {"@"}


def test_markdown_becomes_looks_lists_and_links(
    awkward: tuple[Chorus, Countermeasure], tmp_path: Path
) -> None:
    chorus, entry = awkward
    guide = chorus.lead.guide
    questionnaire = questionnaire_for(guide, guide.meetings[_meeting_of(chorus, entry)])
    write_document(tmp_path / "sent.docx", chorus, questionnaire)
    document = Document(str(tmp_path / "sent.docx"))
    row = 1 + [act.slug for act in questionnaire.clauses].index(entry.slug)
    spanish, english = (document.tables[2].cell(row, column) for column in (1, 2))
    assert [p.text for p in spanish.paragraphs] == ["Uno y dos.", "1. tres", "2. cuatro"]
    assert [p.text for p in english.paragraphs] == ["-1 one and two.", "• three", "• four"]
    assert [run.text for run in spanish.paragraphs[0].runs if run.bold] == ["Uno"]
    assert [run.text for run in spanish.paragraphs[2].runs if run.italic] == ["cuatro"]
    links = [link.address for cell in (spanish, english) for p in cell.paragraphs for link in p.hyperlinks]
    assert links == [f"{ADDRESS}es/glossary/#annex", "https://example.org/a"]
    write_spreadsheet(tmp_path / "sent.xlsx", chorus, questionnaire)
    sheet = load_workbook(tmp_path / "sent.xlsx", rich_text=True).worksheets[2]
    assert str(sheet.cell(row + 1, 2).value) == "Uno y dos.\n1. tres\n2. cuatro"
    assert [str(p) for p in sheet.cell(row + 1, 2).value if getattr(p, "font", None) and p.font.b] == ["Uno"]


def test_a_third_language_needs_no_code(tmp_path: Path) -> None:
    words = GUIDE.wordings["en"].model_copy(update={"code": "ug", "language": "X", "direction": "rtl"})
    site = GUIDE.site.model_copy(update={"locales": ["ug", *LOCALES]})
    guide = replace(GUIDE, site=site, wordings={**GUIDE.wordings, "ug": words})
    chorus = Chorus(tuple(Voice(guide, code) for code in site.locales), ADDRESS)
    questionnaire = questionnaire_for(guide, guide.meetings["demo"])
    write_spreadsheet(tmp_path / "all.xlsx", chorus, questionnaire)
    write_document(tmp_path / "all.docx", chorus, questionnaire)
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.worksheets[1].sheet_view.rightToLeft
    headers = [cell.value for cell in book.worksheets[1][1]]
    assert len(set(headers)) == len(headers) == 4 + len(site.locales)
    document = Document(str(tmp_path / "all.docx"))
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)
    # What has no words in a language is shown in another, and said to be so.
    assert _languages(document.tables[1], 1, 1) == {GUIDE.wordings[GUIDE.site.default_locale].tag}


def test_the_checklist_offers_the_files(site: Path, subtests: pytest.Subtests) -> None:
    for locale, (slug, meeting) in product(LOCALES, GUIDE.meetings.items()):
        html = page_at(site, locale, "checklists", slug)
        links = [str(a.attributes["href"]) for a in html.css(".questionnaire a")]
        names = questionnaire_names(GUIDE, meeting).values()
        with subtests.test(f"{locale}: {slug}"):
            assert sorted(links) == sorted(f"../../print/{name}" for name in names)
            assert all((site / locale / "print" / name).is_file() for name in names)
