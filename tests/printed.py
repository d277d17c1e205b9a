"""What the tests of every kind of PDF share: the papers' sizes, comparable text, what PDF/UA asks of each."""

import ctypes
import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2

from scripts.derived import FIRST_PAPER
from scripts.paper import Printable

SIZES = {"a4": (595, 842), "letter": (612, 792)}
"""The papers' width and height in points."""
REACHED = 15
"""Points from the edge of a paper up to which any printer prints: five millimetres and a little."""
_WHITE = 250


def path_of(sheet: Printable) -> str:
    """Return where the PDF of a sheet stands, for the paper on which it was set."""
    return sheet.paths[FIRST_PAPER]


def faults_of_papers(folder: Path, sheet: Printable) -> list[str]:
    """Return what is wrong with a sheet's PDFs in a folder: each is filled alike, within its edges.

    What fills each paper has as many pages on each; it may have more room for notes on one of them.
    """
    first = texts_of(folder / path_of(sheet))
    faults = []
    for paper, path in sheet.paths.items():
        with pypdfium2.PdfDocument(folder / path) as document:
            if {tuple(sorted(map(round, page.get_size()))) for page in document} != {SIZES[paper]}:
                faults.append(f"{path}: is not on {paper}")
            full = [number for number, page in enumerate(document, start=1) if _at_edge(page)]
            faults += [f"{path}: page {number}: too near to its edge" for number in full]
        found = texts_of(folder / path)
        if len(found) != len(first) if sheet.fills_paper else found != first:
            faults.append(f"{path}: is not what {path_of(sheet)} is")
    return faults


def _at_edge(page: pypdfium2.PdfPage) -> bool:
    """Return whether something stands where a printer may not print."""
    bitmap = page.render(scale=1, grayscale=True)
    # All at once: a part of the buffer would be told number by number.
    whole = bytes(bitmap.buffer)
    rows = [whole[at : at + bitmap.width] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
    beside = [row[:REACHED] + row[-REACHED:] for row in rows]
    return min(map(min, [*rows[:REACHED], *rows[-REACHED:], *beside])) < _WHITE


def squeezed(text: str) -> str:
    """Return the text without what line breaks change, spaces and hyphens as PDFium tells them too.

    An apostrophe is what a keyboard has, as in the data.
    """
    return re.sub(r"[\s\u00ad\u2010\x02\ufffe-]+", "", text).replace("’", "'")


def texts_of(pdf: Path | bytes) -> list[str]:
    """Return the words of each page of a PDF in the order they stand in the file, squeezed."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def words_of(pdf: Path | bytes) -> list[str]:
    """Return the words of each page of a PDF with a space between them; a broken word is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        told = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(re.sub(r"[\u00ad\x02\ufffe]\s*", "", text).split()) for text in told]


def lines_of(pdf: Path) -> list[str]:
    """Return the printed lines of a PDF, as PDFium tells them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            line.strip() for page in document for line in page.get_textpage().get_text_bounded().splitlines()
        ]


def letters_by_size(pdf: Path) -> list[Counter[float]]:
    """Return how many letters of each size, in points, stand on each page of a PDF."""
    told = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            told.append(
                Counter(
                    round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, place), 1)
                    for place in range(text.count_chars())
                )
            )
    return told


def italics_of(pdf: Path) -> list[str]:
    """Return what of each page of a PDF is set in italics, squeezed."""
    told = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            slanted = (place for place in range(text.count_chars()) if "Italic" in _font_at(text, place))
            told.append(
                squeezed(
                    "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, place)) for place in slanted)
                )
            )
    return told


def _font_at(text: pypdfium2.PdfTextPage, place: int) -> str:
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pypdfium2.raw.FPDFText_GetFontInfo(text.raw, place, name, len(name), ctypes.byref(flags))
    return name.value.decode()


def assert_says_what_it_is(pdf: pikepdf.Pdf, locale: str, title: str) -> None:
    """ISO 14289-1: 5 identification, 7.1 title and tags, 7.2 language."""
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == locale
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert root.ViewerPreferences.get("/Direction") == "/L2R"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["pdfuaid:part"] == "1"
