"""The questionnaire that is sent ahead: what is in it, and that office programs can work with it."""

import functools
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentFile
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from scripts.derived.checklist import checklist_for, worded
from scripts.derived.clauses import caption_of, shared_by_clauses
from scripts.derived.questionnaire import REPLIES, VERDICTS, questionnaire_for, questionnaire_names
from scripts.guide.model import Countermeasure
from scripts.guide.voice import Chorus, Voice
from scripts.guide.whole import Guide
from scripts.office.questionnaire_files import (
    write_document,
    write_key,
    write_spreadsheet,
)
from scripts.texts import markdown as texts
from scripts.texts.localized import BlockText, InlineText, Text
from tests.built_site import ADDRESS, page_at
from tests.real_guide import real_guide

pytestmark = pytest.mark.xdist_group("questionnaires")

GUIDE = real_guide()
LOCALES = list(GUIDE.site.locales)
MEETINGS = [slug for slug, meeting in GUIDE.meetings.items() if meeting.ask_ahead]


def _acts(guide: Guide, slug: str) -> list[Countermeasure]:
    checklist = checklist_for(guide, guide.meetings[slug])
    return [act.countermeasure for act in checklist.in_order]


def _sent(slug: str) -> list[Countermeasure]:
    meeting = GUIDE.meetings[slug]
    return [worded(meeting, GUIDE.countermeasures[act]) for act in meeting.ask_ahead]


def _asked(slug: str, voice: Voice) -> list[str]:
    return [texts.words(voice.words(act.ask_in_writing)) for act in _sent(slug) if act.ask_in_writing]


def _wanted(slug: str, voice: Voice) -> list[str]:
    """Return the clauses as they are sent, each by its caption and marked as a draft for a lawyer."""
    clauses = questionnaire_for(GUIDE, GUIDE.meetings[slug]).clauses
    mark = voice.say("questions_for_your_lawyer")
    return [
        f"{voice.words(act.clause_caption)} {mark} {texts.words(voice.words(act.clause))}"
        for act in clauses
        if act.clause and act.clause_caption
    ]


def _one_line(words: object) -> str:
    """Return the words of a cell in one line, without the bullets and numbers of its lists."""
    return " ".join(re.sub(r"(?m)^\s*(?:•|\d+\.)\s", "", str(words)).split())


class TestDerivation:
    def test_what_is_sent_is_what_the_editor_chose_in_that_order(self, subtests: pytest.Subtests) -> None:
        for slug, meeting in GUIDE.meetings.items():
            with subtests.test(slug):
                questionnaire = questionnaire_for(GUIDE, meeting)
                assert [act.slug for act in questionnaire.questions] == meeting.ask_ahead
                assert all(act.ask_in_writing for act in questionnaire.questions)
                elsewhere = [act.slug for act in _acts(GUIDE, slug) if act.ask and act.ask_of != "vendor"]
                assert [act.slug for act in questionnaire.elsewhere] == elsewhere

    def test_nothing_is_sent_where_the_vendor_is_absent_or_nothing_is_chosen(self) -> None:
        meeting = GUIDE.meetings["demo"]
        for name, value in (("vendor", "absent"), ("ask_ahead", [])):
            quiet = meeting.model_copy(update={name: value})
            assert questionnaire_for(GUIDE, quiet).is_empty
            assert questionnaire_names(GUIDE, quiet) == {}
        assert questionnaire_names(GUIDE, GUIDE.meetings["internal-review"]) == {}

    def test_a_clause_is_chosen_by_an_editor_and_asked_about_and_alone_on_its_matter(
        self, subtests: pytest.Subtests
    ) -> None:
        for slug, meeting in GUIDE.meetings.items():
            with subtests.test(slug):
                clauses = questionnaire_for(GUIDE, meeting).clauses
                places = [(meeting.drafts or meeting.short).index(act.slug) for act in clauses]
                assert places == sorted(places)
                assert {act.slug for act in clauses} <= set(meeting.ask_ahead)
                matters = [act.clause_matter for act in clauses if act.clause_matter]
                assert len(set(matters)) == len(matters)

    def test_of_two_clauses_on_one_matter_the_first_of_the_short_list_is_kept(self) -> None:
        fewer, fits = "agree-the-right-to-reduce", "match-the-tariff-to-your-size"
        for first, second in ((fewer, fits), (fits, fewer)):
            chosen = {"short": [first, second], "ask_ahead": [fewer, fits]}
            meeting = GUIDE.meetings["pricing"].model_copy(update=chosen)
            assert [act.slug for act in questionnaire_for(GUIDE, meeting).clauses] == [first]

    def test_named_drafts_are_sent_instead_of_the_clauses_of_the_short_list(self) -> None:
        listed, named = "agree-the-right-to-reduce", "rank-the-documents"
        chosen = {"short": [listed], "ask_ahead": [listed, named], "drafts": [named]}
        meeting = GUIDE.meetings["contract"].model_copy(update=chosen)
        assert [act.slug for act in questionnaire_for(GUIDE, meeting).clauses] == [named]

    def test_no_matter_is_named_for_one_clause_alone(self) -> None:
        matters = Counter(act.clause_matter for act in GUIDE.countermeasures.values() if act.clause_matter)
        assert [matter for matter, count in matters.items() if count == 1] == []

    def test_a_site_of_one_language_has_no_file_of_all(self) -> None:
        site = GUIDE.site.model_copy(update={"locales": LOCALES[:1]})
        alone = replace(GUIDE, site=site)
        names = questionnaire_names(alone, GUIDE.meetings[MEETINGS[0]])
        assert set(names) == {"xlsx", "docx", "key"}


