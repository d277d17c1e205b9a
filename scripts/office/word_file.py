"""The questionnaire as a document for Word and its like, with python-docx.

Headings are real headings, tables say which row is their header and repeat it on each page, and every
run says its language, so that a screen reader and the spelling check follow in a file of several.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as DocxParagraph

from scripts.guide import Chorus
from scripts.office.office_zip import build_time, packed_once
from scripts.office.word_text import BRAND, MUTED, Spoken, Told, element, joined, offer, say, tell
from scripts.store import NOTHING_KEPT, Store

_INK = RGBColor(0x1B, 0x25, 0x27)
_LINE, _WASH = "C9D3CF", "EBF4F1"
_TEXT, _DISPLAY = "Calibri", "Georgia"
_PAGE = (Mm(297), Mm(210))
"""A4 lying down. Widths are shares of the page, and Word itself fits A4 to Letter when it prints."""


@dataclass(frozen=True)
class Column:
    """A column: its header, its share of the width in per cent, and words to choose from."""

    header: Sequence[Spoken]
    share: int
    choices: Sequence[str] = ()
    own: bool = False
    """Whether the buyer fills it in."""


@dataclass(frozen=True)
class Section:
    """A heading, words below it and, where there are columns, a table of numbered rows to be filled in."""

    heading: Sequence[Spoken]
    intro: Sequence[Spoken]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Told]]


@dataclass(frozen=True)
class Letter:
    """The whole document. `choose` is what stands in a list before somebody chooses."""

    title: Sequence[Spoken]
    intro: Sequence[Spoken]
    fields: Sequence[Sequence[Spoken]]
    sections: Sequence[Section]
    source: Sequence[Spoken]
    choose: str


def write_word_file(file: Path, chorus: Chorus, letter: Letter, store: Store = NOTHING_KEPT) -> None:
    """Write the document; the same arguments give the same bytes."""
    made_of = repr((chorus.lead.wording.tag, chorus.lead.wording.direction, chorus.say("site_name"), letter))
    store.write(file, store.kept("docx", made_of, lambda: _word_file(chorus, letter)))


def _word_file(chorus: Chorus, letter: Letter) -> bytes:
    document = Document()
    right_to_left = chorus.lead.wording.direction == "rtl"
    _set_styles(document, chorus.lead.wording.tag, right_to_left=right_to_left)
    _set_page(document, letter)
    say(document.add_paragraph(style="Title"), letter.title)
    for spoken in letter.intro:
        say(document.add_paragraph(), [spoken])
    _write_fields(document, letter.fields)
    for section in letter.sections:
        say(document.add_heading(level=1), section.heading)
        for spoken in section.intro:
            say(document.add_paragraph(), [spoken]).paragraph_format.keep_with_next = bool(section.columns)
        if section.columns:
            _write_table(document, section, letter.choose)
    for spoken in letter.source:
        say(document.add_paragraph(style="Caption"), [spoken])
    if right_to_left:
        for table in document.tables:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    _set_properties(document, chorus, letter)
    return packed_once(_Parts.of(document))


class _Parts(dict[str, bytes]):
    """The parts of a document by their names in its file, taken where python-docx would pack them.

    `document.save` packs them with the clock's time; to unpack that and pack it again takes longer than to
    write the document.
    """

    @classmethod
    def of(cls, document: DocumentFile) -> Self:
        """Return the parts of a document."""
        parts, package = cls(), document.part.package
        assert package is not None  # noqa: S101 (narrows the type)
        for part in package.parts:
            part.before_marshal()
        PackageWriter._write_content_types_stream(parts, package.parts)  # type: ignore[no-untyped-call]
        PackageWriter._write_pkg_rels(parts, package.rels)  # type: ignore[no-untyped-call]
        PackageWriter._write_parts(parts, package.parts)  # type: ignore[arg-type]
        return parts

    def write(self, name: PackURI, part: bytes) -> None:
        """Take a part."""
        self[name.membername] = part


def _set_properties(document: DocumentFile, chorus: Chorus, letter: Letter) -> None:
    properties = document.core_properties
    properties.title = joined(letter.title)
    properties.author = properties.last_modified_by = chorus.say("site_name")
    properties.language = chorus.lead.wording.tag
    properties.comments = ""
    properties.created = properties.modified = build_time().replace(tzinfo=None)
    properties.revision = 1


def _set_styles(document: DocumentFile, tag: str, *, right_to_left: bool) -> None:
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
    looks: Sequence[tuple[str, str, float, RGBColor, bool, float, float]] = (
        # style, font, size, colour, bold, space before and after
        ("Normal", _TEXT, 10.5, _INK, False, 0, 4),
        ("Title", _DISPLAY, 22, BRAND, True, 0, 8),
        ("Heading 1", _DISPLAY, 15, BRAND, True, 16, 6),
        ("Caption", _TEXT, 8.5, MUTED, False, 6, 0),
    )
    for name, font, size, colour, bold, before, after in looks:
        style = styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 (narrows the type)
        # The template's theme fonts would win over the name.
        for old in style.element.iter(qn("w:rFonts")):
            old.attrib.clear()
        style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
        style.font.color.rgb = colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if right_to_left:
            style.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for border in styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _set_page(document: DocumentFile, letter: Letter) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(16), Mm(16)
    section.header_distance = section.footer_distance = Mm(8)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Caption"]
    say(footer, letter.title)
    footer.add_run(" · ")
    _add_field(footer, "PAGE")
    footer.add_run(" / ")
    _add_field(footer, "NUMPAGES")


def _add_field(paragraph: DocxParagraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _write_fields(document: DocumentFile, fields: Sequence[Sequence[Spoken]]) -> None:
    """Write the fields to fill in as a table of two columns whose first is the header."""
    table = _new_table(document, len(fields), (25, 75), header_row=False)
    for row, label in zip(table.rows, fields, strict=True):
        name, _ = row.cells
        say(name.paragraphs[0], label, bold=True)
        _shade(name, _WASH)
        _set_height(row, 500)


def _write_table(document: DocumentFile, section: Section, choose: str) -> None:
    table = _new_table(document, 1, [column.share for column in section.columns], header_row=True)
    for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
        say(cell.paragraphs[0], column.header, bold=True)
        _shade(cell, _WASH)
    _flag(table.rows[0], "w:tblHeader")
    for place, told in enumerate(section.rows, start=1):
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        _flag(row, "w:cantSplit")
        _set_height(row, 1000)
        cells = row.cells
        cells[0].paragraphs[0].add_run(str(place)).bold = True
        for cell, column, text in zip(
            cells[1:], section.columns[1:], [*told, *[None] * len(cells)], strict=False
        ):
            if text:
                tell(cell, text)
            elif column.choices:
                offer(cell, column.choices, choose, joined(column.header))


def _new_table(document: DocumentFile, rows: int, shares: Sequence[int], *, header_row: bool) -> Table:
    """Add a table over the page's width whose columns take `shares` per cent."""
    table: Table = document.add_table(rows, len(shares), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    for old in (*properties.findall(qn("w:tblW")), *properties.findall(qn("w:tblLook"))):
        properties.remove(old)
    width = element("w:tblW", type="pct", w=5000)
    properties.insert_element_before(width, "w:jc", "w:tblBorders", "w:tblLayout", "w:tblCellMar")
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color=_LINE))
    properties.insert_element_before(borders, "w:tblLayout", "w:tblCellMar")
    look = {"firstRow": int(header_row), "lastRow": 0, "firstColumn": int(not header_row), "lastColumn": 0}
    properties.append(element("w:tblLook", val="0020", **look, noHBand=1, noVBand=1))
    page = _PAGE[0] - Mm(30)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(page * share / 100)
    return table


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def _set_height(row: _Row, twips: int) -> None:
    row._tr.get_or_add_trPr().append(element("w:trHeight", val=twips, hRule="atLeast"))


def _flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
