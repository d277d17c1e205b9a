"""Words in a document for Word: every run says its language, links are links, lists can be chosen from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run as DocxRun

from scripts.texts import Paragraph

BRAND, MUTED = RGBColor(0x0B, 0x53, 0x51), RGBColor(0x4D, 0x5C, 0x5B)


@dataclass(frozen=True)
class Spoken:
    """Words and the language tag they are in."""

    words: str
    tag: str


@dataclass(frozen=True)
class Told:
    """Paragraphs and the language tag they are in."""

    paragraphs: Sequence[Paragraph]
    tag: str


def say(paragraph: DocxParagraph, spoken: Sequence[Spoken], *, bold: bool = False) -> DocxParagraph:
    """Add words to a paragraph, several languages divided by a slash, each in its own language."""
    for index, part in enumerate(_each_once(spoken)):
        if index:
            paragraph.add_run(" / ")
        run = _run(paragraph, part.words)
        run.bold = bold or None
        speak(run, part.tag)
    return paragraph


def _run(paragraph: DocxParagraph, words: str) -> DocxRun:
    """Add words to a paragraph."""
    run = paragraph.add_run()
    # The library looks for tabs and line ends letter by letter, which is a tenth of what a document costs.
    if words.isprintable():
        run._r.add_t(words)
    else:
        run.text = words
    return run


def _each_once(spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    seen = set()
    for part in spoken:
        if part.words not in seen:
            seen.add(part.words)
            yield part


def joined(spoken: Sequence[Spoken]) -> str:
    """Return words in several languages divided by a slash, each but once."""
    return " / ".join(part.words for part in _each_once(spoken))


def tell(cell: _Cell, told: Told) -> None:
    """Write paragraphs into a cell, links as links."""
    for index, paragraph in enumerate(told.paragraphs):
        target = cell.add_paragraph() if index else cell.paragraphs[0]
        if paragraph.marker:
            speak(target.add_run(f"{paragraph.marker} "), told.tag)
        for piece in paragraph.runs:
            run = _run(target, piece.text)
            run.bold, run.italic = piece.bold or None, piece.italic or None
            speak(run, told.tag)
            if piece.link:
                _link(target, run, piece.link)


def _link(paragraph: DocxParagraph, run: DocxRun, address: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    run.font.underline = True
    run.font.color.rgb = BRAND
    paragraph._p.replace(run._r, link)
    link.append(run._r)


def speak(run: DocxRun, tag: str) -> None:
    """Say the language of a run."""
    run._r.get_or_add_rPr().append(element("w:lang", val=tag))


def offer(cell: _Cell, choices: Sequence[str], choose: str, name: str) -> None:
    """Put a list to choose from into a cell (a content control, ECMA-376 part 1, 17.5.2.15)."""
    control, properties, content = (OxmlElement(f"w:sdt{part}") for part in ("", "Pr", "Content"))
    properties.append(element("w:alias", val=name))
    properties.append(element("w:showingPlcHdr"))
    listed = element("w:dropDownList")
    for choice in choices:
        listed.append(element("w:listItem", displayText=choice, value=choice))
    properties.append(listed)
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(choose)
    run.font.color.rgb = MUTED
    paragraph._p.replace(run._r, control)
    content.append(run._r)
    control.append(properties)
    control.append(content)


def element(name: str, **attributes: object) -> BaseOxmlElement:
    """Return a new XML element, its attributes in the namespace of Word."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made