_NOT_TO_SEND = re.compile(
    r"[!¡]|\b(gracias|thank you|thanks),? (pero|but)\b|\b(I|I'm|my|yo|mi|mis)\b(?!:)|\b(let me|may I|can I)\b"
    r"|\b(martes|tuesday|jueves|thursday)\b",
    re.IGNORECASE,
)
"""Said in a room, not written in a form: exclamations, asides, one person's hand, this week's day."""
_ASKS = re.compile(
    r"\b(please|we would like|por favor|le pedimos|nos gustaría|le rogamos|le agradeceremos)\b|[?¿]",
    re.IGNORECASE,
)


def _faults_of_text_to_send(act: Countermeasure, text: Text, voice: Voice) -> Iterator[str]:
    words = texts.words(voice.words(text))
    if act.ask_of == "others" and any(act.slug in meeting.ask_ahead for meeting in GUIDE.meetings.values()):
        yield "is sent to the vendor, though others answer it"
    if not re.match(r"\*\*[^*]+\.\*\* ", voice.words(text)):
        yield "does not begin with its subject in bold"
    if found := _NOT_TO_SEND.search(words):
        yield f"is spoken: {found[0]}"
    if act.ask and texts.words(voice.words(act.ask)) in words:
        yield "repeats the question said aloud"
    if not _ASKS.search(words):
        yield "asks for nothing"
    for trick in GUIDE.tricks.values():
        if voice.words(trick.name).casefold() in words.casefold():
            yield f"names a trick: {trick.slug}"


def test_every_text_to_send_names_its_subject_and_asks_in_writing() -> None:
    faults = [
        f"{act.slug} ({locale}) {fault}"
        for act in GUIDE.countermeasures.values()
        for locale in LOCALES
        if act.ask_in_writing
        for fault in _faults_of_text_to_send(act, act.ask_in_writing, Voice(GUIDE, locale))
    ]
    assert faults == []


def _all_say(voices: Sequence[Voice], key: str) -> str:
    """Return a word in every language, once where one borrows it from another."""
    return " / ".join(dict.fromkeys(voice.say(key) for voice in voices))


def _columns(worksheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in column] for column in worksheet.iter_cols()]


def _rejoined(numbers: list[object], values: list[object]) -> list[str]:
    """Return the texts of a column; one that is higher than a row goes on below, under its number."""
    texts_of: dict[object, list[str]] = {}
    for number, value in zip(numbers, values, strict=True):
        texts_of.setdefault(number, []).append(_one_line(value or ""))
    return [" ".join(filter(None, parts)) for parts in texts_of.values()]


# Each is read once a process; nobody may change it.
_book = functools.cache(load_workbook)
_document = functools.cache(Document)


@dataclass(frozen=True)
class Sent:
    """A questionnaire of the built site, in a language; `kind` is the end of its files' names."""

    site: Path
    slug: str
    locale: str
    kind: str

    @property
    def book(self) -> Workbook:
        return _book(self._named("xlsx"))

    @property
    def document(self) -> DocumentFile:
        return _document(str(self._named("docx")))

    @property
    def voices(self) -> list[Voice]:
        others = [code for code in LOCALES if code != self.locale] if self.kind == "-all" else []
        return [Voice(GUIDE, code) for code in [self.locale, *others]]

    def _named(self, ending: str) -> Path:
        return self.site / self.locale / "print" / f"{self.slug}-questions{self.kind}.{ending}"


Rule = Callable[[Sent], None]
Test = Callable[[Path, pytest.Subtests], None]


def _holds_of_every(*kinds: str) -> Callable[[Rule], Test]:
    """Return what makes a test of a rule that files of these kinds keep: it names each that breaks it."""

    def of_each(rule: Rule) -> Test:
        def test(site: Path, subtests: pytest.Subtests) -> None:
            for slug, locale, kind in product(MEETINGS, LOCALES, kinds):
                with subtests.test(f"{locale}/{slug}{kind}"):
                    rule(Sent(site, slug, locale, kind))

        return test

    return of_each


of_every_file = _holds_of_every("", "-all")
of_every_key = _holds_of_every("-key")


class TestSpreadsheet:
    @staticmethod
    @of_every_file
    def test_each_question_and_clause_once_in_order(sent: Sent) -> None:
        sheets = [each for each in sent.book.worksheets[1:] if "meanings" not in each.tables]
        voices = sent.voices
        expected_of = [each for each in (_asked, _wanted) if each(sent.slug, voices[0])]
        for sheet, expected in zip(sheets, expected_of, strict=True):
            columns = _columns(sheet)
            for place, voice in enumerate(voices, start=1):
                assert _rejoined(columns[0][1:], columns[place][1:]) == expected(sent.slug, voice)
            assert list(dict.fromkeys(columns[0][1:])) == list(
                range(1, len(expected(sent.slug, voices[0])) + 1)
            )
            for column in columns[len(voices) + 1 :]:
                assert set(column[1:]) == {None}

    @staticmethod
    @of_every_file
    def test_replies_are_a_list_to_choose_from_and_the_buyer_judges_elsewhere(sent: Sent) -> None:
        cover, questions, *others = sent.book.worksheets
        voices = sent.voices
        assert questions.data_validations.dataValidation == []
        # Behind the clauses stands what their words mean.
        assert len(others) == 2 * bool(_wanted(sent.slug, voices[0]))
        for clauses in others[:1]:
            (validation,) = clauses.data_validations.dataValidation
            assert validation.type == "list"
            name, _, area = validation.formula1.rpartition("!")
            assert name.strip("'") == cover.title
            words = [cell.value for (cell,) in cover[area.replace("$", "")]]
            assert words == [_all_say(voices, key) for key in REPLIES]
            letter = clauses.cell(1, len(voices) + 2).column_letter
            assert str(validation.sqref) == CellRange(f"{letter}2:{letter}{clauses.max_row}").coord
        said = [cell.value for sheet in sent.book.worksheets for row in sheet.rows for cell in row]
        verdicts = {_all_say(voices, key) for key in ("questions_verdict", *VERDICTS)}
        assert verdicts.isdisjoint(said)
        for place, voice in enumerate(voices if others else (), start=2):
            told = [str(cell.value) for cell in list(others[1].columns)[place - 1][1:]]
            # Its heading stands above the first of each group.
            shared = [
                f"{heading}\n{words}" if place == 0 else words
                for heading, all_words in shared_by_clauses(voice).items()
                for place, words in enumerate(all_words)
            ]
            assert told == shared

    @staticmethod
    @of_every_file
    def test_a_question_has_room_for_answer_evidence_and_attachment(sent: Sent) -> None:
        voices = sent.voices
        keys = ("questions_answer", "questions_evidence", "questions_attachment")
        headers = [cell.value for cell in sent.book.worksheets[1][1]]
        assert headers[len(voices) + 1 :] == [_all_say(voices, key) for key in keys]

    @staticmethod
    @of_every_file
    def test_it_prints_and_reads_well(sent: Sent) -> None:
        for sheet in sent.book.worksheets:
            assert sheet.page_setup.orientation == "landscape"
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.paperSize == 9
            assert "&P" in sheet.oddFooter.right.text
            assert not sheet.merged_cells.ranges
        for sheet in sent.book.worksheets[1:]:
            assert sheet.freeze_panes == "B2"
            assert sheet.print_title_rows == "$1:$1"
            (table,) = sheet.tables.values()
            assert table.headerRowCount == 1
            assert table.ref == sheet.dimensions
            assert all(cell.alignment.wrap_text for cell in sheet[2][1:])
        voice = sent.voices[0]
        assert voice.words(GUIDE.meetings[sent.slug].name) in sent.book.properties.title
        assert sent.book.properties.language == voice.wording.tag
        assert sent.book.properties.creator.startswith(voice.say("site_name"))

    @staticmethod
    @of_every_file
    def test_the_header_fields_the_licence_and_the_address_are_there(sent: Sent) -> None:
        said = "\n".join(
            str(cell.value) for row in sent.book.worksheets[0].rows for cell in row if cell.value
        )
        for voice in sent.voices:
            for key in ("field_vendor", "field_date", "questions_reply_until", "questions_intro"):
                assert voice.say(key) in said
            assert f"{ADDRESS}{voice.locale}/checklists/{sent.slug}/" in said
        assert "CC BY-SA 4.0" in said

    @staticmethod
    @of_every_file
    def test_it_holds_no_scoring_key(sent: Sent) -> None:
        said = "\n".join(
            _one_line(cell.value) for sheet in sent.book.worksheets for row in sheet.rows for cell in row
        )
        voice = sent.voices[0]
        for act in GUIDE.countermeasures.values():
            for text in (act.proof, act.ask):
                assert text is None or texts.words(voice.words(text)) not in said


@of_every_key
def test_the_buyers_sheet_holds_the_key_and_says_that_it_is_his(key: Sent) -> None:
    slug, (voice,) = key.slug, key.voices
    cover, scores, *others = key.book.worksheets
    assert voice.say("questions_key_label") in [cell.value for cell in cover["A"]]
    acts = _sent(slug)
    columns = _columns(scores)
    assert [_one_line(value) for value in columns[1][1:]] == _asked(slug, voice)
    assert [_one_line(value or "") for value in columns[2][1:]] == [
        texts.words(voice.words(act.proof)) if act.proof else "" for act in acts
    ]
    assert len(scores.data_validations.dataValidation) == 3
    elsewhere = [act for act in _acts(GUIDE, slug) if act.ask and act.ask_of != "vendor"]
    assert len(others) == bool(elsewhere)
    for sheet in others:
        assert [_one_line(value) for value in _columns(sheet)[2][1:]] == [
            texts.words(voice.words(act.ask)) for act in elsewhere if act.ask
        ]


def _languages(table: Table, row: int, column: int) -> set[str]:
    cell = table.cell(row, column)
    runs = [run for paragraph in cell.paragraphs for run in paragraph._p.iter(qn("w:r"))]
    return {lang.get(qn("w:val")) for run in runs for lang in run.iter(qn("w:lang"))}


class TestDocument:
    @staticmethod
    @of_every_file
    def test_each_question_and_clause_once_in_order(sent: Sent) -> None:
        _, *tables = sent.document.tables
        voices = sent.voices
        expected_of = [each for each in (_asked, _wanted) if each(sent.slug, voices[0])]
        for table, expected in zip(tables, expected_of, strict=True):
            for place, voice in enumerate(voices, start=1):
                cells = table.columns[place].cells[1:]
                assert [_one_line(cell.text) for cell in cells] == expected(sent.slug, voice)
            numbers = [cell.text for cell in table.columns[0].cells[1:]]
            assert numbers == [str(number) for number in range(1, len(table.rows))]

    @staticmethod
    @of_every_file
    def test_tables_say_their_header_and_repeat_it(sent: Sent) -> None:
        fields, *tables = sent.document.tables
        for table in tables:
            assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [
                True,
                *[False] * (len(table.rows) - 1),
            ]
            assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
            assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows[1:])
        assert fields._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"

    @staticmethod
    @of_every_file
    def test_every_clause_has_a_list_to_choose_from(sent: Sent) -> None:
        voices = sent.voices
        words = [_all_say(voices, key) for key in REPLIES]
        _, questions, *others = sent.document.tables
        assert list(questions._tbl.iter(qn("w:dropDownList"))) == []
        for row in (row for table in others for row in table.rows[1:]):
            (listed,) = row._tr.iter(qn("w:dropDownList"))
            assert [item.get(qn("w:value")) for item in listed] == words

    @staticmethod
    @of_every_file
    def test_headings_are_headings(sent: Sent) -> None:
        # By id: `Paragraph.style` looks through every style each time.
        names = {style.style_id: style.name for style in sent.document.styles}
        styles = [names.get(p._p.style or "") for p in sent.document.paragraphs]
        assert styles[0] == "Title"
        # The fields at the top have a table and no heading; the meanings of the clauses, the other way round.
        clauses = bool(questionnaire_for(GUIDE, GUIDE.meetings[sent.slug]).clauses)
        assert styles.count("Heading 1") == len(sent.document.tables) - 1 + 2 * clauses

    @staticmethod
    @of_every_file
    def test_what_the_words_mean_stands_once_a_line_each_behind_the_clauses(sent: Sent) -> None:
        told = [paragraph.text for paragraph in sent.document.paragraphs]
        shared = [shared_by_clauses(voice) for voice in sent.voices]
        for same in zip(*(each.items() for each in shared), strict=True):
            heading = " / ".join(dict.fromkeys(heading for heading, _ in same))
            if not questionnaire_for(GUIDE, GUIDE.meetings[sent.slug]).clauses:
                assert heading not in told
                continue
            wanted = [said for _, words in same for said in words]
            assert told[told.index(heading) + 1 :][: len(wanted)] == wanted
            assert all(told.count(said) == 1 for said in wanted)

    @staticmethod
    @of_every_file
    def test_the_note_comes_first_and_says_by_when(sent: Sent) -> None:
        voices = sent.voices
        notes = [voice.say("questions_intro") for voice in voices]
        assert [p.text for p in sent.document.paragraphs[1 : 1 + len(notes)]] == notes
        fields = [row.cells[0].text for row in sent.document.tables[0].rows]
        assert _all_say(voices, "questions_reply_until") in fields

    @staticmethod
    @of_every_file
    def test_it_says_its_language_run_by_run(sent: Sent) -> None:
        voices = sent.voices
        assert sent.document.core_properties.language == voices[0].wording.tag
        defaults = sent.document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        assert defaults.get(qn("w:val")) == voices[0].wording.tag
        questionnaire = questionnaire_for(GUIDE, GUIDE.meetings[sent.slug])
        told: tuple[list[Text | None], ...] = (
            [act.ask_in_writing for act in questionnaire.questions],
            [act.clause for act in questionnaire.clauses],
        )
        for table, said in zip(sent.document.tables[1:], filter(None, told), strict=True):
            for row, text in enumerate(said, start=1):
                for place, voice in enumerate(voices, start=1):
                    assert text is not None
                    assert _languages(table, row, place) == {GUIDE.wordings[voice.language(text)].tag}

    @staticmethod
    @of_every_file
    def test_its_properties_name_it(sent: Sent) -> None:
        voice = sent.voices[0]
        assert voice.words(GUIDE.meetings[sent.slug].name) in sent.document.core_properties.title
        assert sent.document.core_properties.author.startswith(voice.say("site_name"))
        assert "generated by" not in sent.document.core_properties.comments


def _files(site: Path) -> Iterator[Path]:
    yield from sorted(file for ending in ("xlsx", "docx") for file in site.rglob(f"*.{ending}"))


def test_no_file_carries_the_clock(site: Path) -> None:
    for file in _files(site):
        with zipfile.ZipFile(file) as packed:
            assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert packed.namelist()[0] == "[Content_Types].xml"
            assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")


@pytest.fixture(scope="module")
def awkward() -> tuple[Chorus, Countermeasure]:
    """A guide whose clause has lists, looks and links, and whose question begins like a formula."""
    said = {
        "ask": InlineText({"es": "¿Cuánto?", "en": "How much?"}),
        "ask_in_writing": BlockText({"es": "=1+1 *¿cuánto?*", "en": "=HYPERLINK(1) *how much?*"}),
        "proof": InlineText({"es": "+34 600", "en": "@home"}),
        "clause": BlockText(
            {
                "es": "**Uno** y [dos](term:annex).\n\n1. tres\n2. *cuatro*",
                "en": "-1 **one** and [two](https://example.org/a).\n\n- three\n- four",
            }
        ),
    }
    entry = GUIDE.countermeasures["cap-price-rises"].model_copy(update=said)
    as_they_are = {
        slug: meeting.model_copy(update={"worded": {}}) for slug, meeting in GUIDE.meetings.items()
    }
    guide = replace(GUIDE, countermeasures={**GUIDE.countermeasures, entry.slug: entry}, meetings=as_they_are)
    return Chorus(tuple(Voice(guide, code) for code in LOCALES), ADDRESS), entry


def _meeting_of(chorus: Chorus, entry: Countermeasure) -> str:
    """Return a meeting in which both the question and the clause of the act are sent."""
    guide = chorus.lead.guide
    sent = ((slug, questionnaire_for(guide, meeting)) for slug, meeting in guide.meetings.items())
    return next(slug for slug, each in sent if entry in each.questions and entry in each.clauses)


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


@pytest.mark.thorough
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
    captions = [caption_of(Voice(guide, locale), entry) for locale in ("es", "en")]
    assert [p.text for p in spanish.paragraphs] == [
        captions[0],
        "Borrador, para su abogado",
        "Uno y dos.",
        "1. tres",
        "2. cuatro",
    ]
    assert [p.text for p in english.paragraphs] == [
        captions[1],
        "Draft, for your lawyer",
        "-1 one and two.",
        "• three",
        "• four",
    ]
    assert [run.text for run in spanish.paragraphs[2].runs if run.bold] == ["Uno"]
    assert [run.text for run in spanish.paragraphs[4].runs if run.italic] == ["cuatro"]
    links = [link.address for cell in (spanish, english) for p in cell.paragraphs for link in p.hyperlinks]
    assert links == [f"{ADDRESS}es/glossary/#annex", "https://example.org/a"]
    write_spreadsheet(tmp_path / "sent.xlsx", chorus, questionnaire)
    sheet = load_workbook(tmp_path / "sent.xlsx", rich_text=True).worksheets[2]
    assert (
        str(sheet.cell(row + 1, 2).value)
        == f"{captions[0]}\nBorrador, para su abogado\nUno y dos.\n1. tres\n2. cuatro"
    )
    assert [str(p) for p in sheet.cell(row + 1, 2).value if getattr(p, "font", None) and p.font.b] == [
        captions[0],
        "Uno",
    ]


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
    for locale, slug in product(LOCALES, GUIDE.meetings):
        with subtests.test(f"{locale}/{slug}"):
            page = page_at(site, locale, "checklists", slug)
            links = [str(a.attributes["href"]) for a in page.css(".questionnaire a")]
            names = questionnaire_names(GUIDE, GUIDE.meetings[slug])
            assert sorted(links) == sorted(f"../../print/{name}" for name in names.values())
            assert all((site / locale / "print" / name).is_file() for name in names.values())
